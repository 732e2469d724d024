package dev.rubedo.cli;

import dev.rubedo.migrate.command.CurrentCommand;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** The command {@code current}. Confined to one thread at a time. */
@Command(name = "current", description = "Prints the revisions that the database records.")
final class Current implements Runnable {
    @ParentCommand private @Nullable Rubedo parent;

    @Option(names = {"-v",
            "--verbose"}, description = "Print everything about the revisions.") private boolean isVerbose;

    @Option(names = {"-c",
            "--check-heads"}, description = "Fail unless these are all heads.") private boolean checksHeads;

    @Override
    public void run() {
        Objects.requireNonNull(parent, "picocli sets it").run(new CurrentCommand(isVerbose, checksHeads));
    }
}
