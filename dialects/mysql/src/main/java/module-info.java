/** MySQL and MariaDB for Rubedo: their dialects, JDBC backends and reflection. */
@org.jspecify.annotations.NullMarked module dev.rubedo.dialect.mysql {
    requires transitive dev.rubedo.engine;
    requires static mysql.connector.j;

    exports dev.rubedo.dialect.mysql;
    exports dev.rubedo.dialect.mysql.type;

    provides dev.rubedo.backend.BackendProvider with dev.rubedo.dialect.mysql.MysqlBackendProvider;
}
