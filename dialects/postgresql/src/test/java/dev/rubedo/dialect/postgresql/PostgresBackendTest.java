package dev.rubedo.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.backend.DatabaseUrl;
import dev.rubedo.engine.Engine;
import dev.rubedo.error.DisconnectedException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PostgresBackendTest {

    @Test
    void aUrlBecomesTheDriversUrlAndProperties() {
        var target = new PostgresBackend().target(
                DatabaseUrl.of("postgresql+psycopg2://me:p%40ss@db:5433/shop?sslmode=require&application_name=report"),
                Map.of("connectTimeout", "15"));

        assertThat(target.url()).isEqualTo("jdbc:postgresql://db:5433/shop");
        assertThat(target.properties()).containsOnly(Map.entry("user", "me"), Map.entry("password", "p@ss"),
                Map.entry("sslmode", "require"),
                Map.entry("ApplicationName", "report"), Map.entry("connectTimeout", "15"));
    }

    @Test
    void withoutAHostTheLocalOneIsMeant() {
        assertThat(new PostgresBackend().target(DatabaseUrl.of("postgresql:///shop"), Map.of()).url())
                .isEqualTo("jdbc:postgresql://localhost/shop");
    }

    @Test
    void anUnknownOptionIsRefused() {
        assertThatThrownBy(
                () -> new PostgresBackend().target(DatabaseUrl.of("postgresql://db/shop?sslmod=require"), Map.of()))
                .hasMessageContaining("\"sslmod\"");
    }

    @Test
    void aDeadDatabaseIsAClearErrorWithoutThePassword() {
        try (var engine = Engine.create("postgresql://me:topsecret@127.0.0.1:1/shop")) {
            assertThatThrownBy(engine::connect).isInstanceOf(DisconnectedException.class)
                    .hasMessageContaining("127.0.0.1:1")
                    .satisfies(e -> assertThat(e.getMessage()).doesNotContain("topsecret"));
            assertThat(engine.toString()).doesNotContain("topsecret");
        }
    }

    @Test
    void aUserInAJdbcUrlIsRefusedBeforeTheDriverTakesItForTheHost() {
        assertThatThrownBy(() -> Engine.create("jdbc:postgresql://me:topsecret@127.0.0.1:1/shop"))
                .hasMessageContaining("postgresql://user:password@host/database without jdbc:")
                .hasStackTraceContaining("RubedoException")
                .satisfies(e -> assertThat(e.toString()).doesNotContain("topsecret"));
    }
}
