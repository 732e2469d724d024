package dev.rubedo.cli;

import dev.rubedo.migrate.command.DriftCommand;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** The command {@code drift}. Confined to one thread at a time. */
@Command(name = "drift", description = "Compares the database with its revisions.")
final class Drift implements Runnable {
    @ParentCommand private @Nullable Rubedo parent;

    @Option(names = "--json", description = "Print JSON.") private boolean isJson;

    @Override
    public void run() {
        Objects.requireNonNull(parent, "picocli sets it").run(new DriftCommand(isJson));
    }
}
