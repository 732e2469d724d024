package dev.rubedo.cli;

import dev.rubedo.migrate.command.CheckCommand;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** The command {@code check}. Confined to one thread at a time. */
@Command(name = "check", description = "Checks the revisions before they are merged.")
final class Check implements Runnable {
    @ParentCommand private @Nullable Rubedo parent;

    @Option(names = "--scratch", paramLabel = "URL", defaultValue = "", description = "An empty database on which the revisions are applied, undone and applied again.") private String scratch = "";

    @Override
    public void run() {
        Objects.requireNonNull(parent, "picocli sets it").run(new CheckCommand(scratch));
    }
}
