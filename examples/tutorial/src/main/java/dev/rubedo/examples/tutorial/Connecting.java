package dev.rubedo.examples.tutorial;

import static dev.rubedo.orm.Orm.INTEGER;
import static dev.rubedo.orm.Orm.TEXT;
import static dev.rubedo.orm.Orm.literalColumn;
import static dev.rubedo.orm.Orm.text;

import dev.rubedo.engine.Connection;
import dev.rubedo.engine.Engine;
import dev.rubedo.sql.Row;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Chapter 1: engines, connections, transactions and SQL as text. Stateless and thread-safe. */
public final class Connecting {

    private Connecting() {}

    /** Create one engine for each database. It connects when the first connection is needed. */
    public static Engine engine(String url) {
        return Engine.builder(url)
                .echo(false)
                .poolSize(5).maxOverflow(10)
                .poolTimeout(Duration.ofSeconds(30)).poolRecycle(Duration.ofHours(1)).poolPrePing(true)
                .build();
    }

    /** A connection begins a transaction automatically. Uncommitted changes are rolled back when it is closed. */
    public static List<Row> commitAsYouGo(Engine engine) {
        try (Connection connection = engine.connect()) {
            connection.execute(text("CREATE TABLE points (x INTEGER, y INTEGER)"));
            connection.execute(text("INSERT INTO points (x, y) VALUES (:x, :y)"), Map.of("x", 1, "y", 2));
            connection.commit();
            connection.execute(text("INSERT INTO points (x, y) VALUES (:x, :y)"), Map.of("x", 3, "y", 4));
        }
        try (Connection connection = engine.connect()) {
            return connection.execute(text("SELECT x, y FROM points").columns(literalColumn("x", INTEGER),
                    literalColumn("y", INTEGER))).all();
        }
    }

    /** A block commits when it ends and rolls back if it throws. */
    public static void beginOnce(Engine engine) {
        engine.inTransaction(connection -> connection.executeMany(text("INSERT INTO points (x, y) VALUES (:x, :y)"),
                List.of(Map.of("x", 5, "y", 6), Map.of("x", 7, "y", 8))));
    }

    /** Values are bound by name, never written into the text. Rows are read by name, by position or by column. */
    public static List<Integer> withParameters(Engine engine) {
        try (Connection connection = engine.connect()) {
            var x = literalColumn("x", INTEGER);
            var y = literalColumn("y", INTEGER);
            return connection.execute(text("SELECT x, y FROM points WHERE y > :y ORDER BY x").columns(x, y),
                    Map.of("y", 2)).stream().map(row -> row.require(x) + row.require(y)).toList();
        }
    }

    /** A savepoint is undone on its own. */
    public static boolean savepoint(Engine engine) {
        return engine.fromTransaction(connection -> {
            var savepoint = connection.savepoint();
            connection.execute(text("DELETE FROM points"));
            savepoint.rollback();
            return !connection.execute(text("SELECT x FROM points").columns(literalColumn("x", TEXT))).all().isEmpty();
        });
    }
}
