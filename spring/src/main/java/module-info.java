/** Rubedo in transactions of Spring. */
@org.jspecify.annotations.NullMarked module dev.rubedo.spring {
    requires transitive dev.rubedo.orm;
    requires transitive spring.tx;
    requires transitive spring.jdbc;
    requires spring.core;
    requires spring.beans;
    requires static org.jspecify;

    exports dev.rubedo.spring;
}
