/** JSON of entities with Jackson 3. */
@org.jspecify.annotations.NullMarked module dev.rubedo.jackson {
    requires transitive dev.rubedo.orm;
    requires transitive tools.jackson.databind;
    requires static org.jspecify;

    exports dev.rubedo.jackson;

    provides tools.jackson.databind.JacksonModule with dev.rubedo.jackson.RubedoJacksonModule;
}
