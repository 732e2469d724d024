/** What an entity says about itself: the mapping annotations. */
@org.jspecify.annotations.NullMarked
module dev.rubedo.mapping {
    requires static transitive org.jspecify;

    exports dev.rubedo.mapping;
}
