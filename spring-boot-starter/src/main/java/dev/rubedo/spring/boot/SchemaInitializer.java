package dev.rubedo.spring.boot;

/** A marker that the schema has been initialized at start-up. Stateless. */
final class SchemaInitializer {}
