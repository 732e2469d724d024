package dev.rubedo.migrate.script;

import dev.rubedo.error.ErrorCode;
import dev.rubedo.migrate.error.MigrationException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A program that is executed for each revision that a command has written, such as a formatter of source: a table
 * {@code [hooks.NAME]} of the settings. Immutable.
 *
 * @param name the name
 * @param command the program and its arguments, in which {@link #FILE} stands for the file of the revision; without it,
 *     the file is appended as the last argument
 * @param directory the working directory
 */
public record RevisionHook(String name, List<String> command, Path directory) {

    /** The placeholder for the file of the revision. */
    public static final String FILE = "{file}";

    /** Checks the components. */
    public RevisionHook {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(directory, "directory");
        command = List.copyOf(command);
        if (command.isEmpty()) {
            throw new IllegalArgumentException("The hook \"" + name + "\" has no program");
        }
    }

    /**
     * Executes the program and waits for it to exit.
     *
     * @param revision the file of the revision
     * @return what the program printed, without the last line break
     * @throws MigrationException if it cannot be started or does not exit with code 0
     */
    public String run(Path revision) {
        var file = revision.toAbsolutePath().toString();
        var line = new ArrayList<String>();
        command.forEach(word -> line.add(word.replace(FILE, file)));
        if (line.equals(command)) {
            line.add(file);
        }
        try {
            var process = new ProcessBuilder(line).directory(directory.toFile()).redirectErrorStream(true)
                    .redirectInput(ProcessBuilder.Redirect.PIPE).start();
            process.getOutputStream().close();
            var printed = new String(process.getInputStream().readAllBytes(), Charset.defaultCharset()).stripTrailing();
            int code = process.waitFor();
            if (code != 0) {
                throw new MigrationException(ErrorCode.MIGRATION,
                        "The hook \"" + name + "\" failed with exit code " + code
                                + (printed.isEmpty() ? "" : ": " + printed) + "\nThe revision \"" + revision
                                + "\" has been written; correct it, or the table [hooks." + name + "] of "
                                + MigrationConfig.FILE
                                + ".",
                        null);
            }
            return printed;
        } catch (IOException e) {
            throw new MigrationException(ErrorCode.CONFIGURATION, "The hook \"" + name + "\" cannot be executed: "
                    + e.getMessage() + ". The revision \"" + revision + "\" has been written; correct the table [hooks."
                    + name
                    + "] of " + MigrationConfig.FILE + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MigrationException(ErrorCode.MIGRATION,
                    "Interrupted while waiting for the hook \"" + name + "\".",
                    e);
        }
    }
}
