package dev.rubedo.orm.session;

import dev.rubedo.sql.StatementOption;

/** Options of {@link Session#get} in addition to loader options. Stateless and thread-safe. */
public final class Options {

    private Options() {}

    /** The option to lock the row until the end of the transaction and to reload it. Immutable. */
    record ForUpdate() implements StatementOption {
        @Override
        public String toString() {
            return "forUpdate()";
        }
    }

    /**
     * The version the row must have. Immutable.
     *
     * @param version the version
     */
    record ExpectVersion(long version) implements StatementOption {
        @Override
        public String toString() {
            return "expectVersion(" + version + ")";
        }
    }

    /** Returns the option to lock the row until the end of the transaction and to reload it. */
    public static StatementOption forUpdate() {
        return new ForUpdate();
    }

    /**
     * Returns the option to fail with a {@link dev.rubedo.orm.error.StaleDataException} unless the row has this
     * version.
     */
    public static StatementOption expectVersion(long version) {
        return new ExpectVersion(version);
    }
}
