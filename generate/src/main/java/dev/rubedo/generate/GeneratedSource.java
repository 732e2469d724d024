package dev.rubedo.generate;

import java.util.Objects;

/**
 * A generated file. Immutable.
 *
 * @param path the path below the source folder, with slashes: {@code shop/Album.java}
 * @param text the source
 */
public record GeneratedSource(String path, String text) {
    /** Checks the components. */
    public GeneratedSource {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(text, "text");
    }
}
