package dev.rubedo.cli;

import dev.rubedo.migrate.command.RebaseCommand;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** The command {@code rebase}. Confined to one thread at a time. */
@Command(name = "rebase", description = "Moves an unpublished revision onto another parent.")
final class Rebase implements Runnable {
    @ParentCommand private @Nullable Rubedo parent;

    @Parameters(paramLabel = "REVISION", description = "The revision to move; the revisions after it move with it.") private String revision = "";

    @Option(names = "--onto", required = true, paramLabel = "REVISION", description = "The new parent revision.") private String onto = "";

    @Option(names = "--offline", description = "Do not check whether the database has applied the revision.") private boolean isOffline;

    @Override
    public void run() {
        Objects.requireNonNull(parent, "picocli sets it").run(new RebaseCommand(revision, onto, isOffline));
    }
}
