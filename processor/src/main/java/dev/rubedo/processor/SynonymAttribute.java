package dev.rubedo.processor;

/**
 * Another name of an attribute. To the runtime it is no attribute.
 *
 * @param accessor its declaration
 * @param attribute the attribute
 */
record SynonymAttribute(Accessor accessor, MappedAttribute attribute) {

    String name() {
        return accessor.name();
    }
}
