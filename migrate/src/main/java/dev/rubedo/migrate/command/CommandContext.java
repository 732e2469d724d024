package dev.rubedo.migrate.command;

import dev.rubedo.backend.Backends;
import dev.rubedo.backend.DatabaseUrl;
import dev.rubedo.dialect.Dialect;
import dev.rubedo.error.ErrorCode;
import dev.rubedo.migrate.error.MigrationException;
import dev.rubedo.migrate.run.MigrationContext;
import dev.rubedo.migrate.run.MigrationOptions;
import dev.rubedo.migrate.run.ScriptContext;
import dev.rubedo.migrate.run.TransactionMode;
import dev.rubedo.migrate.script.MigrationConfig;
import dev.rubedo.migrate.script.ScriptDirectory;
import dev.rubedo.migrate.script.Services;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The context in which commands run: the settings, the environment that the application provides, and the output.
 *
 * {@snippet :
 * var context = CommandContext.of(MigrationConfig.read(Path.of("rubedo.toml"), ""), new PrintWriter(System.out));
 * new UpgradeCommand("head").run(context);
 * }
 *
 * Confined to one thread at a time.
 */
public final class CommandContext {
    private final MigrationConfig config;
    private final MigrationEnvironment environment;
    private final PrintWriter out;
    private final @Nullable RevisionGenerator generator;
    private final @Nullable ClassLoader compiled;

    private CommandContext(MigrationConfig config, MigrationEnvironment environment, PrintWriter out,
            @Nullable RevisionGenerator generator, @Nullable ClassLoader compiled) {
        this.config = Objects.requireNonNull(config, "config");
        this.environment = Objects.requireNonNull(environment, "environment");
        this.out = Objects.requireNonNull(out, "out");
        this.generator = generator;
        this.compiled = compiled;
    }

    /**
     * Returns a context.
     *
     * @param config the settings
     * @param out the output of commands; it is flushed but not closed
     */
    public static CommandContext of(MigrationConfig config, PrintWriter out) {
        return new CommandContext(config, MigrationEnvironment.DEFAULT, out, null, null);
    }

    /**
     * Returns this context with the environment of an application.
     *
     * @param other the environment
     */
    public CommandContext withEnvironment(MigrationEnvironment other) {
        return new CommandContext(config, other, out, generator, compiled);
    }

    /**
     * Returns this context with a generator of revisions.
     *
     * @param other the generator
     */
    public CommandContext withGenerator(RevisionGenerator other) {
        return new CommandContext(config, environment, out, Objects.requireNonNull(other, "generator"), compiled);
    }

    /**
     * Returns this context with the compiled revisions on a class path instead of those in files.
     *
     * @param loader the class loader
     */
    public CommandContext withCompiledRevisions(ClassLoader loader) {
        return new CommandContext(config, environment, out, generator, Objects.requireNonNull(loader, "loader"));
    }

    /** Returns this context with other settings. */
    CommandContext withConfig(MigrationConfig other) {
        return new CommandContext(other, environment, out, generator, compiled);
    }

    /** Returns the settings. */
    public MigrationConfig config() {
        return config;
    }

    /** Returns the environment of the application. */
    public MigrationEnvironment environment() {
        return environment;
    }

    /** Returns the output of commands. */
    public PrintWriter out() {
        return out;
    }

    /** Prints a line. */
    void print(String line) {
        out.println(line);
        out.flush();
    }

    /**
     * Reports that the file of a revision was written, and executes the hooks of the settings and of the application.
     */
    void created(Path file) {
        print("Created " + file);
        afterWrite(file);
    }

    /** Throws if the settings of hooks are invalid, before anything is written. */
    void requireHooks() {
        config.hooks();
    }

    /** Executes the hooks for a file that was written. */
    void afterWrite(Path file) {
        for (var hook : config.hooks()) {
            hook.run(file).lines().forEach(line -> print(hook.name() + ": " + line));
        }
        environment.afterWrite(file);
    }

    /** Returns the generator of revisions, if there is one. */
    public Optional<RevisionGenerator> generator() {
        return Optional.ofNullable(generator);
    }

    /** Reads the revisions. */
    public ScriptDirectory directory() {
        return compiled == null ? ScriptDirectory.read(config) : ScriptDirectory.onClassPath(compiled, config);
    }

    /** Returns the options for running revisions. */
    public MigrationOptions options() {
        return environment.options(config.options());
    }

    private String url() {
        var url = config.url();
        if (url.isEmpty()) {
            throw new MigrationException(ErrorCode.CONFIGURATION,
                    "No database is configured. Set url in " + MigrationConfig.FILE + ", or specify it with "
                            + "--url.",
                    null);
        }
        return url;
    }

    /**
     * Runs work on the database.
     *
     * @param work the work
     */
    public void online(Consumer<? super MigrationContext> work) {
        var shared = environment.connection();
        if (shared.isPresent()) {
            environment.prepare(shared.get());
            var options = shared.get().isInTransaction() ? options().transactions(TransactionMode.EXTERNAL)
                    : options();
            work.accept(MigrationContext.of(shared.get(), options));
            return;
        }
        try (var engine = environment.connect(url()); var connection = engine.connect()) {
            environment.prepare(connection);
            if (connection.isInTransaction()) {
                connection.commit();
            }
            work.accept(MigrationContext.of(connection, options()));
        }
    }

    /** Returns the dialect of the database, without connecting to it. */
    public Dialect dialect() {
        var name = config.dialect();
        return name.isEmpty() ? Backends.forUrl(DatabaseUrl.of(url())).dialect() : dialect(name);
    }

    /** Returns the names of the dialects on the class path that write scripts without a database, in order. */
    public static List<String> scriptDialects() {
        return dialects().stream().map(Dialect::name).sorted().toList();
    }

    private static List<Dialect> dialects() {
        return Services.of(Dialect.class, CommandContext.class.getClassLoader()).map(ServiceLoader.Provider::get)
                .toList();
    }

    /** A dialect without a backend can only write scripts. */
    private static Dialect dialect(String name) {
        return dialects().stream().filter(each -> each.name().equals(name)).findFirst()
                .orElseThrow(() -> new MigrationException(ErrorCode.CONFIGURATION, "There is no dialect \"" + name
                        + "\" for scripts; there are " + scriptDialects()
                        + ". For other databases, specify a URL instead.",
                        null));
    }

    /** Returns the writer of a script for the database, which is printed. */
    ScriptContext script() {
        return new ScriptContext(dialect(), out, options());
    }
}
