package dev.rubedo.architecture;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The tree of {@code ARCHITECTURE.md} as data: the modules, what each may depend on, and their packages from bottom to top.
 * Immutable.
 */
final class Layout {

    /** The dialects with a backend: folder names under {@code dialects/} and last parts of their packages. */
    static final List<String> DIALECTS = List.of("sqlite", "postgresql", "mysql", "h2", "duckdb", "sqlserver",
            "oracle");

    /** Packages without JDBC, network, threads or files, below {@code dev.rubedo}. */
    static final List<String> LANGUAGE_PACKAGES = List.of("sql", "schema", "compile", "dialect", "type", "graph",
            "error",
            "feature", "event");

    /** Packages that may touch JDBC, below {@code dev.rubedo}. */
    static final List<String> JDBC_PACKAGES = List.of("engine", "pool", "codec", "reflect", "backend", "result");

    private static final Map<String, Module> MODULES = new TreeMap<>();

    static {
        add("sql", List.of(), "stability", "feature", "error", "event", "graph", "type", "sql", "schema", "compile",
                "dialect");
        add("engine", List.of("rubedo-sql"), "pool", "codec", "reflect", "backend", "result", "engine");
        for (var dialect : DIALECTS) {
            add("dialects/" + dialect, List.of("rubedo-engine"), "dialect." + dialect);
        }
        add("mapping", List.of(), "mapping");
        add("processor", List.of("rubedo-mapping"), "processor");
        add("orm", List.of("rubedo-mapping", "rubedo-engine"), "orm.error", "orm.metamodel", "orm.state",
                "orm.collection",
                "orm.model", "orm.query", "orm.internal.query", "orm.internal.loading", "orm.flush",
                "orm.internal.flush", "orm.routing", "orm.session", "orm.classic", "orm");
        add("async", List.of("rubedo-orm"), "async");
        add("cache", List.of("rubedo-engine"), "cache");
        add("lens", List.of("rubedo-engine", "rubedo-orm"), "lens");
        add("micrometer", List.of("rubedo-engine", "rubedo-orm"), "micrometer");
        add("jackson", List.of("rubedo-orm"), "jackson");
        add("spring", List.of("rubedo-orm"), "spring");
        add("spring-boot-starter", List.of("rubedo-spring", "rubedo", "rubedo-migrate", "rubedo-micrometer"),
                "spring.boot");
        add("migrate", List.of("rubedo-engine"), "migrate.error", "migrate.revision", "migrate.snapshot",
                "migrate.operation", "migrate.effect", "migrate.render", "migrate.source", "migrate.compare",
                "migrate.batch",
                "migrate.run",
                "migrate.script", "migrate.lint", "migrate.command", "migrate");
        add("generate", List.of("rubedo-engine", "rubedo-mapping", "rubedo-dialect-postgresql",
                "rubedo-dialect-mysql"), "generate");
        add("cli",
                List.of("rubedo", "rubedo-migrate", "rubedo-generate", "rubedo-dialect-sqlite",
                        "rubedo-dialect-postgresql",
                        "rubedo-dialect-mysql", "rubedo-dialect-h2", "rubedo-dialect-duckdb",
                        "rubedo-dialect-sqlserver", "rubedo-dialect-oracle"),
                "cli.jpa", "cli");
        add("rubedo",
                List.of("rubedo-orm", "rubedo-dialect-sqlite", "rubedo-dialect-postgresql", "rubedo-dialect-mysql",
                        "rubedo-dialect-h2", "rubedo-dialect-duckdb", "rubedo-dialect-sqlserver",
                        "rubedo-dialect-oracle"));
        add("testing", List.of("rubedo-engine"), "testing");
        add("tck", List.of("rubedo-testing"), "tck");
    }

    private Layout() {}

    private static void add(String folder, List<String> dependencies, String... packages) {
        MODULES.put(folder, new Module(folder, Set.copyOf(dependencies), List.of(packages)));
    }

    /** The modules of the published library, by folder. */
    static List<Module> modules() {
        return List.copyOf(MODULES.values());
    }

    /**
     * One module.
     *
     * @param folder where it lies below the project's root
     * @param dependencies the artifacts of ours that its main code may use directly
     * @param packages its packages below {@code dev.rubedo}, bottom to top: each uses only those before it
     */
    record Module(String folder, Set<String> dependencies, List<String> packages) {

        @Override
        public String toString() {
            return folder;
        }
    }
}
