package dev.rubedo.cli;

import dev.rubedo.migrate.command.EnsureVersionCommand;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** The command {@code ensure-version}. Confined to one thread at a time. */
@Command(name = "ensure-version", description = "Creates the version table if it does not exist.")
final class EnsureVersion implements Runnable {
    @ParentCommand private @Nullable Rubedo parent;

    @Option(names = "--sql", description = "Print the SQL instead of executing it; no connection is opened.") private boolean isSql;

    @Override
    public void run() {
        Objects.requireNonNull(parent, "picocli sets it").run(new EnsureVersionCommand(isSql));
    }
}
