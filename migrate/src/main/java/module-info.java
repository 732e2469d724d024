/** Schema migrations: the revision graph, operations, running and the commands. */
@org.jspecify.annotations.NullMarked module dev.rubedo.migrate {
    requires transitive dev.rubedo.engine;
    requires static org.jspecify;
    requires java.compiler;
    requires org.slf4j;

    exports dev.rubedo.migrate.batch;
    exports dev.rubedo.migrate.command;
    exports dev.rubedo.migrate.compare;
    exports dev.rubedo.migrate.effect;
    exports dev.rubedo.migrate.error;
    exports dev.rubedo.migrate.lint;
    exports dev.rubedo.migrate.operation;
    exports dev.rubedo.migrate.render;
    exports dev.rubedo.migrate.revision;
    exports dev.rubedo.migrate.run;
    exports dev.rubedo.migrate.script;
    exports dev.rubedo.migrate.snapshot;
    exports dev.rubedo.migrate.source;

    uses dev.rubedo.dialect.Dialect;
    uses dev.rubedo.migrate.operation.Migration;
}
