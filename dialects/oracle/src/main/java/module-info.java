/** Oracle for Rubedo: its language only, for rendering SQL without a driver. */
@org.jspecify.annotations.NullMarked module dev.rubedo.dialect.oracle {
    requires transitive dev.rubedo.sql;

    exports dev.rubedo.dialect.oracle;
}
