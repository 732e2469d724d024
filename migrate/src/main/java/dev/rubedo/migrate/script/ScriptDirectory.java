package dev.rubedo.migrate.script;

import dev.rubedo.error.ErrorCode;
import dev.rubedo.migrate.error.MigrationException;
import dev.rubedo.migrate.error.RevisionSourceException;
import dev.rubedo.migrate.operation.Migration;
import dev.rubedo.migrate.operation.MigrationScript;
import dev.rubedo.migrate.operation.Revision;
import dev.rubedo.migrate.revision.RevisionMap;
import dev.rubedo.migrate.revision.RevisionNode;
import dev.rubedo.migrate.run.MigrationSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The revisions of an application, in the files of its version directories or compiled on the class path. The graph is
 * read from the sources; they are compiled when a revision is run. Confined to one thread at a time.
 */
public final class ScriptDirectory {
    private final MigrationConfig config;
    private final Map<String, Script> scripts;
    private final Map<String, Migration> compiled;
    private final RevisionMap map;

    private ScriptDirectory(MigrationConfig config, Map<String, Script> scripts, Map<String, Migration> compiled) {
        this.config = config;
        this.scripts = scripts;
        this.compiled = compiled;
        var nodes = new ArrayList<RevisionNode>();
        scripts.values().forEach(script -> nodes.add(script.node()));
        this.map = new RevisionMap(nodes);
    }

    /**
     * Reads the revisions in the version directories.
     *
     * @param config the settings
     * @throws MigrationException if a directory does not exist
     * @throws RevisionSourceException if a source is not understood
     * @throws dev.rubedo.migrate.error.RevisionException if the revisions are no graph
     */
    public static ScriptDirectory read(MigrationConfig config) {
        var nodes = new ArrayList<Script>();
        for (var location : config.versionLocations()) {
            if (!Files.isDirectory(location)) {
                throw new MigrationException("There is no directory of revisions \"" + location
                        + "\". Create it with the command init, or correct version-locations in " + MigrationConfig.FILE
                        + ".");
            }
            try (Stream<Path> files = Files.walk(location, config.isRecursive() ? Integer.MAX_VALUE : 1)) {
                files.filter(Files::isRegularFile)
                        .filter(file -> file.toString().endsWith(".java") || file.toString().endsWith(".sql")).sorted()
                        .forEach(file -> ScriptHeader.read(file, text(file)).ifPresent(nodes::add));
            } catch (IOException e) {
                throw new MigrationException(ErrorCode.MIGRATION, "The directory \"" + location + "\" cannot be read: "
                        + e.getMessage() + ". Check its permissions.", e);
            }
        }
        var scripts = new LinkedHashMap<String, Script>();
        new RevisionMap(nodes.stream().map(Script::node).toList());
        nodes.forEach(script -> scripts.put(script.id(), script));
        return new ScriptDirectory(config, scripts, Map.of());
    }

    /**
     * Returns the revisions that are compiled on the class path, as services {@link Migration}.
     *
     * @param loader loads them
     * @param config the settings
     */
    public static ScriptDirectory onClassPath(ClassLoader loader, MigrationConfig config) {
        var scripts = new LinkedHashMap<String, Script>();
        var compiled = new HashMap<String, Migration>();
        for (var migration : RevisionCompiler.onClassPath(loader)) {
            var name = migration.getClass().getName();
            var revision = migration.getClass().getAnnotation(Revision.class);
            if (revision == null) {
                throw new RevisionSourceException(name, "it has no annotation @Revision. Add it.");
            }
            var node = new RevisionNode(revision.id(), List.of(revision.downRevision()), List.of(revision.dependsOn()),
                    List.of(revision.branchLabels()), name);
            scripts.put(node.id(), new Script(node, revision.message(), revision.created(), Path.of(name),
                    List.of(revision.replaces()), false));
            compiled.put(node.id(), migration);
        }
        return new ScriptDirectory(config, scripts, compiled);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new RevisionSourceException(file.toString(), "it cannot be read: " + e.getMessage());
        }
    }

    /** Returns the settings. */
    public MigrationConfig config() {
        return config;
    }

    /** Returns the graph of the revisions. */
    public RevisionMap map() {
        return map;
    }

    /**
     * Returns a revision.
     *
     * @param id the whole id
     */
    public Script script(String id) {
        var script = scripts.get(id);
        if (script == null) {
            throw new IllegalArgumentException("There is no revision \"" + id + "\"");
        }
        return script;
    }

    /**
     * Returns the source of a revision; empty if it is compiled on the class path.
     *
     * @param id the whole id
     */
    public String text(String id) {
        return compiled.containsKey(id) ? "" : text(script(id).file());
    }

    /** Returns the code of the revisions, which is compiled when the first of them is asked for. */
    public MigrationSource source() {
        return new MigrationSource() {
            private @Nullable Map<String, Migration> loaded;

            @Override
            public Migration migration(String id) {
                var script = script(id);
                if (compiled.containsKey(id)) {
                    return java.util.Objects.requireNonNull(compiled.get(id));
                }
                if (!script.isJava()) {
                    return SqlMigration.of(id, text(script.file()));
                }
                var found = loaded;
                if (found == null) {
                    found = new RevisionCompiler(config.scriptDirectory().resolve(".cache"), config.classPath())
                            .load(scripts.values().stream().filter(Script::isJava).toList());
                    loaded = found;
                }
                return java.util.Objects.requireNonNull(found.get(id), id);
            }
        };
    }

    /** Returns a new id: ten hexadecimal digits. */
    public String newId() {
        var bytes = new byte[5];
        do {
            new SecureRandom().nextBytes(bytes);
        } while (scripts.containsKey(HexFormat.of().formatHex(bytes)));
        return HexFormat.of().formatHex(bytes);
    }

    /**
     * Writes a revision to a new file.
     *
     * @param script the revision
     * @param source writes its operations as Java; null if it has none
     * @param isSql whether the file is SQL, with empty sections, instead of Java
     * @param location the version directory; null for that of its first down revision, or the first one
     * @return the file
     * @throws MigrationException if the file exists or cannot be written
     */
    public Path write(MigrationScript script, @Nullable OperationSource source, boolean isSql,
            @Nullable Path location) {
        var created = ZonedDateTime.now(config.timezone());
        var stamp = created.truncatedTo(ChronoUnit.MINUTES).format(DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm",
                java.util.Locale.ROOT));
        var name = new FileTemplate(config.fileTemplate(), config.slugLength()).name(script.id(), script.message(),
                created);
        var directory = location != null ? location : directory(script);
        var file = directory.resolve(name + (isSql ? ".sql" : ".java"));
        var className = name.substring(name.lastIndexOf('/') + 1);
        var text = isSql ? RevisionTemplate.sql(script, stamp)
                : RevisionTemplate.java(script, className, stamp, statements(script.upgrade().operations(), source),
                        statements(script.downgrade().operations(), source));
        map.with(new RevisionNode(script.id(), script.downRevisions(), script.dependsOn(), script.branchLabels(),
                String.valueOf(file.getFileName())));
        create(file, text);
        writeHeads(script);
        return file;
    }

    private static List<String> statements(List<dev.rubedo.migrate.operation.MigrationOperation> operations,
            @Nullable OperationSource source) {
        if (operations.isEmpty()) {
            return List.of();
        }
        if (source == null) {
            throw new MigrationException("The operations of the revision cannot be written as Java: no source renderer "
                    + "is given.");
        }
        return source.statements(operations);
    }

    /** A revision is written beside the one that it follows, so that a branch stays in its directory. */
    private Path directory(MigrationScript script) {
        var locations = config.versionLocations();
        return script.downRevisions().stream().map(scripts::get)
                .flatMap(parent -> locations.stream()
                        .filter(each -> parent != null && parent.file().startsWith(each)))
                .findFirst().orElse(locations.get(0));
    }

    private static void create(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text, java.nio.file.StandardOpenOption.CREATE_NEW);
        } catch (IOException e) {
            throw new MigrationException(ErrorCode.MIGRATION, "The revision \"" + file + "\" cannot be written: "
                    + e.getMessage() + ". Check that it does not exist and that its directory is writable.", e);
        }
    }

    /** Writes the heads to a file that is committed with the revisions: two branches conflict in it. */
    private void writeHeads(MigrationScript added) {
        var heads = new ArrayList<>(map.heads());
        heads.removeAll(added.downRevisions());
        heads.add(added.id());
        heads.sort(null);
        try {
            Files.createDirectories(config.scriptDirectory());
            Files.writeString(headsFile(), String.join("\n", heads) + "\n");
        } catch (IOException e) {
            throw new MigrationException(ErrorCode.MIGRATION, "The file \"" + headsFile() + "\" cannot be written: "
                    + e.getMessage() + ". Make it writable.", e);
        }
    }

    /** Returns the file that lists the heads. */
    public Path headsFile() {
        return config.scriptDirectory().resolve("HEADS");
    }

    /** Returns the heads that the file lists; empty if there is no such file. */
    public Optional<List<String>> writtenHeads() {
        return Files.exists(headsFile())
                ? Optional.of(text(headsFile()).lines().map(String::strip).filter(line -> !line.isEmpty()).toList())
                : Optional.empty();
    }
}
