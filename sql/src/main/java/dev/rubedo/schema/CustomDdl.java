package dev.rubedo.schema;

/**
 * DDL of your own. A door. Implementations are immutable.
 */
public non-sealed interface CustomDdl extends DdlElement {
    /**
     * Returns the SQL.
     *
     * @param dialect the name of the dialect
     * @param quote quotes a name where it must be
     */
    String sql(String dialect, Quote quote);

    /** Quotes names. Thread-safe. */
    @FunctionalInterface
    interface Quote {
        /**
         * Returns a name, quoted where it must be.
         *
         * @param name the name
         */
        String quote(String name);
    }
}
