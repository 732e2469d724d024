package dev.rubedo.testing.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

@ResourceLock(Resources.SYSTEM_PROPERTIES)
class GoldenTest {

    @TempDir Path temporary;

    @Test
    void aFileWithTheSameTextMatches() throws IOException {
        Path file = Files.writeString(temporary.resolve("x.sql"), "SELECT 1\n");

        assertThatCode(() -> Golden.assertMatches("SELECT 1\n", file)).doesNotThrowAnyException();
    }

    @Test
    void anotherTextFailsAndSaysHowToAcceptIt() throws IOException {
        Path file = Files.writeString(temporary.resolve("x.sql"), "SELECT 1\n");

        assertThatThrownBy(() -> Golden.assertMatches("SELECT 2\n", file)).isInstanceOf(AssertionError.class)
                .hasMessageContaining("-Drubedo.golden=rewrite");
        assertThat(file).hasContent("SELECT 1\n");
    }

    @Test
    void aRewritingRunWritesTheFile() {
        Path file = temporary.resolve("new/x.sql");
        System.setProperty("rubedo.golden", "rewrite");
        try {
            Golden.assertMatches("SELECT 2\n", file);
        } finally {
            System.clearProperty("rubedo.golden");
        }

        assertThat(file).hasContent("SELECT 2\n");
    }
}
