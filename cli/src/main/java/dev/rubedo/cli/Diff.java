package dev.rubedo.cli;

import dev.rubedo.migrate.command.DiffCommand;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** The command {@code diff}. Confined to one thread at a time. */
@Command(name = "diff", description = "Compares the database with the model of the application.")
final class Diff implements Runnable {
    @ParentCommand private @Nullable Rubedo parent;

    @Option(names = "--json", description = "Print JSON.") private boolean isJson;

    @Option(names = "--exit-code", description = "Exit with code 3 if there are differences.") private boolean fails;

    @Override
    public void run() {
        Objects.requireNonNull(parent, "picocli sets it").run(new DiffCommand(isJson, fails));
    }
}
