package dev.rubedo.migrate.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.migrate.error.MultipleHeadsException;
import dev.rubedo.migrate.revision.RevisionMap;
import dev.rubedo.migrate.revision.RevisionNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The mistake with migrations on the page "Common mistakes". */
class MistakeTest {
    @Test
    void twoRevisionsAfterTheSameOne() throws IOException {
        String page = Files.readString(
                Path.of(System.getProperty("basedir", "")).resolve("../docs/guide/mistakes.md"))
                .replaceAll("\\s+>?\\s*", " ");
        var revisions = RevisionMap.of(RevisionNode.of("a1"), RevisionNode.of("b1", "a1"), RevisionNode.of("c1", "a1"));

        assertThatThrownBy(() -> revisions.upgrade("head", List.of())).isInstanceOf(MultipleHeadsException.class)
                .satisfies(failure -> assertThat(page).contains(String.valueOf(failure.getMessage())));
    }
}
