package dev.rubedo.migrate.source;

import dev.rubedo.dialect.Dialect;
import dev.rubedo.sql.Expression;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes parts of Java source and collects their imports. Confined to one thread at a time. */
final class SourceWriter {
    private static final char FIRST_PRINTABLE = ' ';

    private final Dialect dialect;
    private final ItemSource items;
    private final Set<String> imports = new TreeSet<>();

    SourceWriter(Dialect dialect, ItemSource items) {
        this.dialect = dialect;
        this.items = items;
    }

    Dialect dialect() {
        return dialect;
    }

    List<String> imports() {
        return List.copyOf(imports);
    }

    /** Returns the source that the rule writes for an item, or the default source. */
    String item(Object item, Supplier<String> usual) {
        var own = items.source(item);
        own.ifPresent(each -> imports.addAll(each.imports()));
        return own.map(JavaItem::code).orElseGet(usual);
    }

    /** Imports a class or a static member. */
    void require(String name) {
        imports.add(name);
    }

    /** Imports a class and returns its simple name. */
    String name(Class<?> type) {
        var top = type;
        while (top.getEnclosingClass() != null) {
            top = top.getEnclosingClass();
        }
        imports.add(top.getName());
        return type.getCanonicalName().substring(top.getPackageName().length() + 1);
    }

    /** Imports a static method or constant and returns its name. */
    String member(Class<?> type, String member) {
        imports.add("static " + type.getName() + "." + member);
        return member;
    }

    /** Returns an enum constant, qualified with its class. */
    String constant(Enum<?> value) {
        return name(value.getDeclaringClass()) + "." + value.name();
    }

    static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (c < FIRST_PRINTABLE) {
                        quoted.append(String.format(java.util.Locale.ROOT, "\\u%04x", (int) c));
                    } else {
                        quoted.append(c);
                    }
                }
            }
        }
        return quoted.append('"').toString();
    }

    static String quoted(Collection<String> texts) {
        return texts.stream().map(SourceWriter::quoted).collect(Collectors.joining(", "));
    }

    String list(Collection<String> texts) {
        return name(List.class) + ".of(" + quoted(texts) + ")";
    }

    static String call(String name, String... arguments) {
        return name + "(" + String.join(", ", arguments) + ")";
    }

    /** Writes a call with each argument but the first on a separate line. */
    static String lines(String name, List<String> arguments) {
        return name + "(" + String.join(",\n        ", arguments) + ")";
    }

    static String strings(String name, String... texts) {
        return name + "(" + quoted(Arrays.asList(texts)) + ")";
    }

    /** Returns the SQL of an expression as a string literal, escaped so that it is rendered verbatim. */
    String sql(Expression<?> expression) {
        return quoted(escaped(dialect.define(expression)));
    }

    /** A backslash before a colon would be removed from SQL. */
    static String escaped(String sql) {
        return sql.replace("\\:", "\\\\:");
    }

    static String number(@Nullable Long number) {
        return number == null ? "null" : number + "L";
    }
}
