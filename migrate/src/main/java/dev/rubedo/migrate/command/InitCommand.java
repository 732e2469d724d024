package dev.rubedo.migrate.command;

import dev.rubedo.backend.DatabaseUrl;
import dev.rubedo.error.ErrorCode;
import dev.rubedo.migrate.error.MigrationException;
import dev.rubedo.migrate.script.MigrationConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;

/**
 * The command {@code init}, which creates the directory of migrations, and the settings unless they exist. Immutable.
 *
 * @param directory the directory, relative to that of the settings
 * @param url the URL of the database, to be written to the settings; empty to use the variable {@code DATABASE_URL}
 * @param metadata the location of the application's metadata; empty if it is not known yet
 * @param isFromDatabase whether to write a first revision that creates the current schema of the database, and to
 *     record it in the database without running it
 */
public record InitCommand(String directory, String url, String metadata, boolean isFromDatabase)
        implements
            MigrationCommand {
    /** Checks the components. */
    public InitCommand {
        Objects.requireNonNull(directory, "directory");
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(metadata, "metadata");
    }

    /**
     * Creates the command for a directory without revisions.
     *
     * @param directory the directory, relative to that of the settings
     * @param url the URL of the database, to be written to the settings; empty to use the variable {@code DATABASE_URL}
     * @param metadata the location of the application's metadata; empty if it is not known yet
     */
    public InitCommand(String directory, String url, String metadata) {
        this(directory, url, metadata, false);
    }

    @Override
    public void run(CommandContext context) {
        boolean hasPassword = hasPassword();
        var base = context.config().directory();
        var versions = base.resolve(directory).resolve("versions");
        try {
            if (Files.isDirectory(versions)) {
                try (var files = Files.list(versions)) {
                    if (files.findAny().isPresent()) {
                        throw new MigrationException("The directory \"" + versions
                                + "\" exists and is not empty. Choose another one, or use its contents.");
                    }
                }
            }
            Files.createDirectories(versions);
            create(base.resolve(directory).resolve(".gitignore"), ".cache/\n", context);
            create(base.resolve(directory).resolve("HEADS"), "", context);
            hasPassword &= create(base.resolve(MigrationConfig.FILE), settings(), context);
        } catch (IOException e) {
            throw new MigrationException(ErrorCode.MIGRATION, "The directory \"" + versions + "\" cannot be created: "
                    + e.getMessage() + ". Check its permissions.", e);
        }
        if (hasPassword) {
            context.print(
                    "Warning: " + MigrationConfig.FILE + " has the password of the database. Before others can read "
                            + "it, write url = \"${DATABASE_URL}\" there and set this environment variable.");
        }
        if (isFromDatabase) {
            var changed = context.config().with("script-dir", directory);
            Baseline.write(context.withConfig(url.isEmpty() ? changed : changed.with("url", url)));
            return;
        }
        context.print("Next: write a revision with the command revision -m \"...\".");
    }

    /** Throws, before anything is written, if the URL cannot be read. */
    private boolean hasPassword() {
        return url.matches("(?i).*[?&;]password=[^$].*")
                || !url.isEmpty() && !url.contains("${") && DatabaseUrl.of(url).password().isPresent();
    }

    /** Writes a file unless it exists, and returns whether it was written. */
    private static boolean create(Path file, String text, CommandContext context) throws IOException {
        if (Files.exists(file)) {
            context.print("Kept " + file);
            return false;
        }
        Files.writeString(file, text);
        context.print("Created " + file);
        return true;
    }

    private String settings() {
        return String.format(Locale.ROOT, """
                # The settings of migrations. A text may contain ${VARIABLE}, which is read from the environment.
                [migrate]
                script-dir = %s
                url = %s
                # where the model is, for revision --autogenerate: a static field or method of a class on the class path
                %smetadata = %s
                # classpath = ["target/classes", "lib/*.jar"]
                # file-template = "R{rev}_{slug}"
                # version-table = "rubedo_version"
                # transaction = "per-revision"       # or "per-run"
                # lock-timeout = 60                   # seconds
                # lint-since = ""                     # the revision up to which lint does not look

                # [profiles.test]                     # chosen with --profile test
                # url = "sqlite:///target/test.db"
                """, quoted(directory), quoted(url.isEmpty() ? "${DATABASE_URL}" : url),
                metadata.isEmpty() ? "# " : "", quoted(metadata.isEmpty() ? "com.acme.Model#METADATA" : metadata));
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
