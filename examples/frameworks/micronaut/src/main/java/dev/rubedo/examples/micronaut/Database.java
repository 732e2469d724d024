package dev.rubedo.examples.micronaut;

import static dev.rubedo.examples.micronaut.Note_.NOTE;

import dev.rubedo.engine.Engine;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.SessionFactory;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import javax.sql.DataSource;

/** The objects that live as long as the application. Stateless. */
@Factory
final class Database {

    /** The data source is Micronaut's pool, so the engine does not add one. */
    @Singleton
    Engine engine(DataSource source) {
        return Engine.of(source);
    }

    @Singleton
    SessionFactory sessions(Engine engine) {
        var sessions = SessionFactory.builder(engine, Model.of(NOTE)).expireOnCommit(false).build();
        sessions.model().metadata().createAll(engine);
        return sessions;
    }
}
