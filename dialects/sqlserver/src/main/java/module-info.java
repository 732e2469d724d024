/** SQL Server for Rubedo: its language only, for rendering SQL without a driver. */
@org.jspecify.annotations.NullMarked module dev.rubedo.dialect.sqlserver {
    requires transitive dev.rubedo.sql;

    exports dev.rubedo.dialect.sqlserver;
}
