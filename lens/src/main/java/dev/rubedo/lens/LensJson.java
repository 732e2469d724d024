package dev.rubedo.lens;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Writes JSON. Confined to one thread at a time. */
final class LensJson {

    private final StringBuilder out = new StringBuilder();
    private boolean needsComma;

    void object(Runnable content) {
        begin('{');
        content.run();
        end('}');
    }

    <T> void array(List<T> items, Consumer<? super T> each) {
        begin('[');
        items.forEach(each);
        end(']');
    }

    private void begin(char bracket) {
        comma();
        out.append(bracket);
        needsComma = false;
    }

    private void end(char bracket) {
        out.append(bracket);
        needsComma = true;
    }

    private void comma() {
        if (needsComma) {
            out.append(',');
        }
        needsComma = true;
    }

    void name(String name) {
        comma();
        quote(name);
        out.append(':');
        needsComma = false;
    }

    void field(String name, String value) {
        name(name);
        value(value);
    }

    void field(String name, long value) {
        name(name);
        comma();
        out.append(value);
    }

    void field(String name, double value) {
        name(name);
        comma();
        out.append(String.format(Locale.ROOT, "%.3f", value));
    }

    void field(String name, boolean value) {
        name(name);
        comma();
        out.append(value);
    }

    void value(String value) {
        comma();
        quote(value);
    }

    /** Escapes all that could end a string or, where JSON is put into HTML, a script. */
    private void quote(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            if (each == '"' || each == '\\') {
                out.append('\\').append(each);
            } else if (each < ' ' || each > '~' || each == '<' || each == '>' || each == '&') {
                out.append(String.format(Locale.ROOT, "\\u%04x", (int) each));
            } else {
                out.append(each);
            }
        }
        out.append('"');
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
