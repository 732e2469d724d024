package dev.rubedo.generate;

/** What is generated for a table. Immutable. */
public enum GeneratedKind {
    /** Subclasses of {@code Table}, which express everything in the metadata. */
    TABLES,
    /** Entities, which express what annotations can; {@link GeneratedCode#notes} lists the rest. */
    ENTITIES,
    /**
     * Both: the tables in the subpackage {@code table}, and entities that are mapped to them with
     * {@code Model.of(Schema.METADATA, ...)}.
     */
    ENTITIES_AND_TABLES;

    boolean hasTables() {
        return this != ENTITIES;
    }

    boolean hasEntities() {
        return this != TABLES;
    }
}
