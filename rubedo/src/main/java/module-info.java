/** Everything an application needs: the ORM and every dialect. Has no code of its own. */
module dev.rubedo {
    requires transitive dev.rubedo.orm;
    requires transitive dev.rubedo.dialect.duckdb;
    requires transitive dev.rubedo.dialect.h2;
    requires transitive dev.rubedo.dialect.mysql;
    requires transitive dev.rubedo.dialect.oracle;
    requires transitive dev.rubedo.dialect.postgresql;
    requires transitive dev.rubedo.dialect.sqlite;
    requires transitive dev.rubedo.dialect.sqlserver;
}
