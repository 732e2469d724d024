package dev.rubedo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.migrate.revision.RevisionMap;
import dev.rubedo.migrate.revision.RevisionNode;
import dev.rubedo.migrate.run.RunProgress;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a run shows of its progress. */
class ProgressDisplayTest {
    private final StringWriter out = new StringWriter();

    private static RunProgress state(int number, String sql, boolean isDone) {
        var step = RevisionMap.of(RevisionNode.of("a1")).upgrade("head", Set.of()).get(0);
        return new RunProgress(step, number, 4, sql.isEmpty() ? 0 : 2, sql, isDone);
    }

    @Test
    void aLongStatementIsTold() throws InterruptedException {
        try (var display = new ProgressDisplay(new PrintWriter(out, true), false, Duration.ofMillis(20))) {
            display.progressed(state(3, "CREATE INDEX ix\n  ON t (" + "a".repeat(90) + ")", false));
            for (int i = 0; i < 1000 && out.toString().isEmpty(); i++) {
                Thread.sleep(10);
            }
        }
        assertThat(out.toString().lines().toList().get(0)).isEqualTo(
                "3 of 4: upgrade base -> a1, statement 2 for 0 s: CREATE INDEX ix ON t (" + "a".repeat(35) + "...");
    }

    @Test
    void aTerminalShowsABarThatDisappears() {
        try (var display = new ProgressDisplay(new PrintWriter(out, true), true, Duration.ofHours(1))) {
            display.progressed(state(3, "", false));
            display.progressed(state(3, "", true));
            display.progressed(state(4, "", false));
            display.progressed(state(4, "", true));
            assertThat(out.toString()).as("before the result is printed").endsWith("\r\u001B[2K");
        }
        assertThat(List.of(out.toString().split("\r\u001B\\[2K", -1)).stream().distinct()).containsExactly("",
                "\u001B[?7l[##########----------] 3 of 4: upgrade base -> a1\u001B[?7h",
                "\u001B[?7l[###############-----] 3 of 4: upgrade base -> a1\u001B[?7h",
                "\u001B[?7l[###############-----] 4 of 4: upgrade base -> a1\u001B[?7h");
    }

    @Test
    void aQuickRunElsewhereShowsNothing() {
        try (var display = new ProgressDisplay(new PrintWriter(out, true), false, Duration.ofHours(1))) {
            display.progressed(state(1, "SELECT 1", false));
        }
        assertThat(out.toString()).isEmpty();
    }
}
