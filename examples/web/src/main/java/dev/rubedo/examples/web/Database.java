package dev.rubedo.examples.web;

import static dev.rubedo.examples.web.Post_.POST;
import static dev.rubedo.examples.web.User_.USER;

import dev.rubedo.engine.Engine;
import dev.rubedo.migrate.command.MigrationStart;
import dev.rubedo.migrate.run.MigrationOptions;
import dev.rubedo.migrate.script.MigrationConfig;
import dev.rubedo.migrate.script.ScriptDirectory;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.SessionFactory;
import java.nio.file.Path;

/** The application's access to its database, once per process. Thread-safe. */
public final class Database implements AutoCloseable {

    private static final Model MODEL = Model.of(USER, POST);

    private final Engine engine;
    private final SessionFactory sessions;

    /**
     * Opens the database and upgrades it to the newest revision.
     *
     * @param url such as {@code sqlite:///blog.db} or {@code postgresql://user:password@localhost/blog}
     */
    public Database(String url) {
        this(Engine.create(url));
    }

    Database(Engine engine) {
        this.engine = engine;
        this.sessions = SessionFactory.of(engine, MODEL);
        var revisions = ScriptDirectory.onClassPath(Database.class.getClassLoader(),
                MigrationConfig.defaults(Path.of(".")));
        MigrationStart.UPGRADE.run(engine, revisions, MigrationOptions.DEFAULT);
    }

    /** Returns the factory of sessions. */
    public SessionFactory sessions() {
        return sessions;
    }

    @Override
    public void close() {
        engine.close();
    }
}
