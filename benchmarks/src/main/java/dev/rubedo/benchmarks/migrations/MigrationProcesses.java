package dev.rubedo.benchmarks.migrations;

import dev.rubedo.migrate.command.CommandContext;
import dev.rubedo.migrate.command.CompileCommand;
import dev.rubedo.migrate.script.MigrationConfig;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Measures processes that upgrade a database of SQLite by 500 small revisions, and that tell where it is afterwards, with
 * Rubedo, Flyway and Liquibase by turns. The measure is the CPU time of the process; the least of several rounds counts.
 * Stateless.
 */
public final class MigrationProcesses {
    private static final int REVISIONS = 500;

    private MigrationProcesses() {}

    /**
     * Runs the measurement.
     *
     * @param args the number of rounds; 5 if it is missing
     */
    public static void main(String[] args) throws Exception {
        int rounds = args.length == 0 ? 5 : Integer.parseInt(args[0]);
        var directory = Files.createTempDirectory("migrations");
        var classes = writeRubedo(directory.resolve("rubedo"));
        var tools = new LinkedHashMap<String, List<String>>();
        tools.put("Rubedo", List.of(RubedoRun.class.getName()));
        tools.put("Flyway", List.of(FlywayRun.class.getName(), writeFlyway(directory.resolve("flyway")).toString()));
        tools.put("Liquibase", List.of(LiquibaseRun.class.getName(), writeLiquibase(directory).toString()));
        Map<String, Long> best = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
            for (var tool : tools.entrySet()) {
                var database = directory.resolve(tool.getKey() + round + ".db");
                for (boolean isUpgrade : new boolean[]{true, false}) {
                    long cpu = run(classes, tool.getValue(), database, isUpgrade);
                    best.merge((isUpgrade ? "upgrade " : "current ") + tool.getKey(), cpu, Math::min);
                }
            }
        }
        best.forEach((what, cpu) -> {
            var command = what.substring(0, what.indexOf(' '));
            System.out.printf(Locale.ROOT, "%-20s %6d ms   %.2f of Flyway%n", what, cpu,
                    (double) cpu / best.get(command + " Flyway"));
        });
    }

    private static long run(Path classes, List<String> tool, Path database, boolean isUpgrade)
            throws IOException, InterruptedException {
        var line = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED", "-cp",
                classes + System.getProperty("path.separator") + System.getProperty("java.class.path"), tool.get(0),
                database.toString(), String.valueOf(isUpgrade)));
        line.addAll(tool.subList(1, tool.size()));
        var process = new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", tool) + " failed: " + output);
        }
        return output.lines().filter(each -> each.startsWith(CpuReport.WORD)).findFirst()
                .map(each -> Long.parseLong(each.substring(CpuReport.WORD.length()))).orElseThrow();
    }

    /** Compiles revisions to a directory of a class path, with their index. */
    private static Path writeRubedo(Path directory) throws IOException {
        var versions = Files.createDirectories(directory.resolve("migrations/versions"));
        for (int i = 1; i <= REVISIONS; i++) {
            Files.writeString(versions.resolve("R" + i + ".java"), """
                    package revisions;

                    import static dev.rubedo.schema.Column.column;
                    import static dev.rubedo.type.Types.INTEGER;
                    import static dev.rubedo.type.Types.string;

                    import dev.rubedo.migrate.operation.Migration;
                    import dev.rubedo.migrate.operation.Operations;
                    import dev.rubedo.migrate.operation.Revision;

                    @Revision(id = "r%1$d"%2$s)
                    public final class R%1$d implements Migration {
                        @Override
                        public void upgrade(Operations op) {
                            op.createTable("t%1$d", column("id", INTEGER).primaryKey(), column("name", string(20)));
                        }
                    }
                    """.formatted(i, i == 1 ? "" : ", downRevision = \"r" + (i - 1) + "\""));
        }
        var classes = directory.resolve("classes");
        new CompileCommand(classes)
                .run(CommandContext.of(MigrationConfig.defaults(directory), new PrintWriter(Writer.nullWriter())));
        return classes;
    }

    private static String creation(int number) {
        return "CREATE TABLE t" + number + " ( id INTEGER PRIMARY KEY, name VARCHAR(20) );\n";
    }

    private static Path writeFlyway(Path directory) throws IOException {
        Files.createDirectories(directory);
        for (int i = 1; i <= REVISIONS; i++) {
            Files.writeString(directory.resolve("V" + i + "__table.sql"), creation(i));
        }
        return directory;
    }

    private static Path writeLiquibase(Path directory) throws IOException {
        var log = new StringBuilder("--liquibase formatted sql\n");
        for (int i = 1; i <= REVISIONS; i++) {
            log.append("\n--changeset me:").append(i).append('\n').append(creation(i));
        }
        return Files.writeString(directory.resolve("changelog.sql"), log);
    }
}
