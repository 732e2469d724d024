/** PostgreSQL for Rubedo: its dialect, its JDBC backend and reflection. */
@org.jspecify.annotations.NullMarked module dev.rubedo.dialect.postgresql {
    requires transitive dev.rubedo.engine;
    requires static org.postgresql.jdbc;

    exports dev.rubedo.dialect.postgresql;
    exports dev.rubedo.dialect.postgresql.type;

    provides dev.rubedo.backend.BackendProvider with dev.rubedo.dialect.postgresql.PostgresBackendProvider;
}
