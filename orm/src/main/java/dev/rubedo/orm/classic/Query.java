package dev.rubedo.orm.classic;

import dev.rubedo.engine.ExecuteOption;
import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.orm.internal.query.OrmPlanner;
import dev.rubedo.orm.internal.query.PopulateExistingOption;
import dev.rubedo.orm.metamodel.EntityPath;
import dev.rubedo.orm.session.Session;
import dev.rubedo.result.Result;
import dev.rubedo.sql.CommonTableExpression;
import dev.rubedo.sql.CompoundSelect;
import dev.rubedo.sql.Condition;
import dev.rubedo.sql.Delete;
import dev.rubedo.sql.Distinct;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.FromClause;
import dev.rubedo.sql.Labeled;
import dev.rubedo.sql.NoCondition;
import dev.rubedo.sql.OrderTerm;
import dev.rubedo.sql.Projection;
import dev.rubedo.sql.Row;
import dev.rubedo.sql.RowLock;
import dev.rubedo.sql.ScalarSubquery;
import dev.rubedo.sql.Select;
import dev.rubedo.sql.Sql;
import dev.rubedo.sql.StatementOption;
import dev.rubedo.sql.Subquery;
import dev.rubedo.sql.UnresolvedJoin;
import dev.rubedo.sql.Update;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * A query that is bound to its session:
 * {@code query(session, USER).filter(USER.name.eq("ada")).orderBy(USER.id).all()}. Each method that describes the query
 * returns a new one; the others execute it. The same query without a session is a {@link Select}, which
 * {@link #statement()} returns. Immutable; executed on the thread of its session.
 *
 * @param <T> the result: an object, a value, or a {@link Row} of several
 */
public final class Query<T extends @Nullable Object> implements Iterable<T> {

    private final Session session;
    private final Select<T> statement;
    private final QuerySettings settings;

    private Query(Session session, Select<T> statement, QuerySettings settings) {
        this.session = Objects.requireNonNull(session, "session");
        this.statement = statement;
        this.settings = settings;
    }

    /** Returns a query for one entity, column or value. */
    public static <T extends @Nullable Object> Query<T> query(Session session, Projection<T> what) {
        return of(session, Sql.select(what));
    }

    /** Returns a query for several entities, columns or values, whose results are rows. */
    public static Query<Row> query(Session session, Projection<?> first, Projection<?> second, Projection<?>... more) {
        return of(session, Sql.select(first, second, more));
    }

    /** Returns a query that executes a statement on a session. */
    public static <T extends @Nullable Object> Query<T> of(Session session, Select<T> statement) {
        return new Query<>(session, statement, QuerySettings.DEFAULT);
    }

    private <R extends @Nullable Object> Query<R> with(Select<R> changed) {
        return new Query<>(session, changed, settings);
    }

    private Query<T> with(QuerySettings changed) {
        return new Query<>(session, statement, changed);
    }

    /** Returns the session. */
    public Session session() {
        return session;
    }

    /** Returns the statement. */
    public Select<T> statement() {
        return statement;
    }

    /** Returns this query with additional conditions, all of which must hold. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final Query<T> filter(Expression<Boolean>... conditions) {
        return with(statement.where(conditions));
    }

    /** Returns this query with additional conditions; another name of {@link #filter}. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final Query<T> where(Expression<Boolean>... conditions) {
        return filter(conditions);
    }

    /**
     * Returns this query with an equality condition on the attribute of that name.
     *
     * @param value the value; null for {@code IS NULL}
     * @throws dev.rubedo.error.AmbiguousColumnException if several entities of the query have that attribute
     * @throws InvalidStatementException if none has it
     */
    public Query<T> filterBy(String attribute, @Nullable Object value) {
        return with(statement.filterBy(attribute, value));
    }

    /** Returns this query with more sort terms. */
    public Query<T> orderBy(OrderTerm... terms) {
        return with(statement.orderBy(terms));
    }

    /** Returns this query without an order. */
    public Query<T> unordered() {
        return with(statement.unordered());
    }

    /** Returns this query with more grouping keys. */
    public Query<T> groupBy(Expression<?>... keys) {
        return with(statement.groupBy(keys));
    }

    /** Returns this query with additional conditions on groups. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final Query<T> having(Expression<Boolean>... conditions) {
        return with(statement.having(conditions));
    }

    /** Returns this query with a join over a relationship. */
    public Query<T> join(UnresolvedJoin relationship) {
        return with(statement.join(relationship));
    }

    /** Returns this query with a join over a relationship, with a condition in addition to that of the relationship. */
    public Query<T> join(UnresolvedJoin relationship, Condition and) {
        return with(statement.join(relationship, and));
    }

    /** Returns this query with a join by the only foreign key between the sources. */
    public Query<T> join(FromClause right) {
        return with(statement.join(right));
    }

    /** Returns this query with a join by a condition. */
    public Query<T> join(FromClause right, Condition on) {
        return with(statement.join(right, on));
    }

    /** Returns this query with a left outer join over a relationship. */
    public Query<T> outerJoin(UnresolvedJoin relationship) {
        return with(statement.leftJoin(relationship));
    }

    /**
     * Returns this query with a left outer join over a relationship, with a condition in addition to that of the
     * relationship.
     */
    public Query<T> outerJoin(UnresolvedJoin relationship, Condition and) {
        return with(statement.leftJoin(relationship, and));
    }

    /** Returns this query with a left outer join by the only foreign key between the sources. */
    public Query<T> outerJoin(FromClause right) {
        return with(statement.leftJoin(right));
    }

    /** Returns this query with a left outer join by a condition. */
    public Query<T> outerJoin(FromClause right, Condition on) {
        return with(statement.leftJoin(right, on));
    }

    /** Returns this query with these sources in its FROM clause. */
    public Query<T> selectFrom(FromClause... sources) {
        return with(statement.from(sources));
    }

    /** Returns this query with at most this many results. */
    public Query<T> limit(long rows) {
        return with(statement.limit(rows));
    }

    /** Returns this query without its first results. */
    public Query<T> offset(long rows) {
        return with(statement.offset(rows));
    }

    /**
     * Returns this query with the results at these positions only.
     *
     * @param from the first position, counted from 0
     * @param to the position after the last
     */
    public Query<T> slice(long from, long to) {
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("slice(" + from + ", " + to + "): 0 <= from <= to is required.");
        }
        return offset(from).limit(to - from);
    }

    /** Returns this query without duplicate rows. */
    public Query<T> distinct() {
        return with(statement.distinct());
    }

    /** Returns this query with one row for each value of these expressions, on databases with {@code DISTINCT ON}. */
    public Query<T> distinct(Expression<?>... on) {
        return with(statement.distinctOn(on));
    }

    /** Returns this query with loader options and criteria. */
    public Query<T> options(StatementOption... options) {
        return with(statement.options(options));
    }

    /** Returns this query with options of its execution. */
    public Query<T> executionOptions(ExecuteOption... options) {
        return with(settings.with(options));
    }

    /** Returns this query with a value for a named parameter. */
    public Query<T> params(String name, @Nullable Object value) {
        return with(settings.with(name, value));
    }

    /** Returns this query with rows that are fetched in chunks; see {@link #stream()}. */
    public Query<T> yieldPer(int rows) {
        return executionOptions(ExecuteOption.yieldPer(rows));
    }

    /** Returns this query with autoflush on or off: whether pending changes are flushed before it is executed. */
    public Query<T> autoflush(boolean on) {
        return with(settings.autoflush(on));
    }

    /** Returns this query with the option to overwrite the loaded attributes of the session's objects. */
    public Query<T> populateExisting() {
        return options(new PopulateExistingOption());
    }

    /** Returns this query with a lock on its rows until the end of the transaction. */
    public Query<T> withForUpdate() {
        return with(statement.forUpdate());
    }

    /** Returns this query with a lock: {@code withForUpdate(lock -> lock.skipLocked())}. */
    public Query<T> withForUpdate(UnaryOperator<RowLock> lock) {
        return with(statement.forUpdate(lock));
    }

    /** Returns this query with another result. */
    public <R extends @Nullable Object> Query<R> withEntities(Projection<R> what) {
        return with(statement.columns(what));
    }

    /** Returns this query with other results. */
    public Query<Row> withEntities(Projection<?> first, Projection<?> second, Projection<?>... more) {
        return with(statement.columns(first, second, more));
    }

    /** Returns this query with more results. */
    public Query<Row> addColumns(Projection<?>... more) {
        return with(statement.addColumns(more));
    }

    /** Returns this query as a source of another. */
    public Subquery subquery() {
        return statement.subquery();
    }

    /** Returns this query as a source of another, with a name. */
    public Subquery subquery(String name) {
        return statement.subquery(name);
    }

    /** Returns this query as a common table expression. */
    public CommonTableExpression cte(String name) {
        return statement.cte(name);
    }

    /** Returns this query for one value as an expression of another. */
    public ScalarSubquery<T> scalarSubquery() {
        return statement.scalar();
    }

    /** Returns this query for one value as a labelled expression of another. */
    public Labeled<T> label(String name) {
        return new Labeled<>(statement.scalar(), name);
    }

    /** Returns the condition that this query has at least one row, for use in another. */
    public Condition exists() {
        return statement.exists();
    }

    /** Returns the results of this query followed by those of others, without duplicates. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final CompoundQuery<T> union(Query<T>... others) {
        return CompoundQuery.of(this, List.of(others), CompoundSelect.Kind.UNION);
    }

    /** Returns the results of this query followed by those of others. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final CompoundQuery<T> unionAll(Query<T>... others) {
        return CompoundQuery.of(this, List.of(others), CompoundSelect.Kind.UNION_ALL);
    }

    /** Returns the results that are in this query and in all others. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final CompoundQuery<T> intersect(Query<T>... others) {
        return CompoundQuery.of(this, List.of(others), CompoundSelect.Kind.INTERSECT);
    }

    /** Returns the results that are in this query and in all others, as many times as each of them contains them. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final CompoundQuery<T> intersectAll(Query<T>... others) {
        return CompoundQuery.of(this, List.of(others), CompoundSelect.Kind.INTERSECT_ALL);
    }

    /** Returns the results of this query that are in none of the others. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final CompoundQuery<T> except(Query<T>... others) {
        return CompoundQuery.of(this, List.of(others), CompoundSelect.Kind.EXCEPT);
    }

    /** Returns the results of this query, minus one occurrence for each that another query contains. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final CompoundQuery<T> exceptAll(Query<T>... others) {
        return CompoundQuery.of(this, List.of(others), CompoundSelect.Kind.EXCEPT_ALL);
    }

    /** Returns all results. */
    public List<T> all() {
        return run(result -> result.all());
    }

    /** Returns the first result, empty if there is none. Only one row is read. */
    public Optional<@NonNull T> first() {
        Query<T> limited = statement.rowLimit() == null ? limit(1) : this;
        return limited.<Optional<@NonNull T>>run(result -> result.first());
    }

    /**
     * Returns the only result.
     *
     * @throws dev.rubedo.error.NoResultException if there is none
     * @throws dev.rubedo.error.MultipleResultsException if there are several
     */
    public T one() {
        return run(result -> result.one());
    }

    /**
     * Returns the only result, empty if there is none.
     *
     * @throws dev.rubedo.error.MultipleResultsException if there are several
     */
    public Optional<@NonNull T> oneOrNone() {
        return this.<Optional<@NonNull T>>run(result -> result.optional());
    }

    /**
     * Returns the first element of the only row; empty if there is no row or it is NULL.
     *
     * @throws dev.rubedo.error.MultipleResultsException if there are several rows
     */
    public Optional<Object> scalar() {
        Optional<Object> only = this.<Optional<Object>>run(result -> result.optional().map(found -> (Object) found));
        return only.flatMap(
                found -> found instanceof Row row ? Optional.ofNullable(row.get(1)) : Optional.of(found));
    }

    /** Returns the number of rows. */
    public long count() {
        return quietly(
                () -> session.execute(OrmPlanner.counting(statement), settings.parameters(), options()).one());
    }

    /**
     * Returns the object with this primary key.
     *
     * @throws InvalidStatementException if the query is not for one entity, or has conditions, joins, limits, a lock,
     *     parameters or execution options
     */
    public Optional<@NonNull T> get(Object key) {
        if (!statement.selectList().isSingle()
                || !(statement.selectList().projections().get(0) instanceof EntityPath<?> path)) {
            throw new InvalidStatementException("get(...) finds objects of an entity, but the query is for "
                    + statement.selectList().projections() + ".");
        }
        requirePlain("get(...)");
        if (statement.conditions() != NoCondition.NONE) {
            throw new InvalidStatementException(
                    "get(...) finds an object by its key alone, but the query has conditions. Use filter(...).oneOrNone().");
        }
        if (!settings.options().isEmpty() || !settings.parameters().isEmpty()) {
            throw new InvalidStatementException("get(...) takes no execution options and no parameters."
                    + " Use filter(...).oneOrNone(), or remove them.");
        }
        @SuppressWarnings("unchecked") // the only element of the select list is the entity
        Optional<@NonNull T> found = (Optional<@NonNull T>) this.<Optional<?>>quietly(() -> session.get(path, key,
                statement.statementOptions().toArray(StatementOption[]::new)));
        return found;
    }

    /**
     * Updates the rows that the query selects, synchronizes the objects of the session, and returns the number of rows.
     *
     * @param set sets the columns: {@code update -> update.set(USER.age, 3)}
     * @throws InvalidStatementException if the query is not for one entity, or has joins, an order or limits
     */
    public long update(UnaryOperator<Update<Void>> set) {
        EntityPath<?> target = target("update(...)");
        Update<Void> update = set.apply(Sql.update(target)).where(statement.conditions())
                .options(statement.statementOptions().toArray(StatementOption[]::new));
        return quietly(() -> session.execute(update, settings.parameters(), options()).rowCount());
    }

    /**
     * Deletes the rows that the query selects, removes the objects of the session, and returns the number of rows.
     *
     * @throws InvalidStatementException if the query is not for one entity, or has joins, an order or limits
     */
    public long delete() {
        EntityPath<?> target = target("delete()");
        Delete<Void> delete = Sql.deleteFrom(target).where(statement.conditions())
                .options(statement.statementOptions().toArray(StatementOption[]::new));
        return quietly(() -> session.execute(delete, settings.parameters(), options()).rowCount());
    }

    private EntityPath<?> target(String call) {
        if (!statement.selectList().isSingle()
                || !(statement.selectList().projections().get(0) instanceof EntityPath<?> path)) {
            throw new InvalidStatementException(
                    call + " changes the rows of one entity: use query(session, ENTITY).filter(...)." + call + ".");
        }
        requirePlain(call);
        return path;
    }

    private void requirePlain(String call) {
        if (!statement.joins().isEmpty() || !statement.explicitFroms().isEmpty() || !statement.ordering().isEmpty()
                || !statement.grouping().isEmpty() || statement.rowLimit() != null || statement.rowOffset() != null
                || statement.distinctness() != Distinct.NONE || statement.lock() != null
                || statement.groupConditions() != NoCondition.NONE || !statement.ctes().isEmpty()) {
            throw new InvalidStatementException(
                    call + " cannot be called on a query with joins, FROM, an order, groups, DISTINCT, limits, a lock"
                            + " or common table expressions. Use any(...), has(...) or a subquery in filter(...), and"
                            + " session.get(..., forUpdate()) to lock.");
        }
    }

    /** Returns the results as a stream, which reads rows while it is consumed; see {@link Session#stream}. */
    public Stream<T> stream() {
        return this.<Stream<T>>run(Result::stream);
    }

    /** Returns an iterator over the results. */
    @Override
    public Iterator<T> iterator() {
        return all().iterator();
    }

    private <R extends @Nullable Object> R run(Function<Result<T>, R> read) {
        return quietly(() -> read.apply(session.execute(statement, settings.parameters(), options())));
    }

    private <R extends @Nullable Object> R quietly(Supplier<R> work) {
        return settings.run(session, work);
    }

    private ExecuteOption[] options() {
        return settings.options().toArray(ExecuteOption[]::new);
    }

    QuerySettings settings() {
        return settings;
    }

    /** Returns the statement as text, with entity and attribute names. */
    @Override
    public String toString() {
        return statement.toString();
    }
}
