package dev.rubedo.migrate.command;

import dev.rubedo.engine.Engine;
import dev.rubedo.migrate.script.MigrationConfig;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A directory with settings and revisions, for tests. Confined to one thread at a time. */
final class Project {
    private final Path directory;
    private String url;

    Project(Path directory) {
        this.directory = directory;
        this.url = "sqlite:///" + directory.resolve("shop.db");
        run(new InitCommand("migrations", "", ""));
    }

    Project use(String other) {
        url = other;
        return this;
    }

    Engine engine() {
        return Engine.create(url);
    }

    String run(MigrationCommand command) {
        return run(command, MigrationEnvironment.DEFAULT);
    }

    String run(MigrationCommand command, MigrationEnvironment environment) {
        var out = new StringWriter();
        var config = MigrationConfig.read(directory.resolve("rubedo.toml"), "").with("url", url);
        command.run(CommandContext.of(config, new PrintWriter(out)).withEnvironment(environment));
        return out.toString().replace(directory.toString(), "").replace("\r\n", "\n");
    }

    /** Adds a revision after another one. */
    Project revision(String id, String after, String up, String down) {
        run(new RevisionCommand("step " + id,
                new RevisionCommand.Options(List.of(after), true, List.of(), List.of(), id,
                        false, false, null)));
        var file = file(id);
        write(file, read(file).replace("upgrade(Operations op) {\n", "upgrade(Operations op) {\n" + up.indent(8))
                .replace("downgrade(Operations op) {\n", "downgrade(Operations op) {\n" + down.indent(8))
                .replace("import dev.rubedo.migrate.operation.Migration;",
                        "import static dev.rubedo.schema.Column.column;\nimport static dev.rubedo.type.Types.*;\n\n"
                                + "import dev.rubedo.migrate.operation.Migration;"));
        return this;
    }

    Path file(String id) {
        try (var files = Files.list(directory.resolve("migrations/versions"))) {
            return files.filter(each -> each.getFileName().toString().matches("R?" + id + "\\b.*|R" + id + "_.*"))
                    .findFirst().orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String heads() {
        return read(directory.resolve("migrations/HEADS"));
    }

    /** Returns the answers of a query on a column {@code answer}. */
    List<String> answers(String sql) {
        try (var engine = engine(); var connection = engine.connect()) {
            return connection.rows(sql).stream().map(row -> row.textOrEmpty("answer")).toList();
        }
    }
}
