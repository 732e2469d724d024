package dev.rubedo.schema;

/**
 * User-defined DDL. An extension point. Implementations are immutable.
 */
public non-sealed interface CustomDdl extends DdlElement {
    /**
     * Returns the SQL.
     *
     * @param dialect the name of the dialect
     * @param quote quotes names where necessary
     */
    String sql(String dialect, Quote quote);

    /** Quotes names. Thread-safe. */
    @FunctionalInterface
    interface Quote {
        /**
         * Returns a name, quoted if necessary.
         *
         * @param name the name
         */
        String quote(String name);
    }
}
