/** Oracle for Rubedo: only its dialect, for rendering SQL without a driver. */
@org.jspecify.annotations.NullMarked module dev.rubedo.dialect.oracle {
    requires transitive dev.rubedo.sql;

    exports dev.rubedo.dialect.oracle;

    provides dev.rubedo.dialect.Dialect with dev.rubedo.dialect.oracle.OracleDialect;
}
