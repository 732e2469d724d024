/** An application on the module path: what it needs to read, and nothing opened to anybody. */
@org.jspecify.annotations.NullMarked module dev.rubedo.examples.modules {
    requires dev.rubedo.orm;
    requires dev.rubedo.dialect.h2;
    // the annotations on generated classes
    requires static java.compiler;
    requires static org.jspecify;

    exports dev.rubedo.examples.modules;
}
