package dev.rubedo.generate;

import dev.rubedo.engine.Engine;
import dev.rubedo.sql.Sql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The tables of the Chinook database, as its scripts and its file declare them. Stateless. */
final class Chinook {
    private Chinook() {}

    /** Creates the tables of a script, without data. */
    static void create(Path script, Engine engine) throws IOException {
        execute(Stream.of(Files.readString(script).replaceAll("(?s)/\\*.*?\\*/", "").split(";")), engine);
    }

    /** Creates the tables of a file as it declares them. */
    static void copy(Path file, Engine engine) {
        try (var from = Engine.create("sqlite:///" + file + "?open_mode=1")) {
            List<String> statements = from.fromTransaction(connection -> connection.all(Sql.text(
                    "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite%' ORDER BY type DESC")
                    .columns(Sql.literalColumn("sql", Sql.TEXT))));
            execute(statements.stream(), engine);
        }
    }

    private static void execute(Stream<String> statements, Engine engine) {
        engine.inTransaction(connection -> statements.map(String::strip)
                .filter(each -> each.matches("(?s)(CREATE (UNIQUE )?(TABLE|INDEX)|ALTER TABLE).*"))
                .forEach(each -> connection.execute(Sql.text(each.replace(":", "\\:")))));
    }
}
