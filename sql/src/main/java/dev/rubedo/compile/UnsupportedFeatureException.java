package dev.rubedo.compile;

import dev.rubedo.error.CompileException;
import dev.rubedo.error.ErrorCode;
import dev.rubedo.feature.Feature;
import dev.rubedo.type.DialectType;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when a statement needs a feature or a type that the dialect lacks. Nothing has been sent to the database.
 * Immutable.
 */
public final class UnsupportedFeatureException extends CompileException {

    private static final long serialVersionUID = 1L;

    private final @Nullable Feature feature;
    private final String dialect;

    /**
     * Creates an exception.
     *
     * @param feature the missing feature
     * @param dialect the name of the dialect
     * @param element the part of the statement that needs it, as text
     */
    public UnsupportedFeatureException(Feature feature, String dialect, String element) {
        super(ErrorCode.UNSUPPORTED_FEATURE,
                "Dialect \"" + dialect + "\" does not support " + feature + ", which \"" + element
                        + "\" needs. Write the statement without it, or check dialect.supports(Feature." + feature
                        + ") first.");
        this.feature = feature;
        this.dialect = dialect;
    }

    /**
     * Creates an exception for a type that only other dialects have.
     *
     * @param type the type
     * @param dialect the name of the dialect that lacks it
     */
    public UnsupportedFeatureException(DialectType<?> type, String dialect) {
        super(ErrorCode.UNSUPPORTED_FEATURE, "Dialect \"" + dialect + "\" does not have the type \"" + type.sqlName()
                + "\", which is one of " + String.join(", ", new TreeSet<>(type.dialects()))
                + ". Use a portable type, and this one there only: type.on(\"" + new TreeSet<>(type.dialects()).first()
                + "\", ...).");
        this.feature = null;
        this.dialect = dialect;
    }

    /** Returns the missing feature, or null if a type is missing. */
    public @Nullable Feature feature() {
        return feature;
    }

    /** Returns the name of the dialect. */
    public String dialect() {
        return dialect;
    }
}
