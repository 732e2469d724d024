/** Observations and meters for Micrometer. */
// the jars of Micrometer are automatic modules
@SuppressWarnings({"requires-automatic",
        "requires-transitive-automatic"}) @org.jspecify.annotations.NullMarked module dev.rubedo.micrometer {
    requires transitive dev.rubedo.engine;
    requires static transitive dev.rubedo.orm;
    requires transitive micrometer.core;
    requires transitive micrometer.observation;
    requires micrometer.commons;
    requires static org.jspecify;

    exports dev.rubedo.micrometer;
}
