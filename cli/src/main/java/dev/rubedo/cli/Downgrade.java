package dev.rubedo.cli;

import dev.rubedo.migrate.command.DowngradeCommand;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** The command {@code downgrade}. Confined to one thread at a time. */
@Command(name = "downgrade", description = "Undoes revisions.")
final class Downgrade implements Runnable {
    @ParentCommand private @Nullable Rubedo parent;

    @Parameters(paramLabel = "REVISION", description = "What to downgrade to: base, -1, an id; with --sql from:to.") private String target = "";

    @Option(names = "--sql", description = "Print the SQL instead of executing it; no connection is opened.") private boolean isSql;

    @Override
    public void run() {
        Objects.requireNonNull(parent, "picocli sets it").run(new DowngradeCommand(target, isSql));
    }
}
