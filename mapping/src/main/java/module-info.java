/** The mapping annotations of entities. */
@org.jspecify.annotations.NullMarked module dev.rubedo.mapping {
    requires static transitive org.jspecify;
    requires static jdk.compiler;

    exports dev.rubedo.mapping;
}
