package dev.rubedo.cli.jpa;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The result of a conversion. Immutable.
 *
 * @param files the source of each converted class by its path in the source folder, such as
 *     {@code org/example/Owner.java}
 * @param entities the number of converted entities
 * @param mixins the number of mapped superclasses that became mixins
 * @param embedded the number of embeddable classes that became records
 * @param refused the classes that were not converted
 * @param notes notes on constructs that were not converted one to one
 */
public record JpaConversion(Map<Path, String> files, int entities, int mixins, int embedded, List<String> refused,
        List<JpaNote> notes) {
    /** Copies the collections. */
    public JpaConversion {
        files = Map.copyOf(files);
        refused = List.copyOf(refused);
        notes = List.copyOf(notes);
    }

    /**
     * Writes the converted classes.
     *
     * @param output the source folder
     * @throws FileAlreadyExistsException if one of the files already exists; in that case, nothing is written
     */
    public void writeTo(Path output) throws IOException {
        for (var file : files.keySet()) {
            if (Files.exists(output.resolve(file))) {
                throw new FileAlreadyExistsException(output.resolve(file).toString());
            }
        }
        for (var file : new TreeMap<>(files).entrySet()) {
            var path = output.resolve(file.getKey());
            Files.createDirectories(path.toAbsolutePath().getParent());
            Files.writeString(path, file.getValue());
        }
    }
}
