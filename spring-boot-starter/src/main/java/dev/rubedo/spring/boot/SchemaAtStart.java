package dev.rubedo.spring.boot;

import dev.rubedo.engine.Engine;

/** What is done about the schema before the first session is opened. */
@FunctionalInterface
interface SchemaAtStart {

    /** Does it. */
    void run(Engine engine);
}
