package dev.rubedo.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What is published is in the BOM. */
class PublishedTest {
    private static final Pattern ARTIFACT = Pattern.compile("(?s)<artifactId>([^<]+)</artifactId>");

    @Test
    void theBomHasEveryArtifact() {
        var bom = artifacts(Project.read(Project.root().resolve("bom/pom.xml")));

        assertThat(Layout.modules().stream().map(PublishedTest::artifact)).isNotEmpty().allSatisfy(
                artifact -> assertThat(bom).contains(artifact));
    }

    private static String artifact(Layout.Module module) {
        String pom = Project.read(Project.root().resolve(module.folder()).resolve("pom.xml"));
        return artifacts(pom.replaceFirst("(?s)<parent>.*?</parent>", "")).get(0);
    }

    private static List<String> artifacts(String pom) {
        return ARTIFACT.matcher(pom).results().map(found -> found.group(1)).toList();
    }
}
