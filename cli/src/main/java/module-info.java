/** The command {@code rubedo}: runs migrations from the command line or from the main method of an application. */
@org.jspecify.annotations.NullMarked module dev.rubedo.cli {
    requires transitive dev.rubedo.migrate;
    requires dev.rubedo.generate;
    requires com.github.javaparser.core;
    requires info.picocli;
    requires java.compiler;
    requires static org.jspecify;

    exports dev.rubedo.cli;
    exports dev.rubedo.cli.jpa;

    opens dev.rubedo.cli to info.picocli;
}
