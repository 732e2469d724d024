package dev.rubedo.generate;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The generated sources, and notes on what they do not express. The same metadata and options always yield the same
 * sources. Immutable.
 *
 * @param sources the files, by path
 * @param notes the details of the schema that the entities do not express, one sentence each, by table; empty if they
 *     express everything
 */
public record GeneratedCode(List<GeneratedSource> sources, List<String> notes) {
    /** Copies the lists. */
    public GeneratedCode {
        sources = List.copyOf(sources);
        notes = List.copyOf(notes);
    }

    /**
     * Writes the sources to a folder, which is created if it does not exist. A file that already has the same content
     * is left unchanged. Nothing is written if a file would be replaced without permission.
     *
     * @param folder the source folder, such as {@code src/main/java}
     * @param replacesFiles whether files with different content are replaced
     * @return the files that were written
     * @throws FileAlreadyExistsException if a file has different content and must not be replaced
     * @throws IOException if a file cannot be read or written
     */
    public List<Path> writeTo(Path folder, boolean replacesFiles) throws IOException {
        var changed = sources.stream().filter(source -> !isCurrent(folder, source)).toList();
        for (var source : changed) {
            var file = folder.resolve(source.path());
            if (!replacesFiles && Files.exists(file)) {
                throw new FileAlreadyExistsException(file.toString(), null, "it differs from the generated source");
            }
        }
        for (var source : changed) {
            var file = folder.resolve(source.path());
            Files.createDirectories(file.getParent());
            Files.writeString(file, source.text());
        }
        return changed.stream().map(source -> folder.resolve(source.path())).toList();
    }

    private static boolean isCurrent(Path folder, GeneratedSource source) {
        var file = folder.resolve(source.path());
        try {
            return Files.exists(file) && Files.readString(file).equals(source.text());
        } catch (IOException unreadable) {
            return false;
        }
    }
}
