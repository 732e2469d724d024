package dev.rubedo.engine;

import dev.rubedo.result.ParameterWriter;

/** A writer of the parameters of each of many rows. */
@FunctionalInterface
public interface RowBinder {

    /**
     * Writes all parameters of a row, in the order of the statement's markers.
     *
     * @param row the index of the row, from 0
     * @param out receives the parameters one after the other
     */
    void bind(int row, ParameterWriter out);
}
