package dev.rubedo.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.rubedo.error.RubedoException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What every construct becomes on every dialect, as checked-in text. {@code -Drubedo.golden=rewrite} writes the files again; the
 * change is reviewed as a diff.
 */
class GoldenTextTest {

    private static final Path FOLDER = Path.of("src/test/resources/golden");

    @TestFactory
    Stream<DynamicTest> everyConstructHasItsTextOnEveryDialect() {
        return Twins.groups().stream().map(group -> dynamicTest(group, () -> {
            var actual = describe(Twins.of(group));
            if ("rewrite".equals(System.getProperty("rubedo.golden"))) {
                write(group, actual);
            }

            assertThat(actual).isEqualTo(read(group));
        }));
    }

    private static String describe(Twins twins) {
        var text = new StringBuilder();
        twins.all().forEach((id, construct) -> {
            text.append("# ").append(id).append('\n');
            byText(construct).forEach((result, dialects) -> text.append(String.join(", ", dialects)).append(":\n")
                    .append(result));
            text.append('\n');
        });
        return text.toString();
    }

    private static Map<String, List<String>> byText(Supplier<?> construct) {
        var results = new LinkedHashMap<String, List<String>>();
        for (var dialect : Compiled.dialects()) {
            results.merge(result(construct, dialect), List.of(dialect), (some, more) -> Stream.of(some, more)
                    .flatMap(List::stream).toList());
        }
        return results;
    }

    private static String result(Supplier<?> construct, String dialect) {
        try {
            var compiled = Compiled.of(construct.get(), dialect);
            var text = new StringBuilder();
            compiled.sql().forEach(sql -> text.append("    ").append(sql).append('\n'));
            if (!compiled.parameters().isEmpty()) {
                text.append("    ").append(compiled.parameters()).append('\n');
            }
            return text.toString();
        } catch (RubedoException | IllegalArgumentException | IllegalStateException e) {
            return "    refused: " + e.getMessage().replace("\"" + dialect + "\"", "...") + '\n';
        }
    }

    private static String read(String group) {
        try {
            var file = FOLDER.resolve(group + ".txt");
            return Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(String group, String text) {
        try {
            Files.createDirectories(FOLDER);
            Files.writeString(FOLDER.resolve(group + ".txt"), text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
