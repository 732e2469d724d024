package dev.rubedo.sql;

import dev.rubedo.type.SqlType;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A hand-written query whose columns are known. Immutable.
 *
 * @param <T> the type of each row
 * @param text the query
 * @param selectList the meaning of its columns
 * @param isByName whether columns are found by their names in the result instead of by their positions
 */
public record TextSelect<T extends @Nullable Object>(TextStatement text,
        SelectList selectList, boolean isByName) implements Selectable<T> {
    /** Creates a query whose columns are known by position. */
    public TextSelect(TextStatement text, SelectList selectList) {
        this(text, selectList, false);
    }

    /** Checks the components. */
    public TextSelect {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(selectList, "selectList");
    }

    /**
     * Returns this query with a value.
     *
     * @param name the name, without the colon
     * @param value the value, or null for SQL NULL
     */
    public TextSelect<T> bind(String name, @Nullable Object value) {
        return new TextSelect<>(text.bind(name, value), selectList, isByName);
    }

    /**
     * Returns this query with a value of a type.
     *
     * @param name the name, without the colon
     * @param value the value, or null for SQL NULL
     * @param type the type
     * @throws IllegalArgumentException if the text has no such name
     */
    public <V> TextSelect<T> bind(String name, @Nullable V value, SqlType<V> type) {
        return new TextSelect<>(text.bind(name, value, type), selectList, isByName);
    }

    /**
     * Returns this query with a list of values, which is written in parentheses.
     *
     * @param name the name, without the colon
     * @param values the values, all of one class
     */
    public TextSelect<T> bindAll(String name, Collection<?> values) {
        return new TextSelect<>(text.bindAll(name, values), selectList, isByName);
    }

    /**
     * Returns this query with a list of values of a type, which is written in parentheses.
     *
     * @param name the name, without the colon
     * @param values the values; possibly none
     * @param type the type of each value
     * @throws IllegalArgumentException if the text has no such name
     */
    public <V> TextSelect<T> bindAll(String name, Collection<? extends V> values, SqlType<V> type) {
        return new TextSelect<>(text.bindAll(name, values, type), selectList, isByName);
    }

    /**
     * Returns this query with options for the ORM.
     *
     * @param more the options
     */
    public TextSelect<T> options(StatementOption... more) {
        return new TextSelect<>(text.options(more), selectList, isByName);
    }

    @Override
    public List<CommonTableExpression> ctes() {
        return List.of();
    }

    @Override
    public List<StatementOption> statementOptions() {
        return text.statementOptions();
    }

    @Override
    public void describe(Structure out) {
        out.statement(text);
        selectList.describe(out);
        out.part(isByName);
    }

    @Override
    public TextSelect<T> rewrite(Rewriter rewriter) {
        var newText = text.rewrite(rewriter);
        var newList = rewriter.selectList(selectList);
        return Rewriter.same(newText, text) && Rewriter.same(newList, selectList) ? this
                : new TextSelect<>(newText, newList, isByName);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
