package dev.rubedo.engine;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.error.RubedoException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MissingDialectTest {

    @ParameterizedTest
    @CsvSource({"mssql://host/db,sqlserver", "oracle://host/db,oracle", "jdbc:sqlserver://host,sqlserver",
            "jdbc:oracle:thin:@host:1521/db,oracle", "postgres://host/db,postgresql"})
    void aUrlWithoutADialectNamesTheArtifactsToAdd(String url, String dialect) {
        assertThatThrownBy(() -> Engine.create(url)).isInstanceOf(RubedoException.class)
                .hasMessageContaining(
                        "No dialect named \"" + dialect + "\" was found on the class path. Add dev.rubedo:rubedo or"
                                + " dev.rubedo:rubedo-dialect-" + dialect + ", or correct the scheme");
    }
}
