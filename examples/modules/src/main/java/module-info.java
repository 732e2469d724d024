/** An application on the module path: it declares what it reads and opens nothing. */
@org.jspecify.annotations.NullMarked module dev.rubedo.examples.modules {
    requires dev.rubedo.orm;
    requires dev.rubedo.dialect.h2;
    // the annotations on generated classes
    requires static java.compiler;
    requires static org.jspecify;

    exports dev.rubedo.examples.modules;
}
