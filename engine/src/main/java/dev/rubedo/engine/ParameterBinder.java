package dev.rubedo.engine;

import dev.rubedo.result.ParameterWriter;

/** Writes the parameters of one execution. */
@FunctionalInterface
public interface ParameterBinder {

    /**
     * Writes all parameters, in the order of the statement's markers.
     *
     * @param out receives one parameter after the other
     */
    void bind(ParameterWriter out);
}
