package dev.rubedo.cli;

import dev.rubedo.migrate.command.UpgradeCommand;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** The command {@code upgrade}. Confined to one thread at a time. */
@Command(name = "upgrade", description = "Applies revisions.")
final class Upgrade implements Runnable {
    @ParentCommand private @Nullable Rubedo parent;

    @Parameters(paramLabel = "REVISION", defaultValue = "head", description = "What to upgrade to: head, heads, +2, an id; with --sql also from:to (default: head).") private String target = "head";

    @Option(names = "--sql", description = "Print the SQL instead of executing it; no connection is opened.") private boolean isSql;

    @Override
    public void run() {
        Objects.requireNonNull(parent, "picocli sets it").run(new UpgradeCommand(target, isSql));
    }
}
