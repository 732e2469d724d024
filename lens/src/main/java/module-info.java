/** A page for development that shows what a program does with its database. */
@org.jspecify.annotations.NullMarked module dev.rubedo.lens {
    requires transitive dev.rubedo.engine;
    requires static transitive dev.rubedo.orm;
    requires jdk.httpserver;
    requires org.slf4j;
    requires static org.jspecify;

    exports dev.rubedo.lens;
}
