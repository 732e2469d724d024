package dev.rubedo.sql;

import dev.rubedo.type.SqlType;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A part of a JSON document. Immutable.
 *
 * @param <T> the Java type of its values
 * @param document the document
 * @param path names (String) and positions (Integer, from 0), outermost first
 * @param form whether the result is JSON or plain text
 * @param type the type to read it as
 */
public record JsonAccess<T extends @Nullable Object>(Expression<?> document, List<Object> path, Form form,
        SqlType<T> type) implements Expression<T> {

    /** Checks the components. */
    public JsonAccess {
        Objects.requireNonNull(document, "document");
        Objects.requireNonNull(form, "form");
        Objects.requireNonNull(type, "type");
        path = List.copyOf(path);
        for (Object step : path) {
            if (!(step instanceof String) && !(step instanceof Integer)) {
                throw new IllegalArgumentException(
                        "A path into a JSON document consists of names and positions, not "
                                + step.getClass().getSimpleName());
            }
        }
    }

    /** The form of the result. Immutable. */
    public enum Form {
        /** A JSON document. */
        JSON,
        /** A value of the given type, converted from text. */
        VALUE
    }

    @Override
    public void describe(Structure out) {
        out.part(path);
        out.part(form);
        out.part(type);
        out.expression(document);
    }

    @Override
    public JsonAccess<T> rewrite(Rewriter rewriter) {
        var changed = rewriter.expression(document);
        return Rewriter.same(changed, document) ? this : new JsonAccess<>(changed, path, form, type);
    }

    @Override
    public String toString() {
        return TreeText.of(this);
    }
}
