package dev.rubedo.sql;

import dev.rubedo.type.ArrayType;
import dev.rubedo.type.SqlType;
import dev.rubedo.type.Types;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The entry point to Core, for static import: {@code import static dev.rubedo.sql.Sql.*} gives access to statements,
 * functions and types. A method of the importing class hides all imported methods of the same name; write
 * {@code Sql.count(...)} there. Immutable.
 */
public class Sql extends Projections {
    /** For subclasses only; there are no instances. */
    protected Sql() {}

    /**
     * Selects one item; each row of the result is its value.
     *
     * @param what the item to select
     */
    public static <T extends @Nullable Object> Select<T> select(Projection<T> what) {
        return new Select<>(SelectList.one(what));
    }

    /**
     * Selects several items.
     *
     * @param first an item to select
     * @param second an item to select
     * @param more further items
     */
    public static Select<Row> select(Projection<?> first, Projection<?> second, Projection<?>... more) {
        return new Select<>(SelectList.many(SelectParts.append(List.of(first, second), more)));
    }

    /**
     * Selects the items of a list.
     *
     * @param what the items to select
     */
    public static Select<Row> select(List<? extends Projection<?>> what) {
        return new Select<>(SelectList.many(what));
    }

    /**
     * Starts an INSERT.
     *
     * @param table the table or entity
     */
    public static Insert<Void> insertInto(DmlTarget table) {
        return new Insert<>(table);
    }

    /**
     * Starts an UPDATE.
     *
     * @param table the table or entity
     */
    public static Update<Void> update(DmlTarget table) {
        return new Update<>(table);
    }

    /**
     * Starts a DELETE.
     *
     * @param table the table or entity
     */
    public static Delete<Void> deleteFrom(DmlTarget table) {
        return new Delete<>(table);
    }

    /**
     * Starts a MERGE.
     *
     * @param table the table or entity to change
     */
    public static Merge<Void> mergeInto(DmlTarget table) {
        return new Merge<>(table);
    }

    /** Starts a row of an INSERT. */
    public static Values values() {
        return Values.EMPTY;
    }

    /**
     * Creates a statement from hand-written SQL, with {@code :name} for values. Never build it from untrusted input.
     *
     * @param sql the SQL
     */
    public static TextStatement text(String sql) {
        return new TextStatement(sql, NamedText.required(sql), List.of());
    }

    /**
     * Creates an expression from hand-written SQL, with {@code :name} for values. Never build it from untrusted input.
     *
     * @param sql the SQL
     * @param type the type of its value
     */
    public static <T extends @Nullable Object> TextFragment<T> text(String sql, SqlType<T> type) {
        return new TextFragment<>(sql, NamedText.required(sql), type);
    }

    /**
     * Creates a column that is known only by name, for example because no declared table has it.
     *
     * @param sql the SQL, written verbatim
     * @param type the type of its value
     */
    public static <T extends @Nullable Object> TextFragment<T> literalColumn(String sql, SqlType<T> type) {
        return new TextFragment<>(sql, List.of(), type);
    }

    /**
     * Wraps a value as an expression. It becomes a parameter.
     *
     * @param value the value, of a class that implies its database type
     */
    public static <T> Expression<T> value(T value) {
        return new BindParameter<>("", value, false, typeOf(value));
    }

    /**
     * Wraps a value as an expression. It becomes a parameter.
     *
     * @param value the value
     * @param type its type
     */
    public static <T extends @Nullable Object> Expression<T> value(T value, SqlType<T> type) {
        return Operands.typed(type, value);
    }

    /**
     * Declares a parameter whose value is given at execution.
     *
     * @param name the name by which it is given
     * @param type its type
     */
    public static <T extends @Nullable Object> BindParameter<T> bind(String name, SqlType<T> type) {
        return new BindParameter<>(name, null, true, type);
    }

    /**
     * Declares a parameter with a default value, which can be replaced at execution.
     *
     * @param name the name
     * @param type its type
     * @param value the default value
     */
    public static <T extends @Nullable Object> BindParameter<T> bind(String name, SqlType<T> type, T value) {
        return new BindParameter<>(name, value, false, type);
    }

    /**
     * Tests against a list of values that is given at execution.
     *
     * @param operand the expression to test
     * @param name the name by which the list is given
     */
    public static Condition inList(Expression<?> operand, String name) {
        return new InValues(operand, name, null, false);
    }

    /**
     * Writes a constant into the SQL. Untrusted values must be bound as parameters.
     *
     * @param value the constant
     */
    public static <T> Expression<T> literal(T value) {
        return new Literal<>(value, typeOf(value));
    }

    /**
     * Writes a constant into the SQL. Untrusted values must be bound as parameters.
     *
     * @param value the constant
     * @param type its type
     */
    public static <T> Expression<T> literal(T value, SqlType<T> type) {
        return new Literal<>(value, type);
    }

    /**
     * Returns the value that the same INSERT or UPDATE assigns to another column, regardless of their order:
     * {@code update(products).set(products.price, 12).set(products.gross, newValue(products.price).times(1.2))}. The
     * expression is repeated, so it is evaluated for each use. In an UPDATE a column that is not set keeps its value.
     * Allowed in values and in column defaults.
     *
     * @param column the other column, of the same table
     */
    public static <T extends @Nullable Object> Expression<T> newValue(SettableColumn<T> column) {
        return new NewValue<>(column);
    }

    /** Returns NULL of the type that the context expects. */
    @SuppressWarnings("unchecked")
    public static <T extends @Nullable Object> Expression<T> nullValue() {
        return new NullValue<>((SqlType<T>) UNKNOWN);
    }

    /**
     * Returns NULL of a type.
     *
     * @param type the type
     */
    public static <T extends @Nullable Object> Expression<T> nullValue(SqlType<T> type) {
        return new NullValue<>(type);
    }

    /**
     * Reads an expression as another type, without changing the SQL.
     *
     * @param expression the expression
     * @param type the type to read it as
     */
    public static <T extends @Nullable Object> Expression<T> coerce(Expression<?> expression, SqlType<T> type) {
        return new TypeCoercion<>(expression, type);
    }

    /**
     * Converts an expression: {@code CAST(expression AS type)}.
     *
     * @param expression the expression
     * @param type the type
     */
    public static <T extends @Nullable Object> Expression<T> cast(Expression<?> expression, SqlType<T> type) {
        return new Cast<>(expression, type);
    }

    /**
     * Combines conditions with AND: all must hold. Absent ones are skipped.
     *
     * @param conditions conditions and boolean columns
     */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static Condition and(Expression<Boolean>... conditions) {
        return Junction.of(Junction.Kind.AND, Arrays.asList(conditions));
    }

    /**
     * Combines conditions with AND: all must hold. Absent ones are skipped.
     *
     * @param conditions conditions and boolean columns
     */
    public static Condition and(Collection<? extends Expression<Boolean>> conditions) {
        return Junction.of(Junction.Kind.AND, List.copyOf(conditions));
    }

    /**
     * Combines conditions with OR: at least one must hold. Absent ones are skipped.
     *
     * @param conditions conditions and boolean columns
     */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static Condition or(Expression<Boolean>... conditions) {
        return Junction.of(Junction.Kind.OR, Arrays.asList(conditions));
    }

    /**
     * Combines conditions with OR: at least one must hold. Absent ones are skipped.
     *
     * @param conditions conditions and boolean columns
     */
    public static Condition or(Collection<? extends Expression<Boolean>> conditions) {
        return Junction.of(Junction.Kind.OR, List.copyOf(conditions));
    }

    /**
     * Returns the negation in its simplest form.
     *
     * @param condition a condition or a boolean column
     */
    public static Condition not(Expression<Boolean> condition) {
        return BooleanCondition.of(condition).negate();
    }

    /**
     * Converts a boolean expression to a condition, which has the methods {@code and} and {@code or}.
     *
     * @param expression the expression
     */
    public static Condition condition(Expression<Boolean> expression) {
        return BooleanCondition.of(expression);
    }

    /** Returns the condition that is always true. */
    public static Condition trueCondition() {
        return BooleanCondition.TRUE;
    }

    /** Returns the condition that is never true. */
    public static Condition falseCondition() {
        return BooleanCondition.FALSE;
    }

    /** Returns the absent condition, which is skipped everywhere. */
    public static Condition noCondition() {
        return NoCondition.NONE;
    }

    /**
     * Creates a condition from a value if it is not null: {@code ifPresent(minAge, users.age::ge)}.
     *
     * @param value the value, or null for no condition
     * @param test creates the condition
     */
    public static <V> Condition ifPresent(@Nullable V value, Function<? super V, ? extends Condition> test) {
        return value == null ? NoCondition.NONE : test.apply(value);
    }

    /**
     * Tests whether a query has rows.
     *
     * @param query the query
     */
    public static Condition exists(Selectable<?> query) {
        return new Exists(query);
    }

    /**
     * Tests whether there are rows that satisfy a condition: {@code EXISTS (SELECT * FROM ... WHERE ...)}.
     *
     * @param condition the condition on a row; tables that the enclosing statement does not have are added to FROM
     */
    public static Condition exists(Expression<Boolean> condition) {
        return new Exists(new Select<Object>(SelectList.one(new Star())).where(condition));
    }

    /**
     * Starts a {@code CASE} expression.
     *
     * @param condition the condition of the branch
     * @param value the value if the condition holds
     */
    public static <T extends @Nullable Object> Case<T> caseWhen(Condition condition, Expression<T> value) {
        return new Case<>(null, List.of(new Case.When<>(condition, value)), null, value.type());
    }

    /**
     * Starts a {@code CASE} expression.
     *
     * @param condition the condition of the branch
     * @param value the value if the condition holds, of a class that implies its database type
     */
    public static <T> Case<T> caseWhen(Condition condition, T value) {
        return caseWhen(condition, Sql.<T>value(value));
    }

    /**
     * Compares an expression with values, in order: {@code CASE subject WHEN 1 THEN "one" ... END}.
     *
     * @param subject the expression to compare
     * @param results the values and their results, in the order of the map
     */
    public static <S extends @Nullable Object, T> Case<T> caseOf(Expression<S> subject, Map<? extends S, T> results) {
        var branches = new ArrayList<Case.When<T>>();
        results.forEach((test, result) -> branches
                .add(new Case.When<>(Operands.typed(subject.type(), test), Sql.<T>value(result))));
        if (branches.isEmpty()) {
            throw new IllegalArgumentException("caseOf() needs a branch");
        }
        return new Case<>(subject, branches, null, castType(branches.get(0).result().type()));
    }

    /**
     * Joins two tables, for {@code from(...)} or as a side of another join. The condition is derived from the single
     * foreign key between them.
     *
     * @param left the left side
     * @param right the right side
     */
    public static Join join(FromClause left, FromClause right) {
        return new Join(left, right, Join.Kind.INNER, ForeignKeyJoin.between(left, left, right));
    }

    /**
     * Joins two tables, for {@code from(...)} or as a side of another join.
     *
     * @param left the left side
     * @param right the right side
     * @param on the condition
     */
    public static Join join(FromClause left, FromClause right, Condition on) {
        return new Join(left, right, Join.Kind.INNER, on);
    }

    /**
     * Joins two tables, for {@code from(...)} or as a side of another join; rows of the left side without a match are
     * kept. The condition is derived from the single foreign key between them.
     *
     * @param left the left side
     * @param right the right side
     */
    public static Join leftJoin(FromClause left, FromClause right) {
        return new Join(left, right, Join.Kind.LEFT, ForeignKeyJoin.between(left, left, right));
    }

    /**
     * Joins two tables, for {@code from(...)} or as a side of another join; rows of the left side without a match are
     * kept.
     *
     * @param left the left side
     * @param right the right side
     * @param on the condition
     */
    public static Join leftJoin(FromClause left, FromClause right, Condition on) {
        return new Join(left, right, Join.Kind.LEFT, on);
    }

    /**
     * Joins two tables, for {@code from(...)} or as a side of another join; rows without a match are kept on both
     * sides. The condition is derived from the single foreign key between them.
     *
     * @param left the left side
     * @param right the right side
     */
    public static Join fullJoin(FromClause left, FromClause right) {
        return new Join(left, right, Join.Kind.FULL, ForeignKeyJoin.between(left, left, right));
    }

    /**
     * Joins two tables, for {@code from(...)} or as a side of another join; rows without a match are kept on both
     * sides.
     *
     * @param left the left side
     * @param right the right side
     * @param on the condition
     */
    public static Join fullJoin(FromClause left, FromClause right, Condition on) {
        return new Join(left, right, Join.Kind.FULL, on);
    }

    /**
     * Returns a query for the rows of all queries, without duplicates.
     *
     * @param first the first query
     * @param more the others
     */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static <T extends @Nullable Object> CompoundSelect<T> union(Selectable<T> first, Selectable<T>... more) {
        return compound(CompoundSelect.Kind.UNION, first, more);
    }

    /**
     * Returns a query for the rows of all queries, including duplicates.
     *
     * @param first the first query
     * @param more the others
     */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static <T extends @Nullable Object> CompoundSelect<T> unionAll(Selectable<T> first, Selectable<T>... more) {
        return compound(CompoundSelect.Kind.UNION_ALL, first, more);
    }

    /**
     * Returns a query for the rows that every query returns, without duplicates.
     *
     * @param first the first query
     * @param more the others
     */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static <T extends @Nullable Object> CompoundSelect<T> intersect(Selectable<T> first, Selectable<T>... more) {
        return compound(CompoundSelect.Kind.INTERSECT, first, more);
    }

    /**
     * Returns a query for the rows that every query returns, including duplicates.
     *
     * @param first the first query
     * @param more the others
     */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static <T extends @Nullable Object> CompoundSelect<T> intersectAll(Selectable<T> first,
            Selectable<T>... more) {
        return compound(CompoundSelect.Kind.INTERSECT_ALL, first, more);
    }

    /**
     * Returns a query for the rows of the first query that are in none of the others, without duplicates.
     *
     * @param first the first query
     * @param more the others
     */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static <T extends @Nullable Object> CompoundSelect<T> except(Selectable<T> first, Selectable<T>... more) {
        return compound(CompoundSelect.Kind.EXCEPT, first, more);
    }

    /**
     * Returns a query for the rows of the first query that are in none of the others, including duplicates.
     *
     * @param first the first query
     * @param more the others
     */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static <T extends @Nullable Object> CompoundSelect<T> exceptAll(Selectable<T> first, Selectable<T>... more) {
        return compound(CompoundSelect.Kind.EXCEPT_ALL, first, more);
    }

    /**
     * Combines expressions into a row value: {@code (a, b)}.
     *
     * @param first an element
     * @param second an element
     * @param more the others
     */
    public static Tuple tuple(Expression<?> first, Expression<?> second, Expression<?>... more) {
        return new Tuple(SelectParts.<Expression<?>>append(List.of(first, second), more));
    }

    /**
     * Returns an operand for which a comparison holds if it holds for at least one row of a query:
     * {@code x.gt(any(query))}.
     *
     * @param query a query of one column
     */
    public static <T extends @Nullable Object> Expression<T> any(Selectable<T> query) {
        var scalar = new ScalarSubquery<>(query);
        return new Quantified<>(Quantified.Quantifier.ANY, scalar, scalar.type());
    }

    /**
     * Returns an operand for which a comparison holds if it holds for at least one element of an array.
     *
     * @param array the array
     */
    public static <T> Expression<T> anyOf(Expression<List<T>> array) {
        return new Quantified<>(Quantified.Quantifier.ANY, array, elementType(array.type()));
    }

    /**
     * Returns an operand for which a comparison holds if it holds for every row of a query: {@code x.gt(all(query))}.
     *
     * @param query a query of one column
     */
    public static <T extends @Nullable Object> Expression<T> all(Selectable<T> query) {
        var scalar = new ScalarSubquery<>(query);
        return new Quantified<>(Quantified.Quantifier.ALL, scalar, scalar.type());
    }

    /**
     * Returns an operand for which a comparison holds if it holds for every element of an array.
     *
     * @param array the array
     */
    public static <T> Expression<T> allOf(Expression<List<T>> array) {
        return new Quantified<>(Quantified.Quantifier.ALL, array, elementType(array.type()));
    }

    /**
     * Starts a window that partitions its rows.
     *
     * @param expressions the partitioning expressions
     */
    public static Window partitionBy(Expression<?>... expressions) {
        return Window.ALL.partitionBy(expressions);
    }

    /**
     * Starts a window that orders its rows, without partitions.
     *
     * @param terms the order
     */
    public static Window orderBy(OrderTerm... terms) {
        return Window.ALL.orderBy(terms);
    }

    /** Returns the bound of a frame that starts at the first row of the partition. */
    public static FrameBound unboundedPreceding() {
        return new FrameBound(FrameBound.Kind.UNBOUNDED_PRECEDING, null);
    }

    /**
     * Returns the bound of a frame that starts or ends before the current row.
     *
     * @param distance the distance, in the unit of the frame
     */
    public static FrameBound preceding(Number distance) {
        return new FrameBound(FrameBound.Kind.PRECEDING, Operands.distance(distance));
    }

    /**
     * Returns the bound of a frame that starts or ends before the current row.
     *
     * @param distance the distance, in the unit of the frame
     */
    public static FrameBound preceding(Expression<?> distance) {
        return new FrameBound(FrameBound.Kind.PRECEDING, distance);
    }

    /** Returns the bound of a frame that starts or ends at the current row. */
    public static FrameBound currentRow() {
        return new FrameBound(FrameBound.Kind.CURRENT_ROW, null);
    }

    /**
     * Returns the bound of a frame that starts or ends after the current row.
     *
     * @param distance the distance, in the unit of the frame
     */
    public static FrameBound following(Number distance) {
        return new FrameBound(FrameBound.Kind.FOLLOWING, Operands.distance(distance));
    }

    /**
     * Returns the bound of a frame that starts or ends after the current row.
     *
     * @param distance the distance, in the unit of the frame
     */
    public static FrameBound following(Expression<?> distance) {
        return new FrameBound(FrameBound.Kind.FOLLOWING, distance);
    }

    /** Returns the bound of a frame that ends at the last row of the partition. */
    public static FrameBound unboundedFollowing() {
        return new FrameBound(FrameBound.Kind.UNBOUNDED_FOLLOWING, null);
    }

    /**
     * Names a column of a function or of {@code VALUES} in {@code FROM}.
     *
     * @param name the name
     * @param type the type
     */
    public static ColumnName columnName(String name, SqlType<?> type) {
        return new ColumnName(name, type);
    }

    /**
     * Returns a table of constant rows: {@code VALUES}.
     *
     * @param name the name of the table
     * @param columns its columns
     * @param rows its rows; each has a value or expression for every column
     */
    public static ValuesTable valuesTable(String name, List<ColumnName> columns, List<? extends List<?>> rows) {
        if (columns.stream().map(ColumnName::name).distinct().count() < columns.size()) {
            throw new IllegalArgumentException("VALUES \"" + name + "\" has two columns of one name: "
                    + columns.stream().map(ColumnName::name).toList());
        }
        return new ValuesTable(AliasName.of(name), columns, rows.stream().map(row -> {
            var cells = new ArrayList<Expression<?>>();
            for (int i = 0; i < row.size() && i < columns.size(); i++) {
                cells.add(Operands.loose(new NullValue<>(columns.get(i).type()), row.get(i)));
            }
            row.stream().skip(columns.size()).forEach(extra -> cells.add(new NullValue<>(UNKNOWN)));
            return List.copyOf(cells);
        }).toList());
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private static <T extends @Nullable Object> CompoundSelect<T> compound(CompoundSelect.Kind kind,
            Selectable<T> first,
            Selectable<T>... more) {
        return new CompoundSelect<>(kind, SelectParts.append(List.of(first), more));
    }

    // The type found for the class of a value is the type of the value.
    @SuppressWarnings("unchecked")
    private static <T> SqlType<T> typeOf(T value) {
        return (SqlType<T>) (value instanceof Byte ? NumberTypes.BYTE
                : value instanceof BigInteger ? NumberTypes.BIG_INTEGER : Operands.value(value).type());
    }

    // A branch of T has type T.
    @SuppressWarnings("unchecked")
    private static <T> SqlType<T> castType(SqlType<? extends T> type) {
        return (SqlType<T>) type;
    }

    // An array of T has elements of type T.
    @SuppressWarnings("unchecked")
    private static <T> SqlType<T> elementType(SqlType<List<T>> type) {
        return type instanceof ArrayType<?> array ? (SqlType<T>) array.element() : (SqlType<T>) Types.UNKNOWN;
    }
}
