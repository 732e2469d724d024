/** Rubedo in Spring transactions. */
// the jars of Spring are automatic modules
@SuppressWarnings({"requires-automatic",
        "requires-transitive-automatic"}) @org.jspecify.annotations.NullMarked module dev.rubedo.spring {
    requires transitive dev.rubedo.orm;
    requires transitive spring.tx;
    requires transitive spring.jdbc;
    requires spring.core;
    requires spring.beans;
    requires static org.jspecify;
    requires org.slf4j;

    exports dev.rubedo.spring;
}
