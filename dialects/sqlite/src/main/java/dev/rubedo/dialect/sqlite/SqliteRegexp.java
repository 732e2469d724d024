package dev.rubedo.dialect.sqlite;

import java.sql.SQLException;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.sqlite.Function;

/**
 * The function behind SQLite's operator {@code REGEXP}, which SQLite does not provide: a search for a Java regular
 * expression. Each connection has its own instance. Confined to one thread at a time.
 */
final class SqliteRegexp extends Function {

    private @Nullable Pattern last;

    private SqliteRegexp() {}

    /** Adds the function to a connection. */
    static void addTo(java.sql.Connection connection) throws SQLException {
        Function.create(connection, "regexp", new SqliteRegexp(), 2, Function.FLAG_DETERMINISTIC);
    }

    @Override
    protected void xFunc() throws SQLException {
        var expression = value_text(0);
        var text = value_text(1);
        if (expression == null || text == null) {
            result();
        } else {
            search(expression, text);
        }
    }

    private void search(String expression, String text) throws SQLException {
        try {
            result(pattern(expression).matcher(text).find() ? 1 : 0);
        } catch (PatternSyntaxException e) {
            error("\"" + expression + "\" is not a regular expression: " + e.getDescription());
        }
    }

    private Pattern pattern(String expression) {
        var known = last;
        if (known == null || !known.pattern().equals(expression)) {
            known = Pattern.compile(expression);
            last = known;
        }
        return known;
    }
}
