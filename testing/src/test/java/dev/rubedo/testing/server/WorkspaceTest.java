package dev.rubedo.testing.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkspaceTest {

    private final String name = "workspace-test-" + ProcessHandle.current().pid();
    private final Workspace workspace;

    WorkspaceTest() throws IOException {
        workspace = Workspace.open();
    }

    @AfterEach
    void discard() throws IOException {
        workspace.discard(workspace.cached(name, directory -> {}));
    }

    @Test
    void buildsWhatIsCachedOnce() throws IOException {
        var builds = new AtomicInteger();

        Path first = workspace.cached(name, directory -> Files.writeString(directory.resolve("x"), "made"));
        Path second = workspace.cached(name, directory -> builds.incrementAndGet());

        assertThat(second).isEqualTo(first);
        assertThat(first.resolve("x")).hasContent("made");
        assertThat(builds).hasValue(0);
    }

    @Test
    void leavesNothingBehindWhenBuildingFails() throws IOException {
        assertThatThrownBy(() -> workspace.cached(name, directory -> {
            Files.writeString(directory.resolve("half"), "done");
            throw new IOException("disk full");
        })).hasMessage("disk full");

        assertThat(workspace.cached(name, directory -> {})).isEmptyDirectory();
    }

    @Test
    void aRunDirectoryOfThisRunSurvivesALaterOne() throws IOException {
        try (RunDirectory first = workspace.newRun(name); RunDirectory second = workspace.newRun(name)) {
            assertThat(first.path()).isDirectory().isNotEqualTo(second.path());
        }
    }

    @Test
    void theDirectoryOfAKilledRunIsRemovedByTheNext() throws IOException {
        Path runs;
        try (RunDirectory own = workspace.newRun(name)) {
            runs = own.path().getParent();
        }
        Path stale = Files.createDirectory(runs.resolve(name + "-p0-1"));
        Files.writeString(stale.resolve("data"), "left");
        Files.createFile(runs.resolve(name + "-p0-1.lock"));

        workspace.newRun(name).close();

        assertThat(stale).doesNotExist();
        assertThat(runs.resolve(name + "-p0-1.lock")).doesNotExist();
    }
}
