package dev.rubedo.orm.session;

import dev.rubedo.engine.Connection;
import dev.rubedo.engine.ExecuteOption;
import dev.rubedo.event.Registration;
import dev.rubedo.orm.error.EntityNotFoundException;
import dev.rubedo.orm.error.ObjectStateException;
import dev.rubedo.orm.flush.FlushPlan;
import dev.rubedo.orm.internal.query.FetchGraph;
import dev.rubedo.orm.metamodel.Attribute;
import dev.rubedo.orm.metamodel.EntityAttribute;
import dev.rubedo.orm.metamodel.EntityPath;
import dev.rubedo.orm.model.Mapper;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.state.EntityInternals;
import dev.rubedo.orm.state.IdentityKey;
import dev.rubedo.orm.state.InstanceState;
import dev.rubedo.orm.state.LifecycleState;
import dev.rubedo.orm.state.ManagedEntity;
import dev.rubedo.result.Result;
import dev.rubedo.sql.CompoundSelect;
import dev.rubedo.sql.OrderedQuery;
import dev.rubedo.sql.Select;
import dev.rubedo.sql.Selectable;
import dev.rubedo.sql.Statement;
import dev.rubedo.sql.StatementOption;
import dev.rubedo.sql.Values;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * The implementation of sessions: checks that only one thread uses it, and delegates to {@link UnitOfWork}, {@link
 * SessionTransaction} and {@link StatementRunner}. Confined to one thread at a time.
 */
final class EntitySession implements Session {

    private final SessionFactory factory;
    private final SessionEvents events;
    private final UnitOfWork unit;
    private final SessionTransaction transaction;
    private final StatementRunner runner;
    private final ObjectLookup lookup;
    private final boolean expireOnCommit;
    private final ThreadCheck threads;
    private final boolean isReadOnly;
    private final Map<String, Object> info = new HashMap<>(0);
    private boolean closed;
    private boolean committing;
    private boolean isListed;

    /** @param home the connection to the factory's database, or to that of a connection which is given */
    EntitySession(SessionFactory factory, SessionConnector connector, Branch home, JoinMode joinMode,
            boolean expireOnCommit, @Nullable SessionGuard guard, boolean isReadOnly) {
        this.factory = factory;
        factory.counters().sessions.increment();
        this.events = new SessionEvents(this, factory.listeners());
        this.unit = new UnitOfWork(this, factory.model(), factory.plans(), events, factory.autoflush(),
                factory.distribution(), factory.counters(), factory.warnsOfLazyLoads());
        this.transaction = new SessionTransaction(unit, events,
                new Branches(connector, home, joinMode, factory.isTwoPhase()), factory.autobegin(),
                factory.distribution() != null);
        this.runner = new StatementRunner(unit, events);
        this.lookup = new ObjectLookup(unit);
        this.expireOnCommit = expireOnCommit;
        this.threads = new ThreadCheck(guard);
        this.isReadOnly = isReadOnly;
    }

    /** Returns whether the transactions of this session are read-only. */
    boolean isReadOnly() {
        return isReadOnly;
    }

    static Optional<Session> of(Object entity) {
        return EntityInternals.context(EntityInternals.managed(entity)) instanceof UnitOfWork unit
                ? Optional.of(unit.session())
                : Optional.empty();
    }

    /** Marks this session as one of those that the factory can close. */
    EntitySession listed() {
        isListed = true;
        return this;
    }

    ThreadCheck threads() {
        return threads;
    }

    private <R extends @Nullable Object> R guarded(Supplier<R> work) {
        threads.enter();
        try {
            if (closed) {
                throw new ObjectStateException("This session is closed. Open another one.");
            }
            return work.get();
        } finally {
            threads.leave();
        }
    }

    private void run(Runnable work) {
        this.<@Nullable Object>guarded(() -> {
            work.run();
            return null;
        });
    }

    boolean failsOnUnsaved() {
        return factory.failsOnUnsaved();
    }

    SessionTransaction transaction() {
        return transaction;
    }

    private static ManagedEntity managed(Object entity) {
        return EntityInternals.managed(Objects.requireNonNull(entity, "entity"));
    }

    @Override
    public void add(Object entity) {
        run(() -> unit.cascades().add(managed(entity)));
    }

    @Override
    public void addAll(Collection<?> entities) {
        run(() -> entities.forEach(entity -> unit.cascades().add(managed(entity))));
    }

    @Override
    public void delete(Object entity) {
        run(() -> unit.cascades().delete(managed(entity)));
    }

    @Override
    public <E> Optional<E> get(Class<E> type, Object id, StatementOption... options) {
        return guarded(() -> Optional.ofNullable(type.cast(find(model().mapper(type), id, options))));
    }

    @Override
    public <E> Optional<E> get(EntityPath<E> entity, Object id, StatementOption... options) {
        return get(model().mapper(entity).definition().type(), id, options);
    }

    @Override
    public <E> E require(EntityPath<E> entity, Object id, StatementOption... options) {
        return require(model().mapper(entity).definition().type(), id, options);
    }

    @Override
    public <E> E require(Class<E> type, Object id, StatementOption... options) {
        return get(type, id, options)
                .orElseThrow(() -> new EntityNotFoundException(type.getSimpleName(),
                        "There is no \"" + type.getSimpleName()
                                + "\" with key " + (id instanceof Object[] parts ? Arrays.toString(parts) : id)
                                + ". Use get(...) if the row may be missing."));
    }

    private @Nullable ManagedEntity find(Mapper<?> mapper, Object id, StatementOption... options) {
        transaction.requireUsable();
        return lookup.get(mapper, id, options);
    }

    @Override
    public void refresh(Object entity, EntityAttribute... attributes) {
        run(() -> lookup.refresh(persistent(entity, "refreshed"), attributes));
    }

    @Override
    public void refresh(Object entity, StatementOption first, StatementOption... more) {
        StatementOption[] options = Arrays.copyOf(more, more.length + 1);
        options[more.length] = Objects.requireNonNull(first, "first");
        run(() -> lookup.refresh(persistent(entity, "refreshed"), options));
    }

    private ManagedEntity persistent(Object entity, String what) {
        ManagedEntity managed = managed(entity);
        if (EntityInternals.context(managed) != unit
                || EntityInternals.lifecycle(managed) != LifecycleState.PERSISTENT) {
            throw new ObjectStateException(EntityInternals.describe(managed) + " cannot be " + what
                    + ": it is not persistent in this session.");
        }
        return managed;
    }

    @Override
    public void expire(Object entity, EntityAttribute... attributes) {
        run(() -> {
            ManagedEntity managed = persistent(entity, "expired");
            if (attributes.length == 0) {
                unit.expiration().expireWithRelated(managed);
            }
            for (EntityAttribute given : attributes) {
                unit.expiration().expire(managed, ObjectLookup.attribute(model().mapper(managed), given));
            }
        });
    }

    @Override
    public void expireAll() {
        run(unit.expiration()::expireAll);
    }

    @Override
    public void detach(Object entity) {
        run(() -> unit.cascades().detach(managed(entity)));
    }

    @Override
    public void detachAll() {
        run(unit::detachAll);
    }

    @Override
    @SuppressWarnings("unchecked") // a merge returns an object of the same entity
    public <E> E merge(E entity, StatementOption... options) {
        ManagedEntity given = managed(entity);
        return (E) guarded(() -> {
            FetchGraph fetch = lookup.fetch(model().mapper(given), "merge", options);
            unit.flusher().autoflush(model().mapper(given));
            unit.flusher().autoflushOff(true);
            try {
                return new Merger(unit, fetch).merge(given);
            } finally {
                unit.flusher().autoflushOff(false);
            }
        });
    }

    @Override
    @SuppressWarnings("unchecked") // a merge returns an object of the same entity
    public <E> E mergeWithoutLoading(E entity) {
        return (E) guarded(() -> new CleanCopies(unit).of(managed(entity)));
    }

    @Override
    public void bulkInsert(EntityPath<?> entity, List<Values> rows) {
        bulk(writer -> writer.insert(entity, rows));
    }

    @Override
    public void bulkUpdate(EntityPath<?> entity, List<Values> rows) {
        bulk(writer -> writer.update(entity, rows));
    }

    @Override
    public void bulkSave(Collection<?> objects) {
        bulk(writer -> writer.save(objects));
    }

    /** Writes rows after pending changes, which they may refer to. */
    @Override
    public <E> List<E> upsert(EntityPath<E> entity, List<Values> rows, Attribute<?, ?>... key) {
        return guarded(() -> {
            transaction.requireUsable();
            unit.flusher().flush();
            UpsertWriter<E> writer = new UpsertWriter<>(unit, entity, rows, List.of(key));
            writer.requireOneKey(this::all);
            writer.write();
            transaction.wrote();
            return writer.objects(this::all);
        });
    }

    private void bulk(Consumer<BulkWriter> work) {
        run(() -> {
            transaction.requireUsable();
            unit.flusher().flush();
            work.accept(new BulkWriter(unit));
            transaction.wrote();
        });
    }

    @Override
    public void flush() {
        run(() -> {
            transaction.requireUsable();
            unit.flusher().flush();
        });
    }

    @Override
    public FlushPlan flushPlan() {
        return guarded(unit.flusher()::plan);
    }

    @Override
    public void commit() {
        commit(false);
    }

    /** Commits before the session is closed: values that the database determined for new objects are read first. */
    void commitAtEnd() {
        commit(true);
    }

    private void commit(boolean ends) {
        run(() -> {
            transaction.requireUsable();
            requireIdle("commit()");
            committing = true;
            try {
                events.fire(SessionListener::beforeCommit);
            } finally {
                committing = false;
            }
            unit.flusher().flushAll();
            transaction.commit(expireOnCommit, ends);
        });
    }

    /**
     * Rejects a call that would end the transaction from a listener to its flush or commit, which would continue
     * without it.
     */
    private void requireIdle(String call) {
        if (!isIdle()) {
            throw new ObjectStateException("This session is " + (committing ? "committing" : "flushing")
                    + ", and a listener called " + call
                    + ". Let the listener throw an exception to undo the work, or make the call after the "
                    + (committing ? "commit." : "flush."));
        }
    }

    private boolean isIdle() {
        return !committing && !unit.flusher().isFlushing();
    }

    @Override
    public void prepare() {
        run(() -> {
            transaction.requireUsable();
            requireIdle("prepare()");
            unit.flusher().flushAll();
            transaction.prepare();
        });
    }

    @Override
    public void rollback() {
        run(() -> {
            requireIdle("rollback()");
            transaction.rollback();
        });
    }

    @Override
    public void begin() {
        run(transaction::start);
    }

    @Override
    public void reset() {
        run(() -> {
            requireIdle("reset()");
            try {
                transaction.close();
            } finally {
                unit.detachAll();
            }
        });
    }

    @Override
    public void loadReferences(Object entity) {
        run(() -> lookup.references(managed(entity)));
    }

    @Override
    public boolean isInTransaction() {
        return transaction.isOpen();
    }

    @Override
    public SessionSavepoint savepoint() {
        return guarded(() -> {
            unit.flusher().flush();
            return new OpenSavepoint(transaction.begin());
        });
    }

    @Override
    public String toString() {
        return closed ? "Session[closed]"
                : "Session[" + (isInTransaction() ? "in a transaction" : "no transaction") + ", objects: " + unit.held()
                        + "]";
    }

    /** A savepoint of this session. */
    private final class OpenSavepoint implements SessionSavepoint {
        private final ScopeJournal scope;
        // a listener that opened it may also roll it back
        private final boolean isOfListener = !isIdle();

        OpenSavepoint(ScopeJournal scope) {
            this.scope = scope;
        }

        @Override
        public void commit() {
            run(() -> {
                transaction.requireUsable();
                unit.flusher().flush();
                transaction.release(scope);
            });
        }

        @Override
        public void rollback() {
            run(() -> {
                if (!isOfListener) {
                    requireIdle("rollback() of a savepoint");
                }
                transaction.rollbackTo(scope);
            });
        }

        @Override
        public boolean isActive() {
            return transaction.isActive(scope);
        }

        @Override
        public String toString() {
            return "SessionSavepoint[" + (isActive() ? "active" : "ended") + "]";
        }

        @Override
        public void close() {
            if (isActive()) {
                rollback();
            }
        }
    }

    @Override
    public <X extends Exception> void inSavepoint(SessionBlock<X> block) throws X {
        try (SessionSavepoint savepoint = savepoint()) {
            block.run();
            savepoint.commit();
        }
    }

    @Override
    public <X extends Exception> void withoutAutoflush(SessionBlock<X> block) throws X {
        unit.flusher().autoflushOff(true);
        try {
            block.run();
        } finally {
            unit.flusher().autoflushOff(false);
        }
    }

    @Override
    public <T extends @Nullable Object> Result<T> execute(Statement<T> statement,
            Map<String, ? extends @Nullable Object> values,
            ExecuteOption... options) {
        return guarded(() -> {
            transaction.requireUsable();
            if (events.isEmpty()) {
                unit.flusher().autoflush(statement);
                return runner.execute(statement, values, options);
            }
            return new StatementExecution<>(this, statement, values, List.of(options), events.all(), this::executed)
                    .proceed();
        });
    }

    private <T extends @Nullable Object> Result<T> executed(StatementExecution<T> execution) {
        unit.flusher().autoflush(execution.statement());
        return runner.execute(execution.statement(), execution.values(),
                execution.options().toArray(ExecuteOption[]::new));
    }

    @Override
    public Registration listen(SessionListener listener) {
        return events.listen(listener);
    }

    @Override
    public void afterCommit(Runnable action) {
        Objects.requireNonNull(action, "action");
        run(() -> {
            transaction.requireUsable();
            transaction.scope().afterCommit(action);
        });
    }

    @Override
    public <T extends @Nullable Object> Optional<@NonNull T> first(Statement<T> query, ExecuteOption... options) {
        Statement<T> limited = switch (query) {
            case Select<T> select when select.rowLimit() == null -> select.limit(1);
            case CompoundSelect<T> compound when compound.rowLimit() == null -> compound.limit(1);
            case Statement<T> other -> other;
        };
        return execute(limited, options).first();
    }

    @Override
    public <T extends @Nullable Object> Optional<@NonNull T> scalar(Statement<T> query, ExecuteOption... options) {
        if (!query.selectList().isSingle()) {
            throw new IllegalArgumentException("scalar(...) requires a query for one value, but this one returns rows: "
                    + query + ". Select one value, or get a row with first(...).");
        }
        return execute(query, options).first();
    }

    @Override
    public long count(Selectable<?> query, ExecuteOption... options) {
        ShardedQuery<?> sharded = runner.counted(query);
        return sharded != null && sharded.inEach() instanceof Selectable<?> limited
                ? sharded.count(execute(runner.counting(limited), options).one())
                : execute(runner.counting(query), options).one();
    }

    @Override
    public boolean exists(Selectable<?> query, ExecuteOption... options) {
        return query instanceof OrderedQuery<?> ordered && ordered.rowOffset() != null ? count(query, options) > 0
                : execute(runner.finding(query), options).all().contains(true);
    }

    @Override
    public boolean isModified(Object entity) {
        return InstanceState.of(entity).isModified();
    }

    @Override
    public List<Object> dirty() {
        List<Object> dirty = new ArrayList<>();
        unit.pending().detectChanges();
        for (ManagedEntity entity : unit.pending().changed()) {
            if (EntityInternals.lifecycle(entity) == LifecycleState.PERSISTENT
                    && !unit.pending().isDeleting(entity)
                    && InstanceState.of(entity).isModified()) {
                dirty.add(entity);
            }
        }
        return dirty;
    }

    @Override
    public List<Object> newObjects() {
        return List.copyOf(unit.pending().added());
    }

    @Override
    public List<Object> deleted() {
        return List.copyOf(unit.pending().deleted());
    }

    @Override
    public Map<IdentityKey, Object> identityMap() {
        Map<IdentityKey, Object> objects = new HashMap<>();
        unit.forEachPersistent(
                entity -> objects.put(InstanceState.of(entity).identityKey().orElseThrow(), entity));
        return Collections.unmodifiableMap(objects);
    }

    @Override
    public boolean contains(Object entity) {
        return unit.pending().contains(managed(entity));
    }

    @Override
    public boolean isActive() {
        return !closed && !transaction.isFailed();
    }

    @Override
    public Connection connection() {
        return guarded(() -> {
            Distribution distribution = factory.distribution();
            if (distribution != null && distribution.shards() != null) {
                throw new ObjectStateException("The rows of this session are in several shards. Name one:"
                        + " connection(\"...\").");
            }
            Places places = unit.places();
            return places == null ? transaction.connection(factory.engine()) : places.connection().connection();
        });
    }

    @Override
    public Connection connection(String shard) {
        return guarded(() -> {
            Distribution distribution = factory.distribution();
            Places places = unit.places();
            if (places == null || distribution == null || distribution.shards() == null) {
                throw new ObjectStateException("This session has no shards. Call connection() or connection(entity).");
            }
            return places.connection(shard).connection();
        });
    }

    @Override
    public Connection connection(EntityPath<?> entity) {
        Mapper<?> mapper = model().mapper(entity);
        return guarded(() -> unit.writing(mapper).connection());
    }

    @Override
    public Map<String, Object> info() {
        return info;
    }

    @Override
    public Model model() {
        return factory.model();
    }

    @Override
    public void close() {
        if (!closed) {
            threads.requireNoOther();
            requireIdle("close()");
        }
        close(transaction::close);
    }

    @Override
    public void invalidate() {
        close(transaction::invalidate);
    }

    private void close(Runnable end) {
        if (!closed) {
            try {
                end.run();
            } finally {
                unit.detachAll();
                closed = true;
                if (isListed) {
                    factory.closed(this);
                }
            }
        }
    }
}
