package dev.rubedo.spring.boot;

import dev.rubedo.engine.Engine;

/** What is done about the schema before the first session is opened, and what its state is. Thread-safe. */
interface SchemaAtStart {

    /** Does it. */
    void run(Engine engine);

    /** Returns the revisions of the database and of the application. */
    SchemaState state(Engine engine);
}
