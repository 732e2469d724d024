/** A development page that shows the database activity of a program. */
@org.jspecify.annotations.NullMarked module dev.rubedo.lens {
    requires transitive dev.rubedo.engine;
    requires static transitive dev.rubedo.orm;
    requires jdk.httpserver;
    requires org.slf4j;
    requires static org.jspecify;

    exports dev.rubedo.lens;
}
