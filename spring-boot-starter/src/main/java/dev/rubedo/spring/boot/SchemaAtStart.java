package dev.rubedo.spring.boot;

import dev.rubedo.engine.Engine;

/** The initialization of the schema before the first session is opened, and its state. Thread-safe. */
interface SchemaAtStart {

    /** Runs the initialization. */
    void run(Engine engine);

    /** Returns the revisions of the database and of the application. */
    SchemaState state(Engine engine);
}
