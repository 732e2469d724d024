package dev.rubedo.compile;

import dev.rubedo.error.CompileException;
import dev.rubedo.error.ErrorCode;
import dev.rubedo.feature.Feature;

/** A statement that needs what the dialect lacks. It was refused before anything was sent. Immutable. */
public final class UnsupportedFeatureException extends CompileException {

    private static final long serialVersionUID = 1L;

    private final Feature feature;
    private final String dialect;

    /**
     * Makes an exception.
     *
     * @param feature
     *            what is missing
     * @param dialect
     *            the name of the dialect
     * @param element
     *            the part of the statement that needs it, as text
     */
    public UnsupportedFeatureException(Feature feature, String dialect, String element) {
        super(ErrorCode.UNSUPPORTED_FEATURE,
                "Dialect \"" + dialect + "\" does not support " + feature + ", which \"" + element
                        + "\" needs. Write the statement without it, or check dialect.supports(Feature." + feature
                        + ") first.");
        this.feature = feature;
        this.dialect = dialect;
    }

    /** Returns what is missing. */
    public Feature feature() {
        return feature;
    }

    /** Returns the name of the dialect. */
    public String dialect() {
        return dialect;
    }
}
