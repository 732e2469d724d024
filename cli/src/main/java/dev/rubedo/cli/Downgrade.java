package dev.rubedo.cli;

import dev.rubedo.migrate.command.DowngradeCommand;
import dev.rubedo.migrate.run.ResumeMode;
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

    @Parameters(paramLabel = "REVISION", description = "The target: base, -1 or an id; with --sql, from:to.") private String target = "";

    @Option(names = "--sql", description = "Print the SQL instead of executing it; no connection is opened.") private boolean isSql;

    @Option(names = "--resume", paramLabel = "ask|repeat|skip", description = "How to handle a statement that an interrupted run started, if it cannot be determined whether it was executed: stop (ask, the default), execute it (repeat), or treat it as executed (skip).") private @Nullable ResumeMode resume;

    @Override
    public void run() {
        var commands = Objects.requireNonNull(parent, "picocli sets it");
        commands.resume(resume);
        commands.run(new DowngradeCommand(target, isSql));
    }
}
