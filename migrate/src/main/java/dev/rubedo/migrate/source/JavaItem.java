package dev.rubedo.migrate.source;

import java.util.List;
import java.util.Objects;

/**
 * A Java expression. Immutable.
 *
 * @param code the expression
 * @param imports its imports: {@code package.Class} or {@code static package.Class.name}
 */
public record JavaItem(String code, List<String> imports) {
    /** Checks the code and copies the list. */
    public JavaItem {
        Objects.requireNonNull(code, "code");
        imports = List.copyOf(imports);
    }
}
