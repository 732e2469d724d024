package dev.rubedo.migrate.command;

import dev.rubedo.engine.Engine;
import dev.rubedo.migrate.error.OutOfDateException;
import dev.rubedo.migrate.run.MigrationContext;
import dev.rubedo.migrate.run.MigrationOptions;
import dev.rubedo.migrate.script.ScriptDirectory;
import java.util.TreeSet;

/** The action that an application takes on migrations when it starts. Immutable. */
public enum MigrationStart {
    /** Nothing. */
    NONE,
    /** Refuses to start if the database is not at the heads. Reads the version table and takes no lock. */
    VALIDATE,
    /**
     * Upgrades the database to the heads. If several instances start, one of them upgrades and the others wait for it.
     */
    UPGRADE;

    /**
     * Performs the action.
     *
     * @param engine the database
     * @param revisions the revisions, usually {@link ScriptDirectory#onClassPath}
     * @param options the options for running revisions
     * @throws OutOfDateException if the database is validated and not at the heads
     */
    public void run(Engine engine, ScriptDirectory revisions, MigrationOptions options) {
        switch (this) {
            case NONE -> {}
            case VALIDATE -> validate(engine, revisions, options);
            case UPGRADE -> {
                try (var connection = engine.connect()) {
                    var plan = revisions.plan((map, heads) -> map.upgrade("heads", heads));
                    MigrationContext.of(connection, options).run(plan, plan);
                }
            }
        }
    }

    private static void validate(Engine engine, ScriptDirectory revisions, MigrationOptions options) {
        try (var connection = engine.connect()) {
            var heads = MigrationContext.of(connection, options).currentHeads();
            if (!revisions.named(heads).equals(new TreeSet<>(revisions.map().effectiveHeads()))) {
                throw new OutOfDateException("The application requires the database to be at "
                        + revisions.map().effectiveHeads() + ", but it is at " + (heads.isEmpty() ? "base" : heads)
                        + ". Upgrade it before the application starts, or start with MigrationStart.UPGRADE.", heads);
            }
        }
    }
}
