package dev.rubedo.cli;

import dev.rubedo.migrate.command.BranchesCommand;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** The command {@code branches}. Confined to one thread at a time. */
@Command(name = "branches", description = "Prints the branch points: revisions that several others follow.")
final class Branches implements Runnable {
    @ParentCommand private @Nullable Rubedo parent;

    @Option(names = {"-v",
            "--verbose"}, description = "Print all details of the revisions.") private boolean isVerbose;

    @Override
    public void run() {
        Objects.requireNonNull(parent, "picocli sets it").run(new BranchesCommand(isVerbose));
    }
}
