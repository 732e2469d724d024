/** Auto-configuration of Rubedo in Spring Boot. */
// the jars of Spring are automatic modules
@SuppressWarnings({"requires-automatic",
        "requires-transitive-automatic"}) @org.jspecify.annotations.NullMarked module dev.rubedo.spring.boot {
    requires transitive dev.rubedo.spring;
    requires static dev.rubedo.micrometer;
    requires static dev.rubedo.migrate;
    requires spring.beans;
    requires spring.boot;
    requires spring.boot.autoconfigure;
    requires spring.context;
    requires spring.core;
    requires static spring.boot.actuator;
    requires static spring.boot.actuator.autoconfigure;
    requires static spring.boot.health;
    requires static spring.boot.test;
    requires static spring.test;
    requires static spring.tx;
    requires static org.jspecify;

    exports dev.rubedo.spring.boot;

    opens dev.rubedo.spring.boot;
}
