/** Tests on real databases: a JUnit extension, a statement log and assertions. */
@org.jspecify.annotations.NullMarked module dev.rubedo.testing {
    requires transitive dev.rubedo.engine;
    requires transitive org.junit.jupiter.api;
    requires transitive org.assertj.core;
    requires org.apache.commons.compress;
    requires org.tukaani.xz;
    requires static com.h2database;
    requires static org.xerial.sqlitejdbc;
    requires org.slf4j;
    requires static org.jspecify;

    exports dev.rubedo.testing;
    exports dev.rubedo.testing.golden;
    exports dev.rubedo.testing.server;

    uses dev.rubedo.testing.server.DatabaseServerProvider;

    provides dev.rubedo.testing.server.DatabaseServerProvider with
            dev.rubedo.testing.server.SqliteServerProvider,
            dev.rubedo.testing.server.H2ServerProvider,
            dev.rubedo.testing.server.DuckDbServerProvider,
            dev.rubedo.testing.server.PostgresServerProvider,
            dev.rubedo.testing.server.MariaDbServerProvider,
            dev.rubedo.testing.server.MySqlServerProvider,
            dev.rubedo.testing.server.SqlServerServerProvider,
            dev.rubedo.testing.server.OracleServerProvider,
            dev.rubedo.testing.server.CockroachServerProvider,
            dev.rubedo.testing.server.YugabyteServerProvider;
}
