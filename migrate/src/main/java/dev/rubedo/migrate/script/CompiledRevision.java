package dev.rubedo.migrate.script;

import dev.rubedo.migrate.error.RevisionSourceException;
import dev.rubedo.migrate.operation.Migration;
import dev.rubedo.migrate.operation.Revision;
import dev.rubedo.migrate.revision.RevisionNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A compiled revision on the class path. Immutable.
 *
 * @param script the revision, as described by its annotation
 * @param code creates the migration; its class is loaded only then
 * @param isRetired whether the command {@code squash} replaced it
 */
record CompiledRevision(Script script, Supplier<Migration> code, boolean isRetired) {

    /** Returns the revisions that an index lists, or that are services. */
    static List<CompiledRevision> all(ClassLoader loader) {
        var providers = new Providers(loader);
        var found = new ArrayList<CompiledRevision>();
        var indexed = indexed(loader);
        for (var entry : indexed.values()) {
            found.add(new CompiledRevision(entry.script(), () -> code(entry.script(), loader, providers),
                    entry.isRetired()));
        }
        names(loader).stream().filter(name -> !indexed.containsKey(name))
                .forEach(name -> found.add(of(name, loader, providers)));
        if (isInModules()) {
            providers.map().values().stream().filter(provider -> provider.type().getModule().isNamed())
                    .filter(provider -> !indexed.containsKey(provider.type().getName()))
                    .forEach(provider -> found.add(of(provider)));
        }
        return found;
    }

    /**
     * The same index may be on the class path twice, for example if both the classes and the JAR file made of them are.
     */
    private static Map<String, RevisionIndex.Entry> indexed(ClassLoader loader) {
        var entries = new LinkedHashMap<String, RevisionIndex.Entry>();
        for (var entry : RevisionIndex.read(loader)) {
            var origin = entry.script().node().origin();
            var other = entries.putIfAbsent(origin, entry);
            if (other != null && !other.equals(entry)) {
                throw new RevisionSourceException(origin, "two indexes " + RevisionIndex.RESOURCE
                        + " on the class path describe it differently. Remove the older copy of the revisions.");
            }
        }
        return entries;
    }

    private static Migration code(Script script, ClassLoader loader, Providers providers) {
        var origin = script.node().origin();
        if (!origin.startsWith(RevisionIndex.DIRECTORY)) {
            var provider = providers.require(origin);
            requireIndexed(provider.type(), script.node());
            return provider.get();
        }
        try (var in = loader.getResourceAsStream(origin)) {
            if (in == null) {
                throw new RevisionSourceException(origin, "the resource is missing. Build the application again.");
            }
            return SqlMigration.of(script.id(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new RevisionSourceException(origin, "it cannot be read: " + e.getMessage());
        }
    }

    /** A class that was recompiled after the index was written may have another position in the graph. */
    private static void requireIndexed(Class<?> type, RevisionNode indexed) {
        var stated = type.getAnnotation(Revision.class);
        if (stated == null) {
            throw unannotated(type.getName());
        }
        var node = new RevisionNode(stated.id(), List.of(stated.downRevision()), List.of(stated.dependsOn()),
                List.of(stated.branchLabels()), indexed.origin());
        if (!node.equals(indexed)) {
            throw new RevisionSourceException(type.getName(), "its annotation differs from the index "
                    + RevisionIndex.RESOURCE + ", which is older. Run the command compile in each build, after the "
                    + "sources are compiled.");
        }
    }

    private static boolean isInModules() {
        return ModuleLayer.boot().modules().stream().anyMatch(module -> module.getDescriptor().provides().stream()
                .anyMatch(provided -> provided.service().equals(Migration.class.getName())));
    }

    private static Set<String> names(ClassLoader loader) {
        var names = new LinkedHashSet<String>();
        try {
            for (var file : Collections.list(loader.getResources(RevisionCompiler.SERVICE))) {
                try (var lines = new BufferedReader(new InputStreamReader(file.openStream(), StandardCharsets.UTF_8))) {
                    lines.lines().map(line -> line.indexOf('#') < 0 ? line : line.substring(0, line.indexOf('#')))
                            .map(String::strip).filter(line -> !line.isEmpty()).forEach(names::add);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names;
    }

    /** Where class files cannot be read, as in a native image, the class is loaded. */
    private static CompiledRevision of(String name, ClassLoader loader, Providers providers) {
        try (var file = loader.getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (file != null) {
                var stated = RevisionClassFile.annotation(file).orElseThrow(() -> unannotated(name));
                return of(name, stated, () -> providers.require(name).get());
            }
        } catch (IOException e) {
            throw new RevisionSourceException(name, "its class file cannot be read: " + e.getMessage());
        }
        return of(providers.require(name));
    }

    private static CompiledRevision of(String name, Map<String, List<String>> stated, Supplier<Migration> code) {
        var node = new RevisionNode(Objects.requireNonNull(stated.get("id"), "id").get(0),
                stated.getOrDefault("downRevision", List.of()), stated.getOrDefault("dependsOn", List.of()),
                stated.getOrDefault("branchLabels", List.of()), name);
        return new CompiledRevision(new Script(node, stated.getOrDefault("message", List.of("")).get(0),
                stated.getOrDefault("created", List.of("")).get(0), Path.of(name),
                stated.getOrDefault("replaces", List.of()), false), code, false);
    }

    private static CompiledRevision of(ServiceLoader.Provider<Migration> provider) {
        var type = provider.type();
        var revision = type.getAnnotation(Revision.class);
        if (revision == null) {
            throw unannotated(type.getName());
        }
        return of(type.getName(), Map.of("id", List.of(revision.id()), "downRevision", List.of(revision.downRevision()),
                "dependsOn", List.of(revision.dependsOn()), "branchLabels", List.of(revision.branchLabels()), "message",
                List.of(revision.message()), "created", List.of(revision.created()), "replaces",
                List.of(revision.replaces())), provider::get);
    }

    private static RevisionSourceException unannotated(String name) {
        return new RevisionSourceException(name, "the annotation @Revision is missing. Add it.");
    }

    /** The services, which are looked up when the first one is needed. Confined to one thread at a time. */
    private static final class Providers {
        private final ClassLoader loader;
        private @Nullable Map<String, ServiceLoader.Provider<Migration>> map;

        private Providers(ClassLoader loader) {
            this.loader = loader;
        }

        private Map<String, ServiceLoader.Provider<Migration>> map() {
            var known = map;
            if (known == null) {
                var found = new LinkedHashMap<String, ServiceLoader.Provider<Migration>>();
                Services.of(Migration.class, loader).forEach(each -> found.putIfAbsent(each.type().getName(), each));
                known = found;
                map = found;
            }
            return known;
        }

        private ServiceLoader.Provider<Migration> require(String name) {
            var provider = map().get(name);
            if (provider == null) {
                throw new RevisionSourceException(name, "it cannot be loaded as a service. Check its entry in "
                        + RevisionCompiler.SERVICE + ".");
            }
            return provider;
        }
    }
}
