package dev.rubedo.migrate.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.engine.Engine;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;

/**
 * Runs in processes of their own, which are killed, or started at the same time. By default some places and a few rounds;
 * {@code -Drubedo.crash.every=1} kills at every boundary, {@code -Drubedo.crash.processes=8} and
 * {@code -Drubedo.crash.rounds=50} let more of them race more often.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class ProcessTest {
    private static final int EVERY = Integer.getInteger("rubedo.crash.every", 6);
    private static final int PROCESSES = Integer.getInteger("rubedo.crash.processes", 4);
    private static final int ROUNDS = Integer.getInteger("rubedo.crash.rounds", 2);

    private static Process start(String... args) throws IOException {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx128m", "--enable-native-access=ALL-UNNAMED",
                "-cp", System.getProperty("java.class.path"),
                "-Dlogback.configurationFile=" + System.getProperty("logback.configurationFile", ""),
                CrashProcess.class.getName()));
        command.addAll(List.of(args));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    private static void expect(BufferedReader out, String word) throws IOException {
        for (var line = out.readLine();; line = out.readLine()) {
            assertThat(line).as("the process ended before it said %s", word).isNotNull();
            if (line.equals(word)) {
                return;
            }
        }
    }

    private static List<String> answers(Engine engine, String sql) {
        return engine.<List<String>, RuntimeException>fromTransaction(connection -> connection.rows(sql).stream()
                .map(row -> row.textOrEmpty("answer")).toList());
    }

    @DatabaseTest(only = {"postgresql", "mariadb"})
    void aRunThatIsKilledAtAStepIsCompletedByTheNextOne(TestDatabase database, Engine engine) throws Exception {
        for (int step = 0; step <= CrashProcess.STEPS; step += EVERY) {
            var name = "k" + step;
            var process = start("crash", database.url(), name, String.valueOf(step));
            try (var out = process.inputReader(StandardCharsets.UTF_8)) {
                expect(out, "READY");
            } finally {
                process.destroyForcibly();
            }
            assertThat(process.waitFor()).as("killed").isEqualTo(137);

            CrashProcess.run(engine, name, boundary -> {});

            assertThat(answers(engine, "SELECT id AS answer FROM " + name + " ORDER BY id")).as("killed at %s", step)
                    .containsExactly("1", "2", "3", "4");
            assertThat(engine.inspect().columns(name)).extracting(each -> each.name()).containsExactly("id", "name",
                    "town");
            assertThat(engine.inspect().indexes(name)).isEmpty();
            assertThat(answers(engine, "SELECT id AS answer FROM " + name + "_c")).containsExactly("1");
            assertThat(answers(engine, "SELECT version_num AS answer FROM version_" + name)).containsExactly(name);
        }
    }

    @DatabaseTest(only = {"postgresql", "mariadb", "sqlite"})
    void ofManyProcessesOneMakesEachStep(TestDatabase database, Engine engine) throws Exception {
        if (database.url().contains(":memory:")) {
            return;
        }
        var processes = new ArrayList<Process>();
        try {
            for (int i = 0; i < PROCESSES; i++) {
                processes.add(start("race", database.url()));
            }
            var readers = processes.stream().map(process -> process.inputReader(StandardCharsets.UTF_8)).toList();
            for (var reader : readers) {
                expect(reader, "READY");
            }
            for (int round = 0; round < ROUNDS; round++) {
                var name = "race" + round;
                for (var process : processes) {
                    var in = process.outputWriter(StandardCharsets.UTF_8);
                    in.write(name + "\n");
                    in.flush();
                }
                for (var reader : readers) {
                    expect(reader, "DONE");
                }
                assertThat(answers(engine, "SELECT id AS answer FROM " + name + " ORDER BY id"))
                        .containsExactlyElementsOf(
                                IntStream.range(1, CrashProcess.STEPS).mapToObj(String::valueOf).toList());
            }
        } finally {
            processes.forEach(Process::destroyForcibly);
        }
    }
}
