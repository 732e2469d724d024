/** SQL Server for Rubedo: its dialect, JDBC backend and reflection. */
@org.jspecify.annotations.NullMarked module dev.rubedo.dialect.sqlserver {
    requires transitive dev.rubedo.engine;

    exports dev.rubedo.dialect.sqlserver;
    exports dev.rubedo.dialect.sqlserver.type;

    provides dev.rubedo.backend.BackendProvider with dev.rubedo.dialect.sqlserver.SqlServerBackendProvider;
    provides dev.rubedo.dialect.Dialect with dev.rubedo.dialect.sqlserver.SqlServerDialect;
}
