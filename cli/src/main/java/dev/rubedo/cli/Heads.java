package dev.rubedo.cli;

import dev.rubedo.migrate.command.HeadsCommand;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** The command {@code heads}. Confined to one thread at a time. */
@Command(name = "heads", description = "Prints the head revisions.")
final class Heads implements Runnable {
    @ParentCommand private @Nullable Rubedo parent;

    @Option(names = {"-v",
            "--verbose"}, description = "Print all details of the revisions.") private boolean isVerbose;

    @Option(names = "--resolve-dependencies", description = "Omit heads that other revisions depend on.") private boolean resolvesDependencies;

    @Override
    public void run() {
        Objects.requireNonNull(parent, "picocli sets it").run(new HeadsCommand(isVerbose, resolvesDependencies));
    }
}
