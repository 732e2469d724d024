package dev.rubedo.testing.golden;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.opentest4j.AssertionFailedError;

/** Comparison with expected text that can be rewritten. Stateless. */
public final class Golden {

    private static final String PROPERTY = "rubedo.golden";

    private Golden() {}

    /** Tells whether this run rewrites expectations instead of checking them. */
    public static boolean isRewriting() {
        return "rewrite".equals(System.getProperty(PROPERTY));
    }

    /**
     * Checks that a text is what a file holds; a rewriting run writes the file instead.
     *
     * @throws AssertionFailedError if it is not, or if there is no such file
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
            throw new AssertionFailedError("\"" + file + "\" holds another text (or is not there);"
                    + " run with -D" + PROPERTY + "=rewrite to accept what was found", expected, actual);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
