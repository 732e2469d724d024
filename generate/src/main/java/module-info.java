/** Generates source code from the schema of a database: tables, entities, and enums. */
@org.jspecify.annotations.NullMarked module dev.rubedo.generate {
    requires transitive dev.rubedo.engine;
    requires dev.rubedo.mapping;
    requires dev.rubedo.dialect.postgresql;
    requires dev.rubedo.dialect.mysql;
    requires com.palantir.javapoet;
    requires java.compiler;
    requires static org.jspecify;

    exports dev.rubedo.generate;
}
