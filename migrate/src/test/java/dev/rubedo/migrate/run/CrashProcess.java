package dev.rubedo.migrate.run;

import static dev.rubedo.schema.Column.column;
import static dev.rubedo.type.Types.INTEGER;
import static dev.rubedo.type.Types.string;

import dev.rubedo.engine.Engine;
import dev.rubedo.migrate.operation.Operations;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/** A process of its own that runs revisions until it is killed, or together with others. */
final class CrashProcess {
    /** The number of steps of the plan. */
    static final int STEPS = 12;

    private CrashProcess() {}

    /**
     * Runs revisions.
     *
     * @param args {@code crash URL NAME STEP}, or {@code race URL}: names of rounds are read from the standard input
     */
    public static void main(String[] args) throws IOException {
        try (var engine = Engine.create(args[1])) {
            if (args[0].equals("crash")) {
                int crashAt = Integer.parseInt(args[3]);
                run(engine, args[2], step -> {
                    if (step == crashAt) {
                        say("READY");
                        LockSupport.parkNanos(Duration.ofMinutes(5).toNanos());
                    }
                });
                return;
            }
            say("READY");
            var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (var name = in.readLine(); name != null; name = in.readLine()) {
                race(name).upgrade(engine, "head", options(name));
                say("DONE");
            }
        }
    }

    private static void say(String word) {
        System.out.println(word);
        System.out.flush();
    }

    private static MigrationOptions options(String name) {
        return MigrationOptions.DEFAULT.versionTable("version_" + name).lockTimeout(Duration.ofMinutes(3));
    }

    /** Runs the plan of twelve steps, and tells the boundary before each, and after the last. */
    static void run(Engine engine, String name, IntConsumer boundary) {
        plan(name, boundary).upgrade(engine, "head", options(name));
    }

    private static Revisions plan(String name, IntConsumer boundary) {
        List<Consumer<Operations>> steps = List.of(
                op -> op.createTable(name, column("id", INTEGER), column("name", string(20))),
                op -> op.execute("INSERT INTO " + name + " (id, name) VALUES (1, 'a')"),
                op -> op.addColumn(name, column("city", string(20))),
                op -> op.execute("INSERT INTO " + name + " (id, name) VALUES (2, 'b')"),
                op -> op.concurrently().createIndex("ix_" + name + "_city", name, "city"),
                op -> op.execute("INSERT INTO " + name + " (id, name) VALUES (3, 'c')"),
                op -> op.alterColumn(name, "city", c -> c.rename("town").existingType(string(20))),
                op -> op.createTable(name + "_b", column("id", INTEGER)),
                op -> op.execute("INSERT INTO " + name + "_b (id) VALUES (1)"),
                op -> op.dropIndex("ix_" + name + "_city", name),
                op -> op.renameTable(name + "_b", name + "_c"),
                op -> op.execute("INSERT INTO " + name + " (id, name) VALUES (4, 'd')"));
        if (steps.size() != STEPS) {
            throw new IllegalStateException("The plan has " + steps.size() + " steps");
        }
        return new Revisions().next(name, op -> {
            for (int i = 0; i < STEPS; i++) {
                boundary.accept(i);
                steps.get(i).accept(op);
            }
            boundary.accept(STEPS);
        }, op -> {});
    }

    /** Returns twelve revisions that each insert a row. */
    static Revisions race(String name) {
        var revisions = new Revisions().next("r0", op -> op.createTable(name, column("id", INTEGER)), op -> {});
        for (int i = 1; i < STEPS; i++) {
            int number = i;
            revisions.next("r" + i, op -> op.execute("INSERT INTO " + name + " (id) VALUES (" + number + ")"),
                    op -> {});
        }
        return revisions;
    }
}
