package dev.rubedo.engine;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.error.RubedoException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenDialectTest {

    @ParameterizedTest
    @ValueSource(strings = {"mssql://host/db", "oracle://host/db", "jdbc:sqlserver://host",
            "jdbc:oracle:thin:@host:1521/db"})
    void aUrlOfADialectThatOnlyWritesSqlSaysSo(String url) {
        assertThatThrownBy(() -> Engine.create(url)).isInstanceOf(RubedoException.class)
                .hasMessageContaining("its dialect only generates SQL");
    }
}
