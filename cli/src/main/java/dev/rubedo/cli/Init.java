package dev.rubedo.cli;

import dev.rubedo.migrate.command.InitCommand;
import dev.rubedo.migrate.script.MigrationConfig;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** The command {@code init}. Confined to one thread at a time. */
@Command(name = "init", description = "Creates the migrations directory and the settings file.")
final class Init implements Runnable {
    @ParentCommand private @Nullable Rubedo parent;
    @Spec private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "DIRECTORY", defaultValue = "migrations", description = "The directory (default: ${DEFAULT-VALUE}).") private String directory = "migrations";

    @Option(names = "--metadata", paramLabel = "CLASS#FIELD", defaultValue = "", description = "The field or method that supplies the metadata of the application.") private String metadata = "";

    @Option(names = "--database", paramLabel = "URL", defaultValue = "", description = "The URL to write to the settings file (default: the environment variable DATABASE_URL).") private String database = "";

    @Option(names = "--from-database", description = "Write a first revision that creates the existing schema of the database, and record it there without running it.") private boolean isFromDatabase;

    @Override
    public void run() {
        var rubedo = Objects.requireNonNull(parent, "picocli sets it");
        if (!rubedo.config().endsWith(MigrationConfig.FILE)) {
            throw new ParameterException(Objects.requireNonNull(spec, "picocli sets it").commandLine(),
                    "init writes the settings to " + MigrationConfig.FILE + ", not to \"" + rubedo.config()
                            + "\". Specify a file named " + MigrationConfig.FILE
                            + " with --config, and rename it afterwards.");
        }
        if (!isFromDatabase) {
            UnusedOptions.refuseWith("Use --database to write the URL to the settings, or add --from-database",
                    Objects.requireNonNull(spec, "picocli sets it").commandLine(), "--url");
        }
        rubedo.run(new InitCommand(directory, database, metadata, isFromDatabase));
    }
}
