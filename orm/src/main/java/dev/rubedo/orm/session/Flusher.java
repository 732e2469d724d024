package dev.rubedo.orm.session;

import dev.rubedo.engine.Connection;
import dev.rubedo.error.IntegrityException;
import dev.rubedo.error.RubedoException;
import dev.rubedo.error.UniqueViolationException;
import dev.rubedo.orm.error.FlushException;
import dev.rubedo.orm.error.ObjectStateException;
import dev.rubedo.orm.flush.FlushPlan;
import dev.rubedo.orm.internal.flush.FlushEvents;
import dev.rubedo.orm.internal.flush.FlushExecutor;
import dev.rubedo.orm.internal.flush.FlushPlanner;
import dev.rubedo.orm.model.Mapper;
import dev.rubedo.orm.state.EntityInternals;
import dev.rubedo.orm.state.ManagedEntity;
import dev.rubedo.orm.state.ObjectSet;
import dev.rubedo.sql.Delete;
import dev.rubedo.sql.Select;
import dev.rubedo.sql.Statement;
import dev.rubedo.sql.Update;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Flushes a session: autoflush, the events of a flush, and its failure. Confined to one thread at a time. */
final class Flusher {

    /**
     * The limit of flushes in one commit, as in SQLAlchemy: with a listener that makes new changes after every flush, a
     * commit would never end.
     */
    private static final int ROUNDS = 100;

    private final UnitOfWork unit;
    private final SessionEvents events;
    private boolean flushing;
    private boolean isAutomatic;
    private int autoflushOff;
    // the objects of a flush whose statements were executed, while its listeners are called
    private @Nullable ObjectSet written;

    Flusher(UnitOfWork unit, SessionEvents events, boolean autoflush) {
        this.unit = unit;
        this.events = events;
        this.autoflushOff = autoflush ? 0 : 1;
    }

    /**
     * Flushes before a query, unless autoflush is off or a flush is running.
     *
     * @param query the statement about to be executed, or the entity or relationship about to be loaded
     */
    void autoflush(Object query) {
        if (autoflushOff == 0 && !flushing && !unit.pending().isEmpty()) {
            isAutomatic = true;
            try {
                write();
            } catch (RubedoException e) {
                // the type of the exception is kept: what an application catches does not depend on how the flush began
                e.addSuppressed(new FlushException("The autoflush before " + describe(query)
                        + " failed. If the flush came too early, run the query in withoutAutoflush(...), or add and change objects after it."));
                throw e;
            } finally {
                isAutomatic = false;
            }
        }
    }

    /** Returns whether a flush is running, or its plan is made. */
    boolean isFlushing() {
        return flushing;
    }

    /** Returns whether a query caused the flush, or only its plan is requested, so that half-built objects are left out. */
    boolean isAutomatic() {
        return isAutomatic;
    }

    private static String describe(Object query) {
        return switch (query) {
            case Select<?> select -> "a query of " + select.froms();
            case Update<?> update -> "an UPDATE of \"" + update.target() + "\"";
            case Delete<?> delete -> "a DELETE from \"" + delete.target() + "\"";
            case Statement<?> other -> "a statement";
            default -> "loading \"" + query + "\"";
        };
    }

    void autoflushOff(boolean off) {
        autoflushOff += off ? 1 : -1;
    }

    /** Flushes until nothing is pending, because listeners may make new changes after each flush. */
    void flushAll() {
        unit.reachability().addAll();
        for (int round = 0; !unit.pending().isEmpty(); round++) {
            if (round == ROUNDS) {
                throw new FlushException("After " + ROUNDS
                        + " flushes, this commit still has changes to flush. Check whether a listener adds or changes objects after each flush.");
            }
            flush();
        }
    }

    /** Flushes at the request of the application, including new objects that objects of the session lead to. */
    void flush() {
        if (!flushing) {
            unit.reachability().addAll();
        }
        write();
    }

    private void write() {
        if (unit.pending().isEmpty()) {
            return;
        }
        if (flushing) {
            throw new FlushException("This session is already flushing. Do not call flush() from a listener.");
        }
        flushing = true;
        FlushEvent recorded = new FlushEvent();
        recorded.begin();
        try {
            if (!events.isEmpty()) {
                events.fire(SessionListener::beforeFlush);
                if (!isAutomatic) {
                    unit.reachability().addAll();
                }
            }
            FlushEvents mapperEvents = new FlushEvents(unit.model(), this::connection);
            FlushPlan plan = new FlushPlanner(unit.pending(), mapperEvents).plan();
            if (!plan.isEmpty()) {
                execute(plan, mapperEvents);
            }
            finish(plan);
            if (!plan.isEmpty()) {
                recorded.written(plan, isAutomatic);
            }
        } finally {
            endFlush();
        }
    }

    private void execute(FlushPlan plan, FlushEvents mapperEvents) {
        FlushExecutor executor = unit.isDistributed()
                ? new FlushExecutor(unit.plans(), new FlushPlaces(unit))
                : new FlushExecutor(unit.connection(), unit.plans());
        try {
            executor.execute(plan);
            unit.session().transaction().wrote();
            unit.counters().flushed(plan);
            if (isListening()) {
                tellWritten(plan, mapperEvents);
            }
        } catch (IntegrityException e) {
            undo(plan, executor, e);
            IntegrityException explained = executor.explained(e, unit.model());
            throw explained instanceof UniqueViolationException && !plan.exchanged().isEmpty()
                    ? advised(explained, plan.exchanged()) : explained;
        } catch (Throwable e) {
            // a listener written in another language may throw a checked exception
            undo(plan, executor, e);
            throw e;
        }
        ScopeJournal scope = unit.session().transaction().scope();
        scope.keyed(executor.keyed());
        scope.renewed(executor.renewed());
    }

    private Connection connection(ManagedEntity entity) {
        return unit.isDistributed() ? unit.flushing(unit.model().mapper(entity), entity).connection()
                : unit.connection();
    }

    private static IntegrityException advised(IntegrityException e, List<String> exchanged) {
        return e.about(e.entityName().orElse(""), e.attributes(), "This flush exchanges unique values of \""
                + String.join("\", \"", exchanged)
                + "\" between rows, and the "
                + (exchanged.size() == 1 ? "column" : "columns")
                + " cannot be NULL in between. Set one of the objects to an unused value and flush before the exchange, or, if it"
                + " is not the primary key, make "
                + (exchanged.size() == 1 ? "the attribute" : "the attributes")
                + " @Nullable so that the flush can set NULL first.");
    }

    private boolean isListening() {
        return !events.isEmpty() || unit.model().listeners().hasMapperListeners();
    }

    private void tellWritten(FlushPlan plan, FlushEvents mapperEvents) {
        ObjectSet objects = new ObjectSet();
        plan.inserted().forEach(objects::add);
        plan.updated().forEach(objects::add);
        plan.deleted().forEach(objects::add);
        written = objects;
        try {
            mapperEvents.after(plan);
            events.fire((listener, session) -> listener.afterFlush(session, plan));
        } finally {
            written = null;
        }
    }

    private void finish(FlushPlan plan) {
        ScopeJournal scope = unit.session().transaction().scope();
        if (!isListening()) {
            unit.states().flushed(plan, unit.pending().changed(), scope);
            unit.pending().clear();
            readVersions(plan);
            return;
        }
        // objects that listeners added and changed while statements were executed belong to the next flush
        Collection<ManagedEntity> flushed = unit.pending().flushed(plan);
        unit.states().flushed(plan, flushed, scope);
        unit.lifecycle().flushed(plan.inserted(), plan.deleted());
        readVersions(plan);
        if (!plan.isEmpty()) {
            events.fire((listener, session) -> listener.afterFlushPostExec(session, plan));
        }
    }

    /**
     * Reads the versions that the database determined. They must be those of this transaction: another one may change
     * the rows before an object is changed again.
     */
    private void readVersions(FlushPlan plan) {
        Map<Mapper<?>, List<ManagedEntity>> unread = new LinkedHashMap<>();
        Stream.concat(plan.inserted().stream(), plan.updated().stream()).forEach(entity -> {
            Mapper<?> mapper = unit.model().mapper(entity);
            if (mapper.hasServerVersion() && EntityInternals.isUnloaded(entity, mapper.version())) {
                unread.computeIfAbsent(mapper, any -> new ArrayList<>()).add(entity);
            }
        });
        unread.forEach((mapper, entities) -> unit.loader().columns(mapper, entities, List.of(mapper.version())));
    }

    /** Undoes a failed flush. A failure here must not hide the original one. */
    private void undo(FlushPlan plan, FlushExecutor executor, Throwable failure) {
        try {
            unit.session().transaction().flushFailed(plan, executor);
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    private void endFlush() {
        flushing = false;
        unit.flushEnded();
        unit.pending().endFlush();
    }

    FlushPlan plan() {
        flushing = true;
        isAutomatic = true;
        FlushPlanner planner = new FlushPlanner(unit.pending(), null);
        try {
            return planner.plan();
        } finally {
            planner.takeBack();
            isAutomatic = false;
            endFlush();
        }
    }

    /** Returns whether listeners are being called after the statements of a flush, whose objects must not be changed. */
    boolean isGuarding() {
        return written != null;
    }

    /** Rejects a change of an object whose row was just written, because the change would never be written. */
    void requireUnwritten(ManagedEntity entity) {
        if (written != null && written.contains(entity)) {
            throw new ObjectStateException(EntityInternals.describe(entity)
                    + " cannot be changed by a listener after the statements of its flush. Change it in beforeInsert, beforeUpdate or"
                    + " beforeFlush, or in afterFlushPostExec for the next flush.");
        }
    }
}
