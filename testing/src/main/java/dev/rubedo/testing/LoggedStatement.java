package dev.rubedo.testing;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A statement that reached the database, or tried to.
 *
 * @param sql the text that the driver was given
 * @param parameters the bound values in marker order, one list per row of a batch; one empty list if nothing was bound
 * @param rowCount the rows written, or -1 where that is unknown or the statement returns rows
 * @param failure what the database answered instead of succeeding, or null
 */
public record LoggedStatement(String sql, List<List<@Nullable Object>> parameters, long rowCount,
        @Nullable Throwable failure) {

    private static final Pattern SPACES = Pattern.compile("\\s+");

    /** Makes one; the lists are not copied deeply. */
    public LoggedStatement {
        parameters = List.copyOf(parameters);
    }

    /** Returns the text with every run of spaces and line breaks as one space. */
    public String normalized() {
        return normalize(sql);
    }

    static String normalize(String sql) {
        return SPACES.matcher(sql.strip()).replaceAll(" ");
    }
}
