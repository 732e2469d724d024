/** Schema migrations: the revision graph, operations, running and the commands. */
@org.jspecify.annotations.NullMarked module dev.rubedo.migrate {
    requires transitive dev.rubedo.engine;
    requires static org.jspecify;

    exports dev.rubedo.migrate.effect;
    exports dev.rubedo.migrate.error;
    exports dev.rubedo.migrate.operation;
    exports dev.rubedo.migrate.revision;
    exports dev.rubedo.migrate.snapshot;
}
