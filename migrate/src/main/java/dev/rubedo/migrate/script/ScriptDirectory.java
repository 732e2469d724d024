package dev.rubedo.migrate.script;

import dev.rubedo.error.ErrorCode;
import dev.rubedo.migrate.error.MigrationException;
import dev.rubedo.migrate.error.RevisionException;
import dev.rubedo.migrate.error.RevisionSourceException;
import dev.rubedo.migrate.operation.Migration;
import dev.rubedo.migrate.operation.MigrationScript;
import dev.rubedo.migrate.revision.RevisionMap;
import dev.rubedo.migrate.revision.RevisionNode;
import dev.rubedo.migrate.revision.VersionStep;
import dev.rubedo.migrate.run.MigrationSource;
import dev.rubedo.migrate.source.OperationSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The revisions of an application, in the files of its version directories or compiled on the class path. The graph is
 * read from the sources; they are compiled when a revision is run. Confined to one thread at a time.
 */
public final class ScriptDirectory {
    private final MigrationConfig config;
    private final Map<String, Script> scripts;
    private final Map<String, Supplier<Migration>> compiled;
    private final Replacements replacements;
    private final Set<String> silent;
    private final Set<String> missing;
    private final RevisionMap map;

    private ScriptDirectory(MigrationConfig config, Map<String, Script> scripts,
            Map<String, Supplier<Migration>> compiled,
            Map<String, Script> retired) {
        this(config, new Replacements.View(scripts, Set.of(), Set.of()), compiled,
                new Replacements(scripts, retired));
    }

    private ScriptDirectory(MigrationConfig config, Replacements.View view, Map<String, Supplier<Migration>> compiled,
            Replacements replacements) {
        this.config = config;
        this.scripts = view.scripts();
        this.silent = view.silent();
        this.missing = view.missing();
        this.compiled = compiled;
        this.replacements = replacements;
        var nodes = new ArrayList<RevisionNode>();
        scripts.values().forEach(script -> nodes.add(script.node()));
        this.map = new RevisionMap(nodes);
    }

    /**
     * Reads the revisions in the version directories.
     *
     * @param config the settings
     * @throws MigrationException if a directory does not exist
     * @throws RevisionSourceException if a source cannot be parsed
     * @throws dev.rubedo.migrate.error.RevisionException if the revisions do not form a graph
     */
    public static ScriptDirectory read(MigrationConfig config) {
        var nodes = new ArrayList<Script>();
        for (var location : config.versionLocations()) {
            if (!Files.isDirectory(location)) {
                throw new MigrationException("There is no revisions directory \"" + location
                        + "\". Create it with the command init, or correct version-locations in " + MigrationConfig.FILE
                        + ".");
            }
            nodes.addAll(scripts(location, config.isRecursive()));
        }
        new RevisionMap(nodes.stream().map(Script::node).toList());
        var retired = config.replacedDirectory();
        return new ScriptDirectory(config, byId(nodes), Map.of(),
                Files.isDirectory(retired) ? byId(scripts(retired, false)) : Map.of());
    }

    private static List<Script> scripts(Path location, boolean isRecursive) {
        var found = new ArrayList<Script>();
        try (Stream<Path> files = Files.walk(location, isRecursive ? Integer.MAX_VALUE : 1)) {
            files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(".java") || file.toString().endsWith(".sql")).sorted()
                    .forEach(file -> ScriptHeader.read(file, text(file)).ifPresent(found::add));
        } catch (IOException e) {
            throw new MigrationException(ErrorCode.MIGRATION, "The directory \"" + location + "\" cannot be read: "
                    + e.getMessage() + ". Check its permissions.", e);
        }
        return found;
    }

    private static Map<String, Script> byId(List<Script> found) {
        var scripts = new LinkedHashMap<String, Script>();
        found.forEach(script -> scripts.put(script.id(), script));
        return scripts;
    }

    /**
     * Returns the compiled revisions on the class path, registered as services of type {@link Migration}. The class of
     * a revision is loaded when it is run: the graph is read from the class files.
     *
     * @param loader loads them
     * @param config the settings
     */
    public static ScriptDirectory onClassPath(ClassLoader loader, MigrationConfig config) {
        var scripts = new LinkedHashMap<String, Script>();
        var retired = new LinkedHashMap<String, Script>();
        var compiled = new HashMap<String, Supplier<Migration>>();
        for (var revision : CompiledRevision.all(loader)) {
            var other = (revision.isRetired() ? retired : scripts).putIfAbsent(revision.script().id(),
                    revision.script());
            if (other != null) {
                throw new RevisionSourceException(revision.script().file().toString(), "its id \""
                        + revision.script().id() + "\" is already used by " + other.file() + ". Give it another id.");
            }
            compiled.put(revision.script().id(), revision.code());
        }
        return new ScriptDirectory(config, scripts, compiled, retired);
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
     * Returns the revisions as seen by a database. If it records replaced revisions, these are included, and their
     * replacement follows them and does nothing.
     *
     * @param heads the revisions that the database records
     */
    public ScriptDirectory at(Collection<String> heads) {
        var view = replacements.at(heads);
        return view.silent().isEmpty() ? this : new ScriptDirectory(config, view, compiled, replacements);
    }

    /**
     * Returns the revisions that a database is at, where the last of a group of replaced revisions is represented by
     * its replacement.
     *
     * @param heads the revisions that the database records
     */
    public Set<String> named(Collection<String> heads) {
        return replacements.named(heads);
    }

    /**
     * Returns a plan for a run, which serves as both its planner and its source.
     *
     * @param planner determines the steps from all revisions and those that the database records
     */
    public ScriptPlan plan(
            BiFunction<? super RevisionMap, ? super Set<String>, ? extends List<? extends VersionStep>> planner) {
        return new ScriptPlan(this, planner);
    }

    /**
     * Returns the source of a revision; empty if it is compiled on the class path.
     *
     * @param id the whole id
     */
    public String text(String id) {
        return compiled.containsKey(id) ? "" : text(script(id).file());
    }

    /** Returns the code of the revisions, which is compiled when the first of them is requested. */
    public MigrationSource source() {
        return new MigrationSource() {
            private @Nullable Map<String, Migration> loaded;

            @Override
            public Migration migration(String id) {
                if (silent.contains(id)) {
                    return op -> {};
                }
                var script = script(id);
                if (missing.contains(id)) {
                    throw new RevisionSourceException(script.file().toString(), "it replaces revision \"" + id
                            + "\", which the database has not applied yet and whose file is missing. Restore it in \""
                            + config.replacedDirectory() + "\"" + (compiled.isEmpty() ? "" : " and compile again")
                            + ", or upgrade with an older release first.");
                }
                if (compiled.containsKey(id)) {
                    return java.util.Objects.requireNonNull(compiled.get(id)).get();
                }
                if (!script.isJava()) {
                    return SqlMigration.of(id, text(script.file()));
                }
                var found = loaded;
                if (found == null) {
                    found = compiler().load(scripts.values().stream().filter(Script::isJava).toList());
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
     * @throws MigrationException if the file exists or cannot be written, or if the revisions are those on the class path
     */
    public Path write(MigrationScript script, @Nullable OperationSource source, boolean isSql,
            @Nullable Path location) {
        if (!compiled.isEmpty()) {
            throw new MigrationException("The revisions come from the class path, where the file of a new one would "
                    + "not be found. Run the command where their sources are, without compiledRevisions().");
        }
        if (scripts.containsKey(script.id())) {
            throw new RevisionException("A revision \"" + script.id() + "\" already exists, in \""
                    + script(script.id()).file() + "\". Give the new one another id.");
        }
        var created = ZonedDateTime.now(config.timezone());
        var stamp = stamp(created);
        var name = new FileTemplate(config.fileTemplate(), config.slugLength()).name(script.id(), script.message(),
                created);
        var directory = location != null ? location : directory(script);
        var file = directory.resolve(name + (isSql ? ".sql" : ".java"));
        var className = name.substring(name.lastIndexOf('/') + 1);
        var text = isSql ? RevisionTemplate.sql(script, stamp)
                : RevisionTemplate.java(withImports(script, source), className, stamp,
                        statements(script.upgrade().operations(), source),
                        statements(script.downgrade().operations(), source));
        map.with(new RevisionNode(script.id(), script.downRevisions(), script.dependsOn(), script.branchLabels(),
                String.valueOf(file.getFileName())));
        create(file, text);
        writeHeads(script);
        return file;
    }

    private static MigrationScript withImports(MigrationScript script, @Nullable OperationSource source) {
        if (source == null) {
            return script;
        }
        var imports = new java.util.TreeSet<>(script.imports());
        imports.addAll(source.imports(script.upgrade().operations()));
        imports.addAll(source.imports(script.downgrade().operations()));
        return script.withImports(List.copyOf(imports));
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

    /** A revision is written next to the one that it follows, so that a branch stays in its directory. */
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
                    + e.getMessage() + ". Check that it does not already exist and that its directory is writable.", e);
        }
    }

    private static String stamp(ZonedDateTime created) {
        return created.truncatedTo(ChronoUnit.MINUTES).format(DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm",
                java.util.Locale.ROOT));
    }

    /**
     * Changes which revisions a revision follows and depends on.
     *
     * @param id the whole id
     * @param downRevisions the revisions that it follows
     * @param dependsOn ids or labels of other revisions that must be applied before it
     * @return its file
     * @throws dev.rubedo.migrate.error.RevisionException if the revisions would no longer form a graph
     */
    public Path rewrite(String id, List<String> downRevisions, List<String> dependsOn) {
        var script = script(id);
        var nodes = new ArrayList<RevisionNode>();
        map.revisions().forEach(node -> nodes.add(!node.id().equals(id) ? node
                : new RevisionNode(id, downRevisions, dependsOn, node.branchLabels(), node.origin())));
        new RevisionMap(nodes);
        overwrite(script.file(), HeaderEditor.edited(script.file(), text(id), downRevisions, dependsOn));
        return script.file();
    }

    private static void overwrite(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new MigrationException(ErrorCode.MIGRATION, "The file \"" + file + "\" cannot be written: "
                    + e.getMessage() + ". Make it writable.", e);
        }
    }

    /**
     * Writes a revision that does the work of others, moves their files to the directory of replaced revisions, and
     * changes the revisions that follow or depend on the last of them to refer to the new one.
     *
     * @param script the new revision; its operations are not used
     * @param ids the whole ids of the replaced revisions, in order
     * @return its file
     * @throws RevisionSourceException if the source of one of them cannot be embedded in another
     * @throws MigrationException if the directory of replaced revisions has a file of the same name; nothing is changed
     */
    public Path squash(MigrationScript script, List<String> ids) {
        var created = ZonedDateTime.now(config.timezone());
        var name = new FileTemplate(config.fileTemplate(), config.slugLength()).name(script.id(), script.message(),
                created);
        var targets = targets(ids);
        var source = new SquashedSource();
        ids.forEach(id -> source.add(script(id), text(id)));
        var file = directory(script).resolve(name + ".java");
        var text = source.source(script, name.substring(name.lastIndexOf('/') + 1), stamp(created),
                allReplaced(ids));
        var last = ids.get(ids.size() - 1);
        create(file, text);
        requireCompilable(file, text);
        try {
            Files.createDirectories(config.replacedDirectory());
            for (var target : targets.entrySet()) {
                Files.move(target.getValue(), target.getKey());
            }
        } catch (IOException e) {
            throw new MigrationException(ErrorCode.MIGRATION, "The replaced revisions cannot be moved to \""
                    + config.replacedDirectory() + "\": " + e.getMessage() + ". Make it writable, and move them.", e);
        }
        for (var node : map.revisions()) {
            if (!ids.contains(node.id()) && (node.downRevisions().contains(last) || node.dependsOn().contains(last))) {
                overwrite(script(node.id()).file(), HeaderEditor.edited(script(node.id()).file(), text(node.id()),
                        renamed(node.downRevisions(), last, script.id()),
                        renamed(node.dependsOn(), last, script.id())));
            }
        }
        read(config).writeHeads();
        return file;
    }

    /** Returns the files of revisions by the path that they are moved to. */
    private Map<Path, Path> targets(List<String> ids) {
        var targets = new LinkedHashMap<Path, Path>();
        for (var id : ids) {
            var file = script(id).file();
            var target = config.replacedDirectory().resolve(file.getFileName());
            if (targets.put(target, file) != null || Files.exists(target)) {
                throw new MigrationException("The revision \"" + file + "\" cannot be moved to \"" + target
                        + "\": a file with this name already exists. Rename one of them.");
            }
        }
        return targets;
    }

    /**
     * Returns revisions, each after those that it replaces itself, which cannot be determined once the files are gone.
     */
    private List<String> allReplaced(List<String> ids) {
        var all = new ArrayList<String>();
        for (var id : ids) {
            all.addAll(script(id).replaces());
            all.add(id);
        }
        return all;
    }

    private void requireCompilable(Path file, String text) {
        try {
            ScriptHeader.read(file, text).ifPresent(script -> compiler().load(List.of(script)));
        } catch (RuntimeException e) {
            try {
                Files.delete(file);
            } catch (IOException notDeleted) {
                e.addSuppressed(notDeleted);
            }
            throw e;
        }
    }

    /**
     * Compiles the revisions to a directory that becomes part of an application, with the index that
     * {@link #onClassPath} reads. The output of an earlier call is replaced.
     *
     * @param target the directory, usually that of the classes of the application
     * @param release the version of Java that the classes run on, such as 21
     * @return the number of revisions, without those that the command squash replaced, which are compiled too
     * @throws RevisionSourceException if a revision does not compile
     * @throws MigrationException if the compiler does not support the version
     */
    public int compileTo(Path target, int release) {
        if (!compiled.isEmpty()) {
            throw new MigrationException("The revisions come from the class path and are already compiled.");
        }
        try {
            var all = new ArrayList<>(scripts.values());
            all.addAll(replacements.retired());
            var names = new RevisionCompiler(cache(), config.classPath(), release)
                    .copy(all.stream().filter(Script::isJava).toList(), target);
            var listed = new ArrayList<Script>();
            for (var script : all) {
                var place = names.get(script);
                if (place == null) {
                    place = RevisionIndex.DIRECTORY + script.id() + ".sql";
                    Files.createDirectories(target.resolve(place).getParent());
                    Files.writeString(target.resolve(place), text(script.file()));
                }
                listed.add(script.at(place));
            }
            var services = target.resolve(RevisionCompiler.SERVICE);
            Files.createDirectories(services.getParent());
            Files.writeString(services, String.join("\n", names.values()) + "\n");
            Files.createDirectories(target.resolve(RevisionIndex.DIRECTORY));
            Files.writeString(target.resolve(RevisionIndex.RESOURCE), RevisionIndex.text(
                    listed.subList(0, scripts.size()), listed.subList(scripts.size(), listed.size())));
            return scripts.size();
        } catch (IOException e) {
            throw new MigrationException(ErrorCode.MIGRATION, "Compiled revisions cannot be written to \"" + target
                    + "\": " + e.getMessage() + ". Make the directory writable.", e);
        }
    }

    private RevisionCompiler compiler() {
        return new RevisionCompiler(cache(), config.classPath(), RevisionCompiler.RUNNING);
    }

    private Path cache() {
        return config.scriptDirectory().resolve(".cache");
    }

    private static List<String> renamed(List<String> ids, String from, String to) {
        return ids.stream().map(id -> id.equals(from) ? to : id).toList();
    }

    /** Writes the heads after a revision has been added. */
    private void writeHeads(MigrationScript added) {
        var heads = new ArrayList<>(map.heads());
        heads.removeAll(added.downRevisions());
        heads.add(added.id());
        writeHeads(heads);
    }

    /** Writes the heads to a file that is committed with the revisions, so that two branches conflict in it. */
    public void writeHeads() {
        writeHeads(new ArrayList<>(map.heads()));
    }

    private void writeHeads(List<String> heads) {
        heads.sort(null);
        try {
            Files.createDirectories(config.scriptDirectory());
        } catch (IOException e) {
            throw new MigrationException(ErrorCode.MIGRATION, "The directory \"" + config.scriptDirectory()
                    + "\" cannot be created: " + e.getMessage() + ". Check its permissions.", e);
        }
        overwrite(headsFile(), heads.isEmpty() ? "" : String.join("\n", heads) + "\n");
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
