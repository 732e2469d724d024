package dev.rubedo.cli;

import dev.rubedo.error.ErrorCode;
import dev.rubedo.migrate.error.MigrationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import javax.lang.model.SourceVersion;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code new}. Confined to one thread at a time. */
@Command(name = "new", abbreviateSynopsis = true, description = "Creates a Maven project with entities, a program, migrations and tests.")
final class New implements Runnable {
    @Spec private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "The name of the project and its directory.") private String name = "";

    @Option(names = "--database", paramLabel = "DATABASE", required = true, description = "The database: ${COMPLETION-CANDIDATES}.") private ProjectDatabase database = ProjectDatabase.SQLITE;

    @Option(names = "--package", paramLabel = "PACKAGE", defaultValue = "", description = "The package of the classes (default: the name).") private String packageName = "";

    @Option(names = "--directory", paramLabel = "DIRECTORY", description = "The parent directory (default: the current directory).") private Path parent = Path
            .of("");

    @Option(names = "--spring", description = "Create a Spring Boot 4 service instead of a program.") private boolean isSpring;

    @Override
    public void run() {
        var line = Objects.requireNonNull(spec, "picocli sets it").commandLine();
        UnusedOptions.refuse(line);
        if (!name.matches("[A-Za-z][A-Za-z0-9._-]*")) {
            throw new ParameterException(line, "\"" + name
                    + "\" is not a valid project name. Use letters, digits, '.', '-' and '_', starting with a letter.");
        }
        var chosen = packageName.isEmpty() ? name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "") : packageName;
        if (!SourceVersion.isName(chosen, SourceVersion.RELEASE_21)) {
            throw new ParameterException(line,
                    "\"" + chosen + "\" is not a valid Java package name. Specify one with --package.");
        }
        var directory = parent.resolve(name);
        try {
            if (Files.exists(directory)) {
                throw new MigrationException(ErrorCode.CONFIGURATION, "\"" + directory
                        + "\" already exists. Choose another name, or remove it. Nothing was written.", null);
            }
            new ProjectTemplate(name, chosen, database, isSpring).write(directory);
        } catch (IOException failed) {
            throw new MigrationException(ErrorCode.CONFIGURATION,
                    "The project cannot be written to \"" + directory + "\": " + failed.getMessage(), failed);
        }
        var out = line.getOut();
        out.println("Created " + directory + ". Next:");
        out.println();
        out.println("  cd " + directory);
        out.println("  mvn test");
        out.println(isSpring ? "  mvn spring-boot:run" : "  mvn -q compile exec:exec");
        if (database.needsServer()) {
            out.println();
            out.println(isSpring ? "The service connects to " + database.jdbc(name)
                    + "; change the URL in application.properties. The tests start their own server."
                    : "The program connects to " + database.url(name)
                            + "; set DATABASE_URL to use another database. The tests start their own server.");
        }
        out.flush();
    }
}
