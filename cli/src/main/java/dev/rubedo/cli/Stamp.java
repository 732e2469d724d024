package dev.rubedo.cli;

import dev.rubedo.migrate.command.StampCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** The command {@code stamp}. Confined to one thread at a time. */
@Command(name = "stamp", description = "Records revisions as applied without running them.")
final class Stamp implements Runnable {
    @ParentCommand private @Nullable Rubedo parent;

    @Parameters(paramLabel = "REVISION", arity = "1..*", description = "The revisions to record: head, heads, base or ids.") private List<String> targets = new ArrayList<>();

    @Option(names = "--sql", description = "Print the SQL instead of executing it; no connection is opened.") private boolean isSql;

    @Option(names = "--purge", description = "Delete all rows of the version table first.") private boolean isPurged;

    @Override
    public void run() {
        Objects.requireNonNull(parent, "picocli sets it").run(new StampCommand(targets, isSql, isPurged));
    }
}
