package dev.rubedo.orm.session;

import dev.rubedo.engine.Connection;
import dev.rubedo.engine.Engine;

/** Opens the connections of a session. */
@FunctionalInterface
interface SessionConnector {

    /** Returns a connection of an engine. */
    Connection connect(Engine engine);
}
