package dev.rubedo.testing;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A statement that was sent to the database, successfully or not.
 *
 * @param sql the text passed to the driver
 * @param parameters the bound values in marker order: one list per row of a batch, or one empty list if nothing was
 *     bound
 * @param rowCount the number of changed rows, or -1 if it is unknown or the statement returns rows
 * @param failure the error, or null if it succeeded
 */
public record LoggedStatement(String sql, List<List<@Nullable Object>> parameters, long rowCount,
        @Nullable Throwable failure) {

    private static final Pattern SPACES = Pattern.compile("\\s+");

    /** Creates a statement; the lists are not copied deeply. */
    public LoggedStatement {
        parameters = List.copyOf(parameters);
    }

    /** Returns the text with whitespace normalized. */
    public String normalized() {
        return normalize(sql);
    }

    static String normalize(String sql) {
        return SPACES.matcher(sql.strip()).replaceAll(" ");
    }
}
