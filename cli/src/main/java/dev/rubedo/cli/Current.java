package dev.rubedo.cli;

import dev.rubedo.migrate.command.CurrentCommand;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** The command {@code current}. Confined to one thread at a time. */
@Command(name = "current", description = "Prints the current revisions of the database.")
final class Current implements Runnable {
    @ParentCommand private @Nullable Rubedo parent;

    @Option(names = {"-v",
            "--verbose"}, description = "Print all details of the revisions.") private boolean isVerbose;

    @Option(names = {"-c",
            "--check-heads"}, description = "Fail unless the database is at all heads.") private boolean checksHeads;

    @Override
    public void run() {
        Objects.requireNonNull(parent, "picocli sets it").run(new CurrentCommand(isVerbose, checksHeads));
    }
}
