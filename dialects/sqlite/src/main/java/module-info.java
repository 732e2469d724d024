/** SQLite for Rubedo: its dialect, its JDBC backend and reflection. */
@org.jspecify.annotations.NullMarked module dev.rubedo.dialect.sqlite {
    requires transitive dev.rubedo.engine;
    requires static org.xerial.sqlitejdbc;

    exports dev.rubedo.dialect.sqlite;

    provides dev.rubedo.backend.BackendProvider with dev.rubedo.dialect.sqlite.SqliteBackendProvider;
}
