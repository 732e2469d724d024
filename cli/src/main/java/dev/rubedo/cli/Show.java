package dev.rubedo.cli;

import dev.rubedo.migrate.command.ShowCommand;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** The command {@code show}. Confined to one thread at a time. */
@Command(name = "show", description = "Prints all details of revisions.")
final class Show implements Runnable {
    @ParentCommand private @Nullable Rubedo parent;

    @Parameters(paramLabel = "REVISION", description = "A revision id, head, heads or current.") private String symbol = "";

    @Override
    public void run() {
        Objects.requireNonNull(parent, "picocli sets it").run(new ShowCommand(symbol));
    }
}
