package dev.rubedo.cli;

import dev.rubedo.engine.Connection;
import dev.rubedo.engine.Engine;
import dev.rubedo.error.ErrorCode;
import dev.rubedo.migrate.command.CommandContext;
import dev.rubedo.migrate.command.InitCommand;
import dev.rubedo.migrate.command.MigrationCommand;
import dev.rubedo.migrate.command.MigrationEnvironment;
import dev.rubedo.migrate.command.RevisionGenerator;
import dev.rubedo.migrate.compare.ComparisonOptions;
import dev.rubedo.migrate.error.MigrationException;
import dev.rubedo.migrate.operation.MigrationScript;
import dev.rubedo.migrate.run.MigrationOptions;
import dev.rubedo.migrate.run.ResumeMode;
import dev.rubedo.migrate.run.StopSignal;
import dev.rubedo.migrate.script.MigrationConfig;
import dev.rubedo.migrate.source.ItemSource;
import dev.rubedo.schema.MetaData;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command {@code rubedo} and the options that all its commands share. Confined to one thread at a time. */
@Command(name = "rubedo", mixinStandardHelpOptions = true, versionProvider = Version.class, scope = ScopeType.INHERIT)
public final class Rubedo implements Runnable {
    private final MigrationEnvironment environment;
    private final @Nullable RevisionGenerator generator;
    private final StopSignal stop;

    @Option(names = {"-c",
            "--config"}, paramLabel = "FILE", defaultValue = MigrationConfig.FILE, description = "The settings file (default: ${DEFAULT-VALUE}).") private Path config = Path
                    .of(MigrationConfig.FILE);

    @Option(names = {"-p",
            "--profile"}, paramLabel = "NAME", defaultValue = "", scope = ScopeType.INHERIT, description = "The profile to use from the settings.") private String profile = "";

    @Option(names = "--dialect", paramLabel = "NAME", scope = ScopeType.INHERIT, completionCandidates = ScriptDialects.class, description = "The dialect of SQL scripts for a database that rubedo does not connect to: ${COMPLETION-CANDIDATES}.") private @Nullable String dialect;

    @Option(names = "--url", paramLabel = "URL", scope = ScopeType.INHERIT, description = "The database URL, instead of the one in the settings.") private @Nullable String url;

    @Option(names = "-x", paramLabel = "NAME=VALUE", scope = ScopeType.INHERIT, description = "An argument that revisions can read.") private Map<String, String> arguments = new LinkedHashMap<>();

    @Spec private @Nullable CommandSpec spec;
    private @Nullable ResumeMode resume;

    Rubedo(MigrationEnvironment environment, @Nullable RevisionGenerator generator, StopSignal stop) {
        this.environment = environment;
        this.generator = generator;
        this.stop = stop;
    }

    /**
     * Runs the command and exits with its exit code.
     *
     * @param args the arguments
     */
    public static void main(String[] args) {
        System.exit(RubedoMigrations.run(args));
    }

    /** Prints the usage if there is no command. */
    @Override
    public void run() {
        throw new ParameterException(spec().commandLine(), "No command is specified.");
    }

    private CommandSpec spec() {
        return java.util.Objects.requireNonNull(spec, "picocli sets it");
    }

    /** Returns the settings file. */
    Path config() {
        return config;
    }

    /** Returns a path resolved against the directory of the settings file. */
    Path fromConfig(Path path) {
        return config.toAbsolutePath().resolveSibling(path).normalize();
    }

    /** Sets how runs handle a statement that an interrupted run had started; null to leave it to the environment. */
    void resume(@Nullable ResumeMode mode) {
        resume = mode;
    }

    /** Executes a command. */
    void run(MigrationCommand command) {
        run(command, null);
    }

    /**
     * Executes a command.
     *
     * @param command the command
     * @param usual fills revisions, unless the application supplies another generator
     */
    void run(MigrationCommand command, @Nullable RevisionGenerator usual) {
        requireNamedConfig(command);
        var settings = MigrationConfig.read(config, profile);
        settings = url == null ? settings : settings.with("url", url);
        settings = dialect == null ? settings : settings.with("dialect", dialect);
        try (var display = new ProgressDisplay(spec().commandLine().getErr(), isTerminal(), Duration.ofSeconds(5))) {
            var context = CommandContext.of(settings, spec().commandLine().getOut())
                    .withEnvironment(new WithArguments(environment, settings, options -> resumed(options
                            .arguments(Map.copyOf(arguments)).onProgress(display).stop(stop))));
            var loader = environment.compiledRevisions();
            context = loader.isPresent() ? context.withCompiledRevisions(loader.get()) : context;
            var chosen = generator == null ? usual : generator;
            command.run(chosen == null ? context : context.withGenerator(chosen));
        }
    }

    private MigrationOptions resumed(MigrationOptions options) {
        return resume == null ? options : options.resume(resume);
    }

    /** The default file may be missing, but not one that was named explicitly, unless the command writes it. */
    private void requireNamedConfig(MigrationCommand command) {
        var parsed = spec().commandLine().getParseResult();
        if (!(command instanceof InitCommand) && parsed != null && parsed.hasMatchedOption("--config")
                && !Files.exists(config)) {
            throw new MigrationException(ErrorCode.CONFIGURATION, "There is no file \"" + config
                    + "\". Create it with the command init, or specify another with --config.", null);
        }
    }

    /** Progress is displayed only if a person sees it, not if the output is redirected. */
    private static boolean isTerminal() {
        return System.console() != null && System.getenv("TERM") != null && System.getenv("CI") == null;
    }

    /**
     * An environment with the arguments of the command line.
     *
     * @param base the environment
     * @param settings the settings, which may name the location of the metadata
     * @param more sets the arguments and what the command line adds
     */
    private record WithArguments(MigrationEnvironment base, MigrationConfig settings,
            UnaryOperator<MigrationOptions> more)
            implements
                MigrationEnvironment {
        @Override
        public List<MetaData> metaData() {
            var given = base.metaData();
            return given.isEmpty() ? ModelClass.metaData(settings) : given;
        }

        @Override
        public Engine connect(String url) {
            return base.connect(url);
        }

        @Override
        public Optional<Connection> connection() {
            return base.connection();
        }

        @Override
        public Optional<ClassLoader> compiledRevisions() {
            return base.compiledRevisions();
        }

        @Override
        public MigrationOptions options(MigrationOptions settings) {
            return more.apply(base.options(settings));
        }

        @Override
        public void prepare(Connection connection) {
            base.prepare(connection);
        }

        @Override
        public ComparisonOptions comparison(ComparisonOptions usual) {
            return base.comparison(usual);
        }

        @Override
        public ItemSource items() {
            return base.items();
        }

        @Override
        public Optional<String> ask(String question) {
            return base.ask(question).or(() -> Terminal.ask(question));
        }

        @Override
        public void afterWrite(Path file) {
            base.afterWrite(file);
        }

        @Override
        public List<MigrationScript> processRevision(MigrationScript script) {
            return base.processRevision(script);
        }
    }
}
