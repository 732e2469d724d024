package dev.rubedo.dialect.oracle;

/** Blocks of PL/SQL around statements. Stateless. */
final class OracleBlocks {

    private OracleBlocks() {}

    /**
     * Returns a block that executes a statement and ignores one error.
     *
     * @param sql the statement
     * @param code the number of the error
     */
    static String unless(String sql, int code) {
        return "BEGIN EXECUTE IMMEDIATE '" + sql.replace("'", "''") + "'; EXCEPTION WHEN OTHERS THEN IF SQLCODE <> -"
                + code
                + " THEN RAISE; END IF; END;";
    }
}
