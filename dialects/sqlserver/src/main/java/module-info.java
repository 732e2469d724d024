/** SQL Server for Rubedo: only its dialect, for rendering SQL without a driver. */
@org.jspecify.annotations.NullMarked module dev.rubedo.dialect.sqlserver {
    requires transitive dev.rubedo.sql;

    exports dev.rubedo.dialect.sqlserver;

    provides dev.rubedo.dialect.Dialect with dev.rubedo.dialect.sqlserver.SqlServerDialect;
}
