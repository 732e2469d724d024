/** Schema migrations: the revision graph, operations, running and the commands. */
@org.jspecify.annotations.NullMarked module dev.rubedo.migrate {
    requires transitive dev.rubedo.engine;
    requires static org.jspecify;

    exports dev.rubedo.migrate.error;
    exports dev.rubedo.migrate.revision;
}
