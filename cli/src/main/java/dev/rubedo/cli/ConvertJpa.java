package dev.rubedo.cli;

import dev.rubedo.cli.jpa.JpaConversion;
import dev.rubedo.cli.jpa.JpaConverter;
import dev.rubedo.cli.jpa.JpaNote;
import dev.rubedo.error.ErrorCode;
import dev.rubedo.migrate.error.MigrationException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code convert-jpa}. Confined to one thread at a time. */
@Command(name = "convert-jpa", abbreviateSynopsis = true, description = "Converts JPA entities to Rubedo entities and reports what it could not convert.")
final class ConvertJpa implements Runnable {
    @Spec private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "SOURCES", description = "The source folder, such as src/main/java.") private Path sources = Path
            .of("");

    @Option(names = {"-o",
            "--output"}, paramLabel = "DIRECTORY", required = true, description = "The source folder for the converted classes; existing files are never replaced.") private Path output = Path
                    .of("");

    @Option(names = "--dry-run", description = "Print the report only.") private boolean isDryRun;

    @Override
    public void run() {
        var line = Objects.requireNonNull(spec, "picocli sets it").commandLine();
        UnusedOptions.refuse(line);
        if (!Files.isDirectory(sources)) {
            throw new ParameterException(line, "There is no directory \"" + sources + "\".");
        }
        try {
            var conversion = new JpaConverter().convert(sources);
            if (!isDryRun) {
                conversion.writeTo(output);
            }
            print(conversion, line.getOut());
        } catch (FileAlreadyExistsException exists) {
            throw new MigrationException(ErrorCode.CONFIGURATION, "\"" + exists.getFile()
                    + "\" already exists. Specify a different --output. Nothing was written.", exists);
        } catch (IOException failed) {
            throw new MigrationException(ErrorCode.CONFIGURATION, "The entities of \"" + sources
                    + "\" cannot be converted: " + failed.getMessage(), failed);
        }
    }

    private void print(JpaConversion conversion, PrintWriter out) {
        out.println("Converted " + counted(conversion.entities(), "entity", "entities") + ", "
                + counted(conversion.mixins(), "superclass", "superclasses") + " (to mixins or interfaces) and "
                + counted(conversion.embedded(), "embeddable class", "embeddable classes") + " (to records).");
        if (!conversion.refused().isEmpty()) {
            out.println("Not converted: " + String.join(", ", conversion.refused()));
        }
        var notes = conversion.notes().stream()
                .collect(Collectors.groupingBy(JpaNote::annotation, TreeMap::new, Collectors.toList()));
        notes.forEach((annotation, list) -> {
            out.println();
            out.println(annotation + " (" + list.size() + ")");
            list.forEach(note -> out.println("  " + note.file() + ":" + note.line() + " " + note.message()));
        });
        out.flush();
    }

    private static String counted(int number, String one, String several) {
        return number + " " + (number == 1 ? one : several);
    }
}
