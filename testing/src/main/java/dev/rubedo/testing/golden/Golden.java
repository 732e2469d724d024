package dev.rubedo.testing.golden;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.opentest4j.AssertionFailedError;

/** Comparison with rewritable expected text. Stateless. */
public final class Golden {

    private static final String PROPERTY = "rubedo.golden";

    private Golden() {}

    /** Returns whether this run rewrites expectations instead of checking them. */
    public static boolean isRewriting() {
        return "rewrite".equals(System.getProperty(PROPERTY));
    }

    /**
     * Checks that a text equals the content of a file; a rewriting run writes the file instead.
     *
     * @throws AssertionFailedError if it does not, or if there is no such file
     */
    public static void assertMatches(String actual, Path file) {
        try {
            String expected = Files.exists(file) ? Files.readString(file) : "";
            if (expected.equals(actual)) {
                return;
            }
            if (isRewriting()) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.writeString(file, actual);
                return;
            }
            throw new AssertionFailedError("\"" + file + "\" has different content (or does not exist);"
                    + " run with -D" + PROPERTY + "=rewrite to accept what was found", expected, actual);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
