/** Oracle Database for Rubedo: its dialect, JDBC backend and reflection. */
@org.jspecify.annotations.NullMarked module dev.rubedo.dialect.oracle {
    requires transitive dev.rubedo.engine;
    requires static com.oracle.database.jdbc;

    exports dev.rubedo.dialect.oracle;
    exports dev.rubedo.dialect.oracle.type;

    provides dev.rubedo.backend.BackendProvider with dev.rubedo.dialect.oracle.OracleBackendProvider;
    provides dev.rubedo.dialect.Dialect with dev.rubedo.dialect.oracle.OracleDialect;
}
