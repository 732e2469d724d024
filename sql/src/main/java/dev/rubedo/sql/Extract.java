package dev.rubedo.sql;

import dev.rubedo.type.SqlType;
import dev.rubedo.type.Types;
import java.util.Objects;

/**
 * {@code EXTRACT(field FROM source)}. Immutable.
 *
 * @param field the field of the point in time
 * @param source the point in time
 */
public record Extract(Field field, Expression<?> source) implements Expression<Integer> {

    /** Checks the components. */
    public Extract {
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(source, "source");
        Operands.requireTemporal(source, "extract");
    }

    @Override
    public SqlType<Integer> type() {
        return Types.INTEGER;
    }

    /** A field of a point in time. Immutable. */
    public enum Field {
        /** The year. */
        YEAR,
        /** The quarter, from 1. */
        QUARTER,
        /** The month, from 1. */
        MONTH,
        /** The week of the year, numbered as the database does. */
        WEEK,
        /** The day of the month, from 1. */
        DAY,
        /** The day of the week, numbered as the database does. */
        DAY_OF_WEEK,
        /** The day of the year, from 1. */
        DAY_OF_YEAR,
        /** The hour. */
        HOUR,
        /** The minute. */
        MINUTE,
        /** The second. */
        SECOND,
        /** Seconds since 1970-01-01T00:00Z. */
        EPOCH
    }

    @Override
    public void describe(Structure out) {
        out.part(field);
        out.expression(source);
    }

    @Override
    public Extract rewrite(Rewriter rewriter) {
        var changed = rewriter.expression(source);
        return Rewriter.same(changed, source) ? this : new Extract(field, changed);
    }

    @Override
    public String toString() {
        return TreeText.of(this);
    }
}
