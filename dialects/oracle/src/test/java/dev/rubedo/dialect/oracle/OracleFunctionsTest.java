package dev.rubedo.dialect.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.compile.ServerVersion;
import dev.rubedo.tck.RenderedSamples;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every function and every operator as text, which was read by somebody who knows the database, since none is at hand.
 * With {@code -Drubedo.golden=rewrite}, the lists are written anew; read them again then.
 */
class OracleFunctionsTest {

    @ParameterizedTest
    @ValueSource(strings = {"19", "23"})
    void functionsAndOperatorsAreWrittenAsRead(String version) throws IOException {
        var lines = RenderedSamples.of(new OracleDialect(ServerVersion.of(version)));
        var file = Path.of("src/test/resources/dev/rubedo/dialect/oracle/functions-of-" + version + ".txt");
        if (System.getProperty("rubedo.golden", "").equals("rewrite")) {
            Files.write(file, lines, StandardCharsets.UTF_8);
        }

        assertThat(lines).isEqualTo(Files.readAllLines(file, StandardCharsets.UTF_8));
    }
}
