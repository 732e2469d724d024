package dev.rubedo.examples.quarkus;

import static dev.rubedo.examples.quarkus.Note_.NOTE;

import dev.rubedo.engine.Engine;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.SessionFactory;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The objects that live as long as the application. Final classes have no proxy, so they are singletons. Stateless. */
@Singleton
class Database {

    /** The data source is Quarkus's pool, so the engine does not add one. */
    @Produces
    @Singleton
    Engine engine(AgroalDataSource source) {
        return Engine.of(source);
    }

    @Produces
    @Singleton
    SessionFactory sessions(Engine engine) {
        var sessions = SessionFactory.builder(engine, Model.of(NOTE)).expireOnCommit(false).build();
        sessions.model().metadata().createAll(engine);
        return sessions;
    }
}
