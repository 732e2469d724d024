package dev.rubedo.orm.session;

import dev.rubedo.engine.Connection;
import dev.rubedo.orm.error.FlushException;
import dev.rubedo.orm.flush.FlushExecutor;
import dev.rubedo.orm.flush.FlushPlan;
import dev.rubedo.orm.flush.FlushPlanner;

/** Flushes a session: when it does so by itself, and what happens if that fails. Confined to one thread at a time. */
final class Flusher {

    private final UnitOfWork unit;
    private boolean flushing;
    private int autoflushOff;

    Flusher(UnitOfWork unit, boolean autoflush) {
        this.unit = unit;
        this.autoflushOff = autoflush ? 0 : 1;
    }

    /** Flushes before a query, unless that is switched off or a flush is running. */
    void autoflush() {
        if (autoflushOff == 0 && !flushing && !unit.pending().isEmpty()) {
            flush();
        }
    }

    void autoflushOff(boolean off) {
        autoflushOff += off ? 1 : -1;
    }

    void flush() {
        if (unit.pending().isEmpty()) {
            return;
        }
        if (flushing) {
            throw new FlushException("This session is flushing already.");
        }
        flushing = true;
        try {
            FlushPlan plan = new FlushPlanner(unit.pending()).plan();
            if (!plan.isEmpty()) {
                Connection connection = unit.connection();
                FlushExecutor executor = new FlushExecutor(connection, unit.statements());
                try {
                    executor.execute(plan);
                } catch (RuntimeException | Error e) {
                    undo(plan, executor, e);
                    throw e;
                }
                unit.session().transaction().scope().keyed(executor.keyed());
            }
            unit.states().flushed(plan, unit.pending().changed(), unit.session().transaction().scope());
            unit.pending().clear();
        } finally {
            endFlush();
        }
    }

    /** What goes wrong while going back must not hide why. */
    private void undo(FlushPlan plan, FlushExecutor executor, Throwable failure) {
        try {
            unit.session().transaction().flushFailed(plan, executor.keyed());
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    private void endFlush() {
        flushing = false;
        unit.pending().endFlush();
    }

    FlushPlan plan() {
        flushing = true;
        FlushPlanner planner = new FlushPlanner(unit.pending());
        try {
            return planner.plan();
        } finally {
            planner.takeBack();
            endFlush();
        }
    }
}
