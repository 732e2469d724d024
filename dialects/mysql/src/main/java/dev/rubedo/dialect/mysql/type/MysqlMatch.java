package dev.rubedo.dialect.mysql.type;

import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.sql.Comparison;
import dev.rubedo.sql.Condition;
import dev.rubedo.sql.CustomExpression;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.Literal;
import dev.rubedo.sql.Operator;
import dev.rubedo.sql.Sql;
import dev.rubedo.sql.SqlWriter;
import dev.rubedo.type.SqlType;
import dev.rubedo.type.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The full-text search of MySQL and MariaDB, {@code MATCH (columns) AGAINST (words)}. Its value is the relevance of a row,
 * 0 if the words do not occur; {@link #isFound()} is the condition. A FULLTEXT index over exactly these columns is
 * required. Immutable.
 *
 * @param columns the columns that are searched
 * @param words the words
 * @param mode how the words are interpreted
 */
public record MysqlMatch(List<Expression<?>> columns, Expression<?> words, Mode mode)
        implements
            CustomExpression<Double> {

    /** The interpretation of the words. Immutable. */
    public enum Mode {
        /** As words of natural language, which is the default. */
        DEFAULT(""),
        /** As words of natural language. */
        NATURAL_LANGUAGE(" IN NATURAL LANGUAGE MODE"),
        /** As words of natural language, expanded by the words of the rows that were found. */
        NATURAL_LANGUAGE_WITH_EXPANSION(" IN NATURAL LANGUAGE MODE WITH QUERY EXPANSION"),
        /** As by default, expanded by the words of the rows that were found. */
        WITH_EXPANSION(" WITH QUERY EXPANSION"),
        /** As an expression with operators such as {@code +}, {@code -} and {@code *}. */
        BOOLEAN(" IN BOOLEAN MODE");

        private final String sql;

        Mode(String sql) {
            this.sql = sql;
        }
    }

    private static final Set<String> DIALECTS = Set.of("mysql", "mariadb");

    /** Checks the components. */
    public MysqlMatch {
        columns = List.copyOf(columns);
        Objects.requireNonNull(words, "words");
        Objects.requireNonNull(mode, "mode");
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("A full-text search requires a column");
        }
    }

    /**
     * Returns a search of columns for words.
     *
     * @param words the words
     * @param column the first column
     * @param more further columns
     */
    public static MysqlMatch against(String words, Expression<? extends @Nullable String> column,
            Expression<?>... more) {
        return against(Sql.value(words), column, more);
    }

    /**
     * Returns a search of columns for words that an expression supplies; the server accepts only a constant or a
     * parameter.
     *
     * @param words the words
     * @param column the first column
     * @param more further columns
     */
    public static MysqlMatch against(Expression<String> words, Expression<? extends @Nullable String> column,
            Expression<?>... more) {
        var columns = new ArrayList<Expression<?>>(List.of(more));
        columns.add(0, column);
        return new MysqlMatch(columns, words, Mode.DEFAULT);
    }

    /** Returns this search in boolean mode, in which the words can have operators. */
    public MysqlMatch inBooleanMode() {
        if (isExpanded()) {
            throw new IllegalStateException("Boolean mode cannot be combined with query expansion. Use only one of "
                    + "them.");
        }
        return new MysqlMatch(columns, words, Mode.BOOLEAN);
    }

    /** Returns this search in natural language mode, which is the default. */
    public MysqlMatch inNaturalLanguageMode() {
        return new MysqlMatch(columns, words, isExpanded() ? Mode.NATURAL_LANGUAGE_WITH_EXPANSION
                : Mode.NATURAL_LANGUAGE);
    }

    /** Returns this search with query expansion, by the words of the rows that it finds. */
    public MysqlMatch withQueryExpansion() {
        return new MysqlMatch(columns, words, switch (mode) {
            case DEFAULT, WITH_EXPANSION -> Mode.WITH_EXPANSION;
            case NATURAL_LANGUAGE, NATURAL_LANGUAGE_WITH_EXPANSION -> Mode.NATURAL_LANGUAGE_WITH_EXPANSION;
            case BOOLEAN -> throw new IllegalStateException(
                    "Boolean mode cannot be combined with query expansion. Use only one of them.");
        });
    }

    private boolean isExpanded() {
        return mode == Mode.WITH_EXPANSION || mode == Mode.NATURAL_LANGUAGE_WITH_EXPANSION;
    }

    /** Returns a condition that is true for the rows that the search finds. */
    public Condition isFound() {
        return new Comparison(this, Operator.GT, new Literal<>(0, Types.INTEGER));
    }

    @Override
    public SqlType<Double> type() {
        return Types.DOUBLE;
    }

    @Override
    public List<Expression<?>> children() {
        var all = new ArrayList<>(columns);
        all.add(words);
        return all;
    }

    @Override
    public MysqlMatch withChildren(List<Expression<?>> children) {
        int last = children.size() - 1;
        return new MysqlMatch(children.subList(0, last), children.get(last), mode);
    }

    @Override
    public void write(SqlWriter out) {
        if (!DIALECTS.contains(out.dialect())) {
            throw new InvalidStatementException("MATCH ... AGAINST is a search of MySQL and MariaDB, which \""
                    + out.dialect() + "\" does not have. Use match(...) of Functions, which other databases support, "
                    + "too.");
        }
        out.sql("MATCH (");
        for (int i = 0; i < columns.size(); i++) {
            out.sql(i == 0 ? "" : ", ").expression(columns.get(i));
        }
        out.sql(") AGAINST (").expression(words).sql(mode.sql).sql(")");
    }
}
