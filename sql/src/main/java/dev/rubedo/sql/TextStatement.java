package dev.rubedo.sql;

import dev.rubedo.type.SqlType;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A hand-written statement, with {@code :name} for values. Never build it from untrusted input. Immutable.
 *
 * @param text the SQL; {@code \\:} is a colon that does not start a name
 * @param parameters the values given so far
 * @param statementOptions the options for a session
 */
public record TextStatement(String text, List<BindParameter<?>> parameters, List<StatementOption> statementOptions)
        implements
            Statement<Row> {
    /** Copies the lists. */
    public TextStatement {
        if (text.isBlank()) {
            throw new IllegalArgumentException("text(): the SQL is empty");
        }
        parameters = List.copyOf(parameters);
        statementOptions = List.copyOf(statementOptions);
    }

    /**
     * Returns this statement with a value. A collection is written as a list in parentheses, for IN, whether or not the
     * text has parentheses around the name.
     *
     * @param name the name, without the colon
     * @param value the value, or null for SQL NULL
     * @throws IllegalArgumentException if the text has no such name
     */
    public TextStatement bind(String name, @Nullable Object value) {
        return new TextStatement(text, NamedText.with(text, parameters, name, value), statementOptions);
    }

    /**
     * Returns this statement with a value of a type.
     *
     * @param name the name, without the colon
     * @param value the value, or null for SQL NULL
     * @param type the type
     * @throws IllegalArgumentException if the text has no such name
     */
    public <T> TextStatement bind(String name, @Nullable T value, SqlType<T> type) {
        return new TextStatement(text,
                NamedText.with(text, parameters, name, new BindParameter<>(name, value, false, type)),
                statementOptions);
    }

    /**
     * Returns this statement with a list of values, which is written in parentheses: {@code id IN :ids}. With an empty
     * list, {@code IN} matches no row and {@code NOT IN} matches every row.
     *
     * @param name the name, without the colon
     * @param values the values, all of one class
     * @throws IllegalArgumentException if the text has no such name, or if the list is empty, so that its type is
     *     unknown
     */
    public TextStatement bindAll(String name, Collection<?> values) {
        return new TextStatement(text, NamedText.with(text, parameters, name, NamedText.list(name, values)),
                statementOptions);
    }

    /**
     * Returns this statement with a list of values, which is written in parentheses: {@code id IN :ids}. With an empty
     * list, {@code IN} matches no row and {@code NOT IN} matches every row.
     *
     * @param name the name, without the colon
     * @param values the values; possibly none
     * @param type the type of each value
     * @throws IllegalArgumentException if the text has no such name
     */
    public <T> TextStatement bindAll(String name, Collection<? extends T> values, SqlType<T> type) {
        return new TextStatement(text,
                NamedText.with(text, parameters, name,
                        new BindParameter<>(name, List.copyOf(values), false, new ListParameterType<>(type))),
                statementOptions);
    }

    /**
     * Returns this statement with options for the ORM.
     *
     * @param more the options
     */
    public TextStatement options(StatementOption... more) {
        return new TextStatement(text, parameters, SelectParts.append(statementOptions, more));
    }

    /**
     * Returns this query with a single item for its column; each row is the value of that item.
     *
     * @param one the item
     */
    public <R extends @Nullable Object> TextSelect<R> columns(Projection<R> one) {
        return new TextSelect<>(this, SelectList.one(one));
    }

    /**
     * Returns this query with the meaning of its columns, by position.
     *
     * @param first the meaning of the first column
     * @param second the meaning of the second column
     * @param more the meaning of the other columns
     */
    public TextSelect<Row> columns(Projection<?> first, Projection<?> second, Projection<?>... more) {
        return new TextSelect<>(this, SelectList.many(SelectParts.append(List.of(first, second), more)));
    }

    /**
     * Returns this query with a single item, found by the name of its column in the result, at any position; each row
     * is the value of that item. Other columns of the result are ignored.
     *
     * @param one the item: a column, an entity or a table
     */
    public <R extends @Nullable Object> TextSelect<R> columnsByName(Projection<R> one) {
        return new TextSelect<>(this, SelectList.one(one), true);
    }

    /**
     * Returns this query with the meaning of its columns, found by their names in the result, in any order. Other columns
     * of the result are ignored. Label a column whose name is used twice: {@code users.id.as("user_id")}.
     *
     * @param first an item
     * @param second an item
     * @param more further items
     */
    public TextSelect<Row> columnsByName(Projection<?> first, Projection<?> second, Projection<?>... more) {
        return new TextSelect<>(this, SelectList.many(SelectParts.append(List.of(first, second), more)), true);
    }

    @Override
    public SelectList selectList() {
        return SelectList.NONE;
    }

    @Override
    public List<CommonTableExpression> ctes() {
        return List.of();
    }

    @Override
    public void describe(Structure out) {
        out.part(text);
        out.expressions(parameters);
        out.options(statementOptions);
    }

    @Override
    public TextStatement rewrite(Rewriter rewriter) {
        var newParameters = rewriter.parameters(parameters);
        var newOptions = rewriter.options(statementOptions);
        return Rewriter.same(newParameters, parameters) && Rewriter.same(newOptions, statementOptions) ? this
                : new TextStatement(text, newParameters, newOptions);
    }

    @Override
    public String toString() {
        return text;
    }
}
