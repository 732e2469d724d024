/** The mapping annotations of entities. */
@org.jspecify.annotations.NullMarked module dev.rubedo.mapping {
    requires static transitive org.jspecify;

    exports dev.rubedo.mapping;
}
