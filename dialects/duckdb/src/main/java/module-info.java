/** DuckDB for Rubedo: its dialect, its JDBC backend and reflection. */
@org.jspecify.annotations.NullMarked module dev.rubedo.dialect.duckdb {
    requires transitive dev.rubedo.engine;

    exports dev.rubedo.dialect.duckdb;

    provides dev.rubedo.backend.BackendProvider with dev.rubedo.dialect.duckdb.DuckDbBackendProvider;
}
