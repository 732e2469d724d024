package dev.rubedo.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.backend.KeyRetrieval;
import dev.rubedo.compile.KeyWay;
import dev.rubedo.compile.ServerVersion;
import dev.rubedo.feature.Feature;
import org.junit.jupiter.api.Test;

class SqliteVersionTest {

    private static SqliteDialect sqlite(String version) {
        return new SqliteDialect(ServerVersion.of(version));
    }

    @Test
    void returningCameWith335() {
        assertThat(sqlite("3.34.1").supports(Feature.INSERT_RETURNING)).isFalse();
        assertThat(sqlite("3.35.0").supports(Feature.INSERT_RETURNING)).isTrue();
        assertThat(new SqliteBackend().forVersion(ServerVersion.of("3.34.1")).keyRetrieval())
                .isEqualTo(new KeyRetrieval(KeyWay.GENERATED_KEYS, 1));
    }

    @Test
    void fullJoinsCameWith339AndOrderedAggregatesWith344() {
        assertThat(sqlite("3.38.5").supports(Feature.FULL_JOIN)).isFalse();
        assertThat(sqlite("3.39.0").supports(Feature.FULL_JOIN)).isTrue();
        assertThat(sqlite("3.43.2").supports(Feature.AGGREGATE_ORDER_BY)).isFalse();
        assertThat(sqlite("3.45.0").supports(Feature.AGGREGATE_ORDER_BY)).isTrue();
    }

    @Test
    void aStatementMayHaveMoreParametersSince332() {
        assertThat(sqlite("3.31.1").maximumBinds()).isEqualTo(999);
        assertThat(sqlite("3.32.0").maximumBinds()).isEqualTo(32_766);
    }
}
