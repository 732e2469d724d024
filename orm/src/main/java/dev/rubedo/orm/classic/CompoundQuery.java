package dev.rubedo.orm.classic;

import dev.rubedo.engine.ExecuteOption;
import dev.rubedo.orm.session.Session;
import dev.rubedo.result.Result;
import dev.rubedo.sql.CompoundSelect;
import dev.rubedo.sql.OrderTerm;
import dev.rubedo.sql.Selectable;
import dev.rubedo.sql.Subquery;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * The combination of several queries, as by {@link Query#union}. It can be ordered and limited; to filter it further,
 * select from its {@link #subquery()}. Immutable; executed on the thread of its session.
 *
 * @param <T> the result
 */
public final class CompoundQuery<T extends @Nullable Object> {

    private final Session session;
    private final CompoundSelect<T> statement;
    private final QuerySettings settings;

    private CompoundQuery(Session session, CompoundSelect<T> statement, QuerySettings settings) {
        this.session = session;
        this.statement = statement;
        this.settings = settings;
    }

    static <T extends @Nullable Object> CompoundQuery<T> of(Query<T> first, List<Query<T>> others,
            CompoundSelect.Kind kind) {
        List<Selectable<T>> all = new ArrayList<>();
        all.add(first.statement());
        QuerySettings settings = first.settings();
        for (Query<T> other : others) {
            all.add(other.statement());
            settings = settings.and(other.settings());
        }
        return new CompoundQuery<>(first.session(), new CompoundSelect<>(kind, all), settings);
    }

    private CompoundQuery<T> with(CompoundSelect<T> changed) {
        return new CompoundQuery<>(session, changed, settings);
    }

    /** Returns the statement. */
    public CompoundSelect<T> statement() {
        return statement;
    }

    /** Returns this query with more sort terms. */
    public CompoundQuery<T> orderBy(OrderTerm... terms) {
        return with(statement.orderBy(terms));
    }

    /** Returns this query with at most this many results. */
    public CompoundQuery<T> limit(long rows) {
        return with(statement.limit(rows));
    }

    /** Returns this query without its first results. */
    public CompoundQuery<T> offset(long rows) {
        return with(statement.offset(rows));
    }

    /** Returns this query as a source of another. */
    public Subquery subquery() {
        return statement.subquery();
    }

    /** Returns all results. */
    public List<T> all() {
        return run(result -> result.all());
    }

    /** Returns the first result, empty if there is none. Only one row is read. */
    public Optional<@NonNull T> first() {
        CompoundQuery<T> limited = statement.rowLimit() == null ? limit(1) : this;
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

    /** Returns the number of rows. */
    public long count() {
        return settings.run(session, () -> session.execute(statement.count(), settings.parameters(), options()).one());
    }

    private <R extends @Nullable Object> R run(Function<Result<T>, R> read) {
        return settings.run(session,
                () -> read.apply(session.execute(statement, settings.parameters(), options())));
    }

    private ExecuteOption[] options() {
        return settings.options().toArray(ExecuteOption[]::new);
    }

    @Override
    public String toString() {
        return statement.toString();
    }
}
