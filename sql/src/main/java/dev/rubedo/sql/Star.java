package dev.rubedo.sql;

import dev.rubedo.type.SqlType;
import dev.rubedo.type.Types;

/**
 * The star of {@code count(*)}. Immutable.
 *
 */
public record Star() implements Expression<Object> {
    /** Checks the components. */
    public Star {}

    @Override
    public SqlType<Object> type() {
        return Types.UNKNOWN;
    }

    @Override
    public void describe(Structure out) {
        // there is only one
    }

    @Override
    public Star rewrite(Rewriter rewriter) {
        return this;
    }

    @Override
    public String toString() {
        return TreeText.of(this);
    }
}
