package dev.rubedo.migrate.script;

import dev.rubedo.error.ErrorCode;
import dev.rubedo.migrate.error.MigrationException;
import dev.rubedo.migrate.run.MigrationOptions;
import dev.rubedo.migrate.run.TransactionMode;
import dev.rubedo.migrate.script.TomlReader.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The settings of {@code rubedo.toml}: the table {@code migrate}, overridden by the table of a profile, and the
 * programs in the tables {@code hooks.NAME}. Strings may contain {@code ${VARIABLE}} and {@code ${VARIABLE:-default}},
 * which are replaced from the environment when they are used. Immutable.
 */
public final class MigrationConfig {
    /** The name of the file. */
    public static final String FILE = "rubedo.toml";

    private static final Set<String> KEYS = new TreeSet<>(Set.of("script-dir", "version-locations",
            "recursive-version-locations", "url", "metadata", "file-template", "truncate-slug-length", "timezone",
            "version-table", "transaction", "history", "lock-timeout", "classpath", "lint-since",
            "dialect"));
    private static final Set<String> HOOK_KEYS = new TreeSet<>(Set.of("exec", "directory"));
    private static final Pattern HOOK = Pattern.compile("hooks\\.([\\w-]+)\\.([\\w-]+)");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)(?::-([^}]*))?}");

    private final String file;
    private final Path directory;
    private final Map<String, Entry> entries;
    private final UnaryOperator<@Nullable String> environment;

    private MigrationConfig(String file, Path directory, Map<String, Entry> entries,
            UnaryOperator<@Nullable String> environment) {
        this.file = file;
        this.directory = directory;
        this.entries = entries;
        this.environment = environment;
    }

    /**
     * Returns the default settings.
     *
     * @param directory the directory against which relative paths are resolved
     */
    public static MigrationConfig defaults(Path directory) {
        return new MigrationConfig(FILE, directory, Map.of(), System::getenv);
    }

    /**
     * Reads settings; the defaults if the file does not exist and no profile is requested.
     *
     * @param file the file
     * @param profile the name of the profile; empty for none
     * @throws MigrationException if the file cannot be parsed or does not contain the profile
     */
    public static MigrationConfig read(Path file, String profile) {
        return read(file, profile, System::getenv);
    }

    static MigrationConfig read(Path file, String profile, UnaryOperator<@Nullable String> environment) {
        var directory = file.toAbsolutePath().normalize().getParent();
        if (directory == null) {
            throw new IllegalArgumentException("file: " + file + " has no directory");
        }
        if (!Files.exists(file) && profile.isEmpty()) {
            return new MigrationConfig(FILE, directory, Map.of(), environment);
        }
        if (!Files.exists(file)) {
            throw new MigrationException(ErrorCode.CONFIGURATION, "There is no file \"" + file
                    + "\". Create it with the command init, or specify another with --config.", null);
        }
        try {
            return of(directory, file.toString(), Files.readString(file), profile, environment);
        } catch (IOException e) {
            throw new MigrationException(ErrorCode.CONFIGURATION, "\"" + file + "\" cannot be read: " + e.getMessage()
                    + ". Check its permissions, or specify another with --config.", e);
        }
    }

    private static MigrationConfig of(Path directory, String file, String text, String profile,
            UnaryOperator<@Nullable String> environment) {
        var found = new LinkedHashMap<String, Entry>();
        var own = "profiles." + profile + ".";
        boolean hasProfile = profile.isEmpty();
        var all = TomlReader.read(file, text);
        for (var entry : all.entrySet()) {
            var key = entry.getKey();
            if (key.startsWith("hooks.")) {
                addHook(file, entry, found);
                continue;
            }
            var name = key.startsWith("migrate.") ? key.substring("migrate.".length())
                    : key.startsWith("profiles.") ? key.substring(key.lastIndexOf('.') + 1) : "";
            if (!KEYS.contains(name)) {
                throw new MigrationException(ErrorCode.CONFIGURATION, file + ", line " + entry.getValue().line()
                        + ": there is no setting \"" + key
                        + "\". The table \"migrate\" and the tables of profiles may contain "
                        + KEYS + ".", null);
            }
        }
        all.forEach((key, value) -> {
            if (key.startsWith("migrate.")) {
                found.put(key.substring("migrate.".length()), value);
            }
        });
        for (var entry : all.entrySet()) {
            if (!profile.isEmpty() && entry.getKey().startsWith(own)) {
                hasProfile = true;
                found.put(entry.getKey().substring(own.length()), entry.getValue());
            }
        }
        if (!hasProfile) {
            throw new MigrationException(ErrorCode.CONFIGURATION, file + " has no profile \"" + profile
                    + "\". Add the table [profiles." + profile + "], or correct the name.", null);
        }
        return new MigrationConfig(String.valueOf(Path.of(file).getFileName()), directory, found, environment);
    }

    private static void addHook(String file, Map.Entry<String, Entry> entry, Map<String, Entry> found) {
        var hook = HOOK.matcher(entry.getKey());
        if (!hook.matches() || !HOOK_KEYS.contains(hook.group(2))) {
            throw new MigrationException(ErrorCode.CONFIGURATION, file + ", line " + entry.getValue().line()
                    + ": there is no setting \"" + entry.getKey() + "\". A hook is a table [hooks.NAME] with "
                    + HOOK_KEYS
                    + ".", null);
        }
        found.put(entry.getKey(), entry.getValue());
    }

    /**
     * Returns these settings with one value replaced.
     *
     * @param key the key
     * @param value the value
     */
    public MigrationConfig with(String key, String value) {
        var changed = new LinkedHashMap<>(entries);
        changed.put(key, new Entry(value, 0));
        return new MigrationConfig(file, directory, changed, environment);
    }

    private @Nullable Entry entry(String key) {
        return entries.get(key);
    }

    private String text(String key, String otherwise) {
        var entry = entry(key);
        if (entry == null) {
            return otherwise;
        }
        if (!(entry.value() instanceof String text)) {
            throw wrong(key, entry, "a quoted string");
        }
        return withVariables(key, entry, text);
    }

    private String withVariables(String key, Entry entry, String text) {
        return VARIABLE.matcher(text).replaceAll(match -> java.util.regex.Matcher
                .quoteReplacement(variable(key, entry, match.group(1), match.group(2))));
    }

    private String variable(String key, Entry entry, String name, @Nullable String otherwise) {
        var value = environment.apply(name);
        if (value != null) {
            return value;
        }
        if (otherwise != null) {
            return otherwise;
        }
        throw new MigrationException(ErrorCode.CONFIGURATION, file + ", line " + entry.line() + ": the setting \"" + key
                + "\" uses the environment variable \"" + name + "\", which is not set. Set it, or write ${" + name
                + ":-default}.", null);
    }

    private MigrationException wrong(String key, Entry entry, String expected) {
        return new MigrationException(ErrorCode.CONFIGURATION,
                file + ", line " + entry.line() + ": the setting \"" + key
                        + "\" must be " + expected + ".",
                null);
    }

    private List<String> texts(String key) {
        var entry = entry(key);
        if (entry == null) {
            return List.of();
        }
        if (!(entry.value() instanceof List<?> list)) {
            throw wrong(key, entry, "an array of strings");
        }
        return list.stream().map(each -> withVariables(key, entry, String.valueOf(each))).toList();
    }

    private boolean truth(String key, boolean otherwise) {
        var entry = entry(key);
        if (entry == null) {
            return otherwise;
        }
        if (!(entry.value() instanceof Boolean truth)) {
            throw wrong(key, entry, "true or false");
        }
        return truth;
    }

    private long number(String key, long otherwise) {
        var entry = entry(key);
        if (entry == null) {
            return otherwise;
        }
        if (!(entry.value() instanceof Long number) || number < 0) {
            throw wrong(key, entry, "a non-negative integer");
        }
        return number;
    }

    /** Returns the directory of the file, against which relative paths are resolved. */
    public Path directory() {
        return directory;
    }

    /** Returns the directory of migrations; by default {@code migrations}. */
    public Path scriptDirectory() {
        return directory.resolve(text("script-dir", "migrations"));
    }

    /**
     * Returns the directories of revisions; new ones are written to the first. By default {@code versions} in the
     * directory of migrations.
     */
    public List<Path> versionLocations() {
        var locations = texts("version-locations");
        return locations.isEmpty() ? List.of(scriptDirectory().resolve("versions"))
                : locations.stream().map(directory::resolve).toList();
    }

    /**
     * Returns the directory of the revisions that the command {@code squash} replaced: {@code replaced} in the
     * directory of migrations.
     */
    public Path replacedDirectory() {
        return scriptDirectory().resolve("replaced");
    }

    /** Returns whether subdirectories are searched for revisions; by default they are not. */
    public boolean isRecursive() {
        return truth("recursive-version-locations", false);
    }

    /**
     * Returns the URL of the database; empty if there is none.
     *
     * @throws MigrationException if it uses an environment variable that is not set
     */
    public String url() {
        return text("url", "");
    }

    /**
     * Returns where the metadata of the application is, as {@code package.Class#MEMBER}; empty if it is not set. The
     * command line reads the metadata from there; commands that run in an application are passed the metadata directly.
     */
    public String metadata() {
        return text("metadata", "");
    }

    /**
     * Returns the class path that revisions are compiled against: that of this program and that of the settings.
     * Entries that are not built yet are left out, because revisions do not use classes of the application.
     */
    public String classPath() {
        var own = new java.util.ArrayList<String>(List.of(System.getProperty("java.class.path", "")));
        var modules = System.getProperty("jdk.module.path", "");
        if (!modules.isEmpty()) {
            own.add(modules);
        }
        applicationClassPath(false).forEach(entry -> own.add(entry.toString()));
        return String.join(java.io.File.pathSeparator, own);
    }

    /**
     * Returns the class path of the settings, for revisions and for the metadata: directories and JAR files. An entry
     * whose last part is {@code *} or {@code *.jar} stands for all JAR files in its directory.
     *
     * @throws MigrationException if an entry does not exist
     */
    public List<Path> applicationClassPath() {
        return applicationClassPath(true);
    }

    private List<Path> applicationClassPath(boolean isRequired) {
        var found = new java.util.ArrayList<Path>();
        for (var entry : texts("classpath")) {
            boolean isPattern = entry.endsWith("/*") || entry.endsWith("/*.jar");
            var path = directory.resolve(isPattern ? entry.substring(0, entry.lastIndexOf('/')) : entry);
            if (!Files.exists(path)) {
                if (!isRequired) {
                    continue;
                }
                throw new MigrationException(ErrorCode.CONFIGURATION, file + ", line "
                        + java.util.Objects.requireNonNull(entry("classpath")).line() + ": \"" + path
                        + "\" of the setting \"classpath\" does not exist. Build the application first, or correct it.",
                        null);
            }
            if (isPattern) {
                found.addAll(archives(path));
            } else {
                found.add(path);
            }
        }
        return found;
    }

    private static List<Path> archives(Path directory) {
        try (var files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        } catch (IOException e) {
            throw new MigrationException(ErrorCode.CONFIGURATION, "\"" + directory + "\" cannot be read: "
                    + e.getMessage() + ". Correct the setting \"classpath\".", e);
        }
    }

    /**
     * Returns the dialect of scripts that are generated without a connection, such as {@code oracle}; empty for that of
     * the database.
     */
    public String dialect() {
        return text("dialect", "");
    }

    /** Returns the revision up to which the rules for revisions are not applied; empty to apply them to all. */
    public String lintSince() {
        return text("lint-since", "");
    }

    /** Returns the template for names of files; by default {@code R{rev}_{slug}}. */
    public String fileTemplate() {
        return text("file-template", "R{rev}_{slug}");
    }

    /** Returns the maximum length of the part of a file name that is derived from the message; by default 40. */
    public int slugLength() {
        return (int) Math.min(number("truncate-slug-length", 40), 200);
    }

    /** Returns the time zone of times of creation; by default UTC. */
    public ZoneId timezone() {
        var entry = entry("timezone");
        try {
            return entry == null ? ZoneOffset.UTC : ZoneId.of(text("timezone", ""));
        } catch (DateTimeException e) {
            throw wrong("timezone", java.util.Objects.requireNonNull(entry), "a time zone, such as Europe/Berlin");
        }
    }

    /** Returns the programs that are executed for each new revision, in the order of the settings. */
    public List<RevisionHook> hooks() {
        var names = new java.util.LinkedHashMap<String, Entry>();
        entries.forEach((key, entry) -> {
            var hook = HOOK.matcher(key);
            if (hook.matches()) {
                names.putIfAbsent(hook.group(1), entry);
            }
        });
        var hooks = new java.util.ArrayList<RevisionHook>();
        names.forEach((name, entry) -> {
            var command = texts("hooks." + name + ".exec");
            if (command.isEmpty()) {
                throw new MigrationException(ErrorCode.CONFIGURATION, file + ", line " + entry.line() + ": the hook \""
                        + name + "\" has no program. Set exec to an array with the program and its arguments.", null);
            }
            hooks.add(new RevisionHook(name, command, directory.resolve(text("hooks." + name + ".directory", ""))));
        });
        return hooks;
    }

    /** Returns how revisions are run. */
    public MigrationOptions options() {
        var options = MigrationOptions.DEFAULT.versionTable(text("version-table", "rubedo_version"))
                .history(truth("history", true)).lockTimeout(Duration.ofSeconds(number("lock-timeout", 60)));
        var mode = text("transaction", "per-revision");
        return options.transactions(switch (mode) {
            case "per-revision" -> TransactionMode.PER_REVISION;
            case "per-run" -> TransactionMode.PER_RUN;
            default -> throw wrong("transaction", java.util.Objects.requireNonNull(entry("transaction")),
                    "\"per-revision\" or \"per-run\"");
        });
    }
}
