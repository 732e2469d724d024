package dev.rubedo.schema;

import dev.rubedo.stability.Spi;

/**
 * User-defined DDL. An extension point. Implementations are immutable.
 */
@Spi
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
