package dev.rubedo.cli;

import dev.rubedo.migrate.command.CompileCommand;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** The command {@code compile}. Confined to one thread at a time. */
@Command(name = "compile", description = "Compiles the revisions into the application, which then needs neither their sources nor a compiler.")
final class Compile implements Runnable {
    @ParentCommand private @Nullable Rubedo parent;

    @Option(names = "--to", paramLabel = "DIRECTORY", description = "The output directory (default: target/classes next to the settings file).") private @Nullable Path target;

    @Option(names = "--release", paramLabel = "VERSION", defaultValue = ""
            + CompileCommand.OLDEST_RELEASE, description = "The Java release to compile for (default: ${DEFAULT-VALUE}).") private int release = CompileCommand.OLDEST_RELEASE;

    @Override
    public void run() {
        var rubedo = Objects.requireNonNull(parent, "picocli sets it");
        rubedo.run(new CompileCommand(target != null ? target : rubedo.fromConfig(Path.of("target/classes")), release));
    }
}
