package dev.rubedo.migrate.snapshot;

import dev.rubedo.schema.Column;
import dev.rubedo.sql.Condition;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.Rewriter;
import dev.rubedo.sql.TextFragment;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Renames columns in lists and expressions. Stateless. */
final class ColumnRenaming {
    private ColumnRenaming() {}

    static List<String> renamed(List<String> columns, String from, String to) {
        return columns.stream().map(column -> column.equals(from) ? to : column).toList();
    }

    static Condition renamed(Condition condition, String from, String to) {
        return new Renaming(from, to).condition(condition);
    }

    static <T extends @Nullable Object> Expression<T> renamed(Expression<T> expression, String from, String to) {
        return new Renaming(from, to).expression(expression);
    }

    /** Renames a column in SQL, but not in string literals. */
    static String renamedSql(String sql, String from, String to) {
        var word = Pattern.compile("'(?:[^']|'')*'|(?<![\\w$])" + Pattern.quote(from) + "(?![\\w$])");
        return word.matcher(sql).replaceAll(match -> Matcher
                .quoteReplacement(match.group().startsWith("'") ? match.group() : to));
    }

    /** Renames one column. */
    private static final class Renaming extends Rewriter {
        private final String from;
        private final String to;

        private Renaming(String from, String to) {
            this.from = from;
            this.to = to;
        }

        @Override
        public <T extends @Nullable Object> Expression<T> expression(Expression<T> node) {
            if (node instanceof Column<T> column && column.name().equals(from)) {
                return Column.column(to, column.type());
            }
            if (node instanceof TextFragment<T> text) {
                var sql = renamedSql(text.text(), from, to);
                return sql.equals(text.text()) ? node : new TextFragment<>(sql, text.parameters(), text.type());
            }
            return super.expression(node);
        }
    }
}
