/** H2 for Rubedo: its dialect, its JDBC backend and reflection. */
@org.jspecify.annotations.NullMarked @SuppressWarnings("module") // the database has a digit at the end of its name
module dev.rubedo.dialect.h2 {
    requires transitive dev.rubedo.engine;

    exports dev.rubedo.dialect.h2;

    provides dev.rubedo.backend.BackendProvider with dev.rubedo.dialect.h2.H2BackendProvider;
}
