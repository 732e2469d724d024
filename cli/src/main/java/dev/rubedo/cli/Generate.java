package dev.rubedo.cli;

import dev.rubedo.error.ErrorCode;
import dev.rubedo.generate.CodeGenerator;
import dev.rubedo.generate.GeneratedCode;
import dev.rubedo.generate.GeneratedKind;
import dev.rubedo.generate.GeneratorOptions;
import dev.rubedo.migrate.command.CommandContext;
import dev.rubedo.migrate.error.MigrationException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** The command {@code generate}. Confined to one thread at a time. */
@Command(name = "generate", abbreviateSynopsis = true, description = "Generates Java source for the tables of a database, as entities or tables.")
final class Generate implements Runnable {
    @ParentCommand private @Nullable Rubedo parent;
    @Spec private @Nullable CommandSpec spec;

    @Option(names = "--package", paramLabel = "NAME", required = true, description = "The package of the classes.") private String packageName = "";

    @Option(names = {"-o",
            "--output"}, paramLabel = "DIRECTORY", defaultValue = "src/main/java", description = "The source folder (default: ${DEFAULT-VALUE}).") private Path output = Path
                    .of("src/main/java");

    @Option(names = "--kind", paramLabel = "KIND", defaultValue = "entities", description = "What to generate: entities, tables or both (default: ${DEFAULT-VALUE}).") private String kind = "entities";

    @Option(names = "--schema", paramLabel = "NAME", description = "A schema to read instead of the default one; can be repeated.") private List<String> schemas = new ArrayList<>();

    @Option(names = "--include", paramLabel = "TABLES", description = "Include only tables with this name; * matches any characters; can be repeated.") private List<String> included = new ArrayList<>();

    @Option(names = "--exclude", paramLabel = "TABLES", description = "Exclude tables with this name; * matches any characters; can be repeated.") private List<String> excluded = new ArrayList<>();

    @Option(names = "--views", description = "Generate tables for views too; requires --kind tables or both.") private boolean includesViews;

    @Option(names = "--portable", description = "Replace database-specific types with portable ones.") private boolean isPortable;

    @Option(names = "--sets", description = "Declare collections as Set instead of List.") private boolean usesSets;

    @Option(names = "--no-cascades", description = "Write relationships without cascades.") private boolean isWithoutCascades;

    @Option(names = "--schema-packages", description = "Put the classes of each schema in a subpackage named after it.") private boolean hasSchemaPackages;

    @Option(names = "--class", paramLabel = "TABLE=NAME", description = "The name of an entity, or of a table with --kind tables.") private Map<String, String> classes = new LinkedHashMap<>();

    @Option(names = "--attribute", paramLabel = "TABLE.COLUMN=NAME", description = "The name of an attribute.") private Map<String, String> attributes = new LinkedHashMap<>();

    @Option(names = "--relationship", paramLabel = "TABLE.COLUMN=NAME[/INVERSE]", description = "The name of the relationship for a foreign key, and of its inverse.") private Map<String, String> relationships = new LinkedHashMap<>();

    @Option(names = "--overwrite", description = "Replace existing files.") private boolean isOverwriting;

    @Option(names = "--dry-run", description = "Print the files instead of writing them.") private boolean isDryRun;

    @Override
    public void run() {
        UnusedOptions.refuse(Objects.requireNonNull(spec, "picocli sets it").commandLine());
        if (includesViews && kind().equals(GeneratedKind.ENTITIES)) {
            throw usage(
                    "--views requires --kind tables or --kind both: a view has no key, so no entity is generated for it.");
        }
        Objects.requireNonNull(parent, "picocli sets it").run(this::generate);
    }

    private GeneratedKind kind() {
        return switch (kind.toLowerCase(Locale.ROOT)) {
            case "entities" -> GeneratedKind.ENTITIES;
            case "tables" -> GeneratedKind.TABLES;
            case "both" -> GeneratedKind.ENTITIES_AND_TABLES;
            default -> throw usage("There is no kind \"" + kind + "\". Use entities, tables or both.");
        };
    }

    private ParameterException usage(String message) {
        return new ParameterException(Objects.requireNonNull(spec, "picocli sets it").commandLine(), message);
    }

    private void generate(CommandContext context) {
        if (context.config().url().isEmpty()) {
            throw usage("No database is specified. Use --url, or set url in rubedo.toml.");
        }
        var names = new NamesOfOptions(classes, attributes, relationships, hasSchemaPackages);
        var filter = new TableFilter(included, excluded, context.config().options());
        GeneratedCode code;
        try (var engine = context.environment().connect(context.config().url())) {
            code = CodeGenerator.of(options(names, filter)).generate(engine);
        } catch (IllegalArgumentException refused) {
            throw new MigrationException(ErrorCode.CONFIGURATION, String.valueOf(refused.getMessage()), refused);
        }
        names.unused().ifPresent(option -> {
            throw usage(option);
        });
        filter.unused().ifPresent(option -> {
            throw usage(option);
        });
        print(code, context.out());
    }

    private GeneratorOptions options(NamesOfOptions names, TableFilter filter) {
        GeneratorOptions options;
        try {
            options = GeneratorOptions.inPackage(packageName);
        } catch (IllegalArgumentException wrong) {
            throw usage(String.valueOf(wrong.getMessage()));
        }
        options = options.kind(kind()).where(filter).names(names);
        options = schemas.isEmpty() ? options : options.schemas(schemas.toArray(String[]::new));
        options = includesViews ? options.withViews() : options;
        options = isPortable ? options.portable() : options;
        options = usesSets ? options.collectionsAsSets() : options;
        return isWithoutCascades ? options.withoutCascades() : options;
    }

    private void print(GeneratedCode code, PrintWriter out) {
        if (isDryRun) {
            code.sources().forEach(source -> out.println("// " + source.path() + "\n" + source.text()));
        } else {
            write(code, out);
        }
        if (!code.notes().isEmpty()) {
            out.println(code.notes().size()
                    + (code.notes().size() == 1 ? " detail of the schema is" : " details of the schema are")
                    + " not preserved in the generated code:");
            code.notes().forEach(note -> out.println("  " + note));
        }
        out.flush();
    }

    private void write(GeneratedCode code, PrintWriter out) {
        try {
            var written = code.writeTo(output, isOverwriting);
            written.forEach(file -> out.println("Wrote " + file));
            int same = code.sources().size() - written.size();
            if (same > 0) {
                out.println(same + (same == 1 ? " file was" : " files were") + " up to date");
            }
        } catch (FileAlreadyExistsException exists) {
            throw new MigrationException(ErrorCode.CONFIGURATION, "\"" + exists.getFile()
                    + "\" exists and differs from the generated file. Nothing was written. Use --overwrite to replace"
                    + " it, or specify a different --output.", exists);
        } catch (IOException failed) {
            throw new MigrationException(ErrorCode.CONFIGURATION,
                    "Cannot write to \"" + output + "\": " + failed.getMessage(), failed);
        }
    }
}
