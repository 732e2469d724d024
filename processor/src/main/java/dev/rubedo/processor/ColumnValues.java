package dev.rubedo.processor;

import com.palantir.javapoet.CodeBlock;
import org.jspecify.annotations.Nullable;

/**
 * Where the values of a column come from if the program does not set them.
 *
 * @param serverDefault the SQL of its DEFAULT; empty for none
 * @param insertDefault the source of its value in an INSERT, or null
 * @param updateDefault the source of its value in an UPDATE, or null
 * @param computed the expression of its computation by the database, or null
 * @param serverGenerated whether the database fills it in an INSERT by its own means
 * @param serverOnUpdate whether the database changes it in an UPDATE by its own means
 * @param nextVersion the function that determines the next version, or null
 */
record ColumnValues(String serverDefault, @Nullable Source insertDefault, @Nullable Source updateDefault,
        @Nullable CodeBlock computed, boolean serverGenerated, boolean serverOnUpdate,
        @Nullable CodeBlock nextVersion) {

    /**
     * The source of a value.
     *
     * @param code the expression that creates it
     * @param isSql whether the database evaluates the value
     */
    record Source(CodeBlock code, boolean isSql) {}

    static final ColumnValues NONE = new ColumnValues("", null, null, null, false, false, null);

    /** Adds the calls that describe these values to a column definition, each on its own line. */
    void write(CodeBlock.Builder out) {
        if (!serverDefault.isEmpty()) {
            out.add("\n.serverDefault($S)", serverDefault);
        }
        if (insertDefault != null) {
            out.add("\n.defaultFrom($L)", insertDefault.code);
        }
        if (updateDefault != null) {
            out.add("\n.onUpdateFrom($L)", updateDefault.code);
        }
        if (computed != null) {
            out.add("\n.computed($L)", computed);
        }
        if (serverGenerated) {
            out.add("\n.serverGenerated()");
        }
        if (serverOnUpdate) {
            out.add("\n.serverOnUpdate()");
        }
    }
}
