package dev.rubedo.testing.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextBlocksTest {

    @Test
    void replacesTheArgumentsOfTheCallAtALine() {
        String source = """
                void first() {
                    assertThat(log).containsExactly("a");
                }
                void second() {
                    assertThat(log)
                        .containsExactly(\"""
                            SELECT ")" AS x
                            \""", "b");
                }
                """;

        String replaced = TextBlocks.of(source, "containsExactly", 5).replacedBy(List.of("SELECT 1", "SELECT\n  2"));

        assertThat(replaced).isEqualTo("""
                void first() {
                    assertThat(log).containsExactly("a");
                }
                void second() {
                    assertThat(log)
                        .containsExactly(
                            \"""
                            SELECT 1
                            \""",
                            \"""
                            SELECT
                              2
                            \""");
                }
                """);
    }

    @Test
    void escapesWhatATextBlockWouldRead() {
        String replaced = TextBlocks.of("x.containsExactly();", "containsExactly", 1)
                .replacedBy(List.of("a \\ b \"\"\" c"));

        assertThat(replaced).isEqualTo("x.containsExactly(\n    \"\"\"\n    a \\\\ b \\\"\"\" c\n    \"\"\");");
    }

    @Test
    void refusesArgumentsThatAreNotStrings() {
        assertThatThrownBy(() -> TextBlocks.of("x.containsExactly(expected());", "containsExactly", 1))
                .hasMessage("line 1: only strings and text blocks can be rewritten");
        assertThatThrownBy(() -> TextBlocks.of("x.isEmpty();", "containsExactly", 1))
                .hasMessage("line 1 has no call of containsExactly");
    }
}
