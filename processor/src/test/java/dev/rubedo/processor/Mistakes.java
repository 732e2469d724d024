package dev.rubedo.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.processor.Compilation.Compiler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Compiles wrong mappings. The line that is wrong ends with {@code // wrong}. Immutable. */
final class Mistakes {

    private static final String IMPORTS = """
            import dev.rubedo.mapping.*;
            import java.util.*;
            import org.jspecify.annotations.Nullable;
            """;

    /** The other side of most relationships. */
    static final String ADDRESS = """
            @Entity(table = "addresses") class Address extends AddressBase {
                interface Mapped {
                    @Id Long id();
                    String email();
                    @Relationship(backPopulates = "addresses") User user();
                }
            }
            """;

    private Mistakes() {}

    /** Expects the one error in both compilers, at the marked line of the first source that has a mark, and both classes to be written anyway. */
    static void assertMistake(String message, String... sources) {
        for (Compiler compiler : Compiler.values()) {
            Compilation compilation = compile(compiler, sources);
            assertThat(compilation.errors()).as("errors of %s", compiler).extracting(Object::toString)
                    .containsExactly(mark(sources) + message);
        }
    }

    static Compilation compile(Compiler compiler, String... sources) {
        return compile(compiler, List.of(), sources);
    }

    static Compilation compile(Compiler compiler, List<String> options, String... sources) {
        try {
            Path directory = Files.createTempDirectory("rubedo-processor");
            var complete = new ArrayList<String>();
            for (String source : sources) {
                complete.add(complete(source));
            }
            try {
                return Compilation.of(compiler, directory, options, complete);
            } finally {
                delete(directory);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> found = Files.walk(directory)) {
            for (Path file : found.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    static String complete(String source) {
        return source.startsWith("package ") ? source : "package blog;\n" + IMPORTS + source;
    }

    private static String mark(String... sources) {
        for (String source : sources) {
            List<String> lines = complete(source).lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).endsWith("// wrong")) {
                    return typeName(source) + ".java:" + (i + 1) + ": ";
                }
            }
        }
        throw new IllegalArgumentException("no line is marked");
    }

    private static String typeName(String source) {
        var matcher = Compilation.TYPE.matcher(source);
        return matcher.find() ? matcher.group(1) : "?";
    }
}
