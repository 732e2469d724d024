package dev.rubedo.cli;

import dev.rubedo.migrate.command.CompileCommand;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** The command {@code compile}. Confined to one thread at a time. */
@Command(name = "compile", description = "Compiles the revisions into an application, which then needs neither their sources nor a compiler.")
final class Compile implements Runnable {
    @ParentCommand private @Nullable Rubedo parent;

    @Option(names = "--to", paramLabel = "DIRECTORY", defaultValue = "target/classes", description = "The directory of the classes (default: ${DEFAULT-VALUE}).") private Path target = Path
            .of("target/classes");

    @Override
    public void run() {
        Objects.requireNonNull(parent, "picocli sets it").run(new CompileCommand(target));
    }
}
