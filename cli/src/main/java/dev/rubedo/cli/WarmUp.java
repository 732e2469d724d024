package dev.rubedo.cli;

import dev.rubedo.migrate.command.MigrationEnvironment;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The program that the launcher runs once, before the first command: it executes common commands in a temporary
 * directory, so that the JVM can write an archive of the classes that they need. Stateless.
 */
final class WarmUp {
    private WarmUp() {}

    /**
     * Executes the commands; the exit code is 1 if one of them fails.
     *
     * @param args none
     */
    public static void main(String[] args) throws IOException {
        System.exit(run() ? 0 : 1);
    }

    /** Executes the commands and returns whether all of them succeeded. */
    static boolean run() throws IOException {
        var directory = Files.createTempDirectory("rubedo");
        try {
            var settings = directory.resolve("rubedo.toml").toString();
            var url = "sqlite:///" + directory.resolve("warm.db");
            return List.of(List.of("init", "--database", url), List.of("revision", "-m", "one"),
                    List.of("revision", "-m", "two", "--sql"), List.of("upgrade"), List.of("current"),
                    List.of("history", "-i"), List.of("heads"), List.of("downgrade", "base"),
                    List.of("upgrade", "--sql", "head")).stream().allMatch(line -> execute(settings, line) == 0);
        } finally {
            delete(directory);
        }
    }

    private static int execute(String settings, List<String> line) {
        var arguments = new ArrayList<>(List.of("--config", settings));
        arguments.addAll(line);
        var nowhere = new PrintWriter(Writer.nullWriter());
        return RubedoMigrations.run(arguments.toArray(String[]::new), MigrationEnvironment.DEFAULT, null, nowhere,
                nowhere);
    }

    private static void delete(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
