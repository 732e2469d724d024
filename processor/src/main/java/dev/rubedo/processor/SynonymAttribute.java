package dev.rubedo.processor;

/**
 * Another name for an attribute. To the runtime it is not an attribute.
 *
 * @param accessor its declaration
 * @param attribute the attribute
 */
record SynonymAttribute(Accessor accessor, MappedAttribute attribute) {

    String name() {
        return accessor.name();
    }
}
