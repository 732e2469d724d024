package dev.rubedo.engine;

import dev.rubedo.result.ParameterWriter;

/** Writes the parameters of one row of many. */
@FunctionalInterface
public interface RowBinder {

    /**
     * Writes all parameters of a row, in the order of the statement's markers.
     *
     * @param row the index of the row, from 0
     * @param out receives one parameter after the other
     */
    void bind(int row, ParameterWriter out);
}
