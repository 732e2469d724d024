package dev.rubedo.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.feature.Feature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A feature decides something, or says of itself that it is information. */
class FeatureUseTest {

    private static final Pattern USE = Pattern.compile("\\bFeature\\.([A-Z_]+)\\b");

    @Test
    void eachFeatureIsReadByCodeOrDeclaredAsInformation() throws IOException {
        var read = readByCode();

        assertThat(Arrays.stream(Feature.values()).filter(feature -> !feature.isInformation()).map(Enum::name))
                .allMatch(read::contains, "is read by code");
        assertThat(Arrays.stream(Feature.values()).filter(Feature::isInformation).map(Enum::name))
                .noneMatch(read::contains);
    }

    /** The lists of what a dialect has do not name the enum, and read nothing. */
    private static Set<String> readByCode() throws IOException {
        try (Stream<Path> files = Files.walk(Project.root())) {
            return files.filter(FeatureUseTest::isMainSource).map(Project::read)
                    .flatMap(source -> USE.matcher(source).results().map(match -> match.group(1)))
                    .collect(Collectors.toSet());
        }
    }

    private static boolean isMainSource(Path file) {
        String path = file.toString().replace('\\', '/');
        return path.endsWith(".java") && path.contains("/src/main/java/") && !path.contains("/tck/");
    }
}
