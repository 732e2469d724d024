package dev.rubedo.engine;

import dev.rubedo.result.ParameterWriter;

/** A writer of the parameters of one execution. */
@FunctionalInterface
public interface ParameterBinder {

    /**
     * Writes all parameters, in the order of the statement's markers.
     *
     * @param out receives the parameters one after the other
     */
    void bind(ParameterWriter out);
}
