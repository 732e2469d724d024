package dev.rubedo.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The model of the tests: the sources in {@code src/test/resources/model}. Immutable. */
final class Model {

    private static final Path RESOURCES = Path.of("src/test/resources");

    private Model() {}

    /** Returns all sources, in order of their names. */
    static List<String> sources() {
        return sources("model");
    }

    /** Returns all sources of a folder, in order of their names. */
    static List<String> sources(String folder) {
        try (Stream<Path> found = Files.list(RESOURCES.resolve(folder))) {
            return found.sorted().map(Model::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the source of one type. */
    static String source(String type) {
        return source("model", type);
    }

    /** Returns the source of one type of a folder. */
    static String source(String folder, String type) {
        return read(RESOURCES.resolve(folder).resolve(type + ".java"));
    }

    /** Returns what should be generated; with {@code -Drubedo.golden=rewrite}, writes down what was. */
    static String golden(String file, String actual) {
        Path golden = RESOURCES.resolve("golden").resolve(file);
        if (System.getProperty("rubedo.golden", "").equals("rewrite")) {
            try {
                Files.writeString(golden, actual);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return read(golden);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
