package dev.rubedo.spring.boot;

/** Shows that what is to be done about the schema at start was done. Stateless. */
final class SchemaInitializer {}
