/** The suites that every dialect must pass. */
@org.jspecify.annotations.NullMarked open module dev.rubedo.tck {
    requires transitive dev.rubedo.testing;
    requires static org.jspecify;

    exports dev.rubedo.tck;
}
