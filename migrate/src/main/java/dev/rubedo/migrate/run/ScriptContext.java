package dev.rubedo.migrate.run;

import dev.rubedo.dialect.Dialect;
import dev.rubedo.engine.Connection;
import dev.rubedo.feature.Feature;
import dev.rubedo.migrate.batch.BatchPlan;
import dev.rubedo.migrate.operation.BackfillOperation;
import dev.rubedo.migrate.operation.BatchOperation;
import dev.rubedo.migrate.operation.MigrationOperation;
import dev.rubedo.migrate.operation.OperationTarget;
import dev.rubedo.migrate.operation.Operations;
import dev.rubedo.migrate.operation.OutsideTransactionOperation;
import dev.rubedo.migrate.render.OperationRenderer;
import dev.rubedo.migrate.render.RenderedStatement;
import dev.rubedo.migrate.revision.RevisionStep;
import dev.rubedo.migrate.revision.VersionStep;
import dev.rubedo.schema.NamingConvention;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A context that writes revisions to a script instead of running them on a database. No connection is opened, so the
 * schema cannot be read, and the initial state of the database must be given. Confined to one thread at a time.
 */
public final class ScriptContext implements OperationTarget {
    private final Dialect dialect;
    private final ScriptWriter out;
    private final MigrationOptions options;
    private final VersionTable versions;
    private final Set<String> types = new HashSet<>();
    private boolean isInTransaction;

    /**
     * Creates a context.
     *
     * @param dialect the dialect of the database
     * @param out receives the script; it is not closed
     * @param options the options for running revisions
     */
    public ScriptContext(Dialect dialect, Appendable out, MigrationOptions options) {
        this.dialect = Objects.requireNonNull(dialect, "dialect");
        this.out = new ScriptWriter(dialect, out);
        this.options = Objects.requireNonNull(options, "options");
        this.versions = new VersionTable(options);
    }

    @Override
    public Dialect dialect() {
        return dialect;
    }

    @Override
    public Optional<Connection> connection() {
        return Optional.empty();
    }

    @Override
    public Map<String, String> arguments() {
        return options.arguments();
    }

    @Override
    public NamingConvention namingConvention() {
        return options.namingConvention();
    }

    /** Writes the statement that creates the version table. */
    public void ensureVersionTable() {
        out.statements(dialect.statements(versions.creation()));
    }

    /** Writes the statement that removes all rows of the version table. */
    public void purge() {
        out.statement(dialect.compileWithValues(versions.purge()));
    }

    /**
     * Writes steps.
     *
     * @param start the revisions that the database records initially; empty for base
     * @param planner determines the steps
     * @param source supplies the code of revisions
     * @return the written steps
     */
    public List<? extends VersionStep> run(Set<String> start, StepPlanner planner, MigrationSource source) {
        var steps = planner.steps(start);
        Set<String> heads = new LinkedHashSet<>(start);
        if (options.transactions() == TransactionMode.PER_RUN) {
            begin();
        }
        for (var step : steps) {
            if (options.transactions() == TransactionMode.PER_REVISION) {
                begin();
            }
            heads = run(step, source, heads);
            if (options.transactions() == TransactionMode.PER_REVISION) {
                commit();
            }
        }
        commit();
        return steps;
    }

    private Set<String> run(VersionStep step, MigrationSource source, Set<String> heads) {
        if (heads.isEmpty() && step.isUpgrade()) {
            ensureVersionTable();
        }
        out.comment("Running " + step);
        if (!heads.isEmpty()) {
            out.statement(versions.guard(heads, dialect));
        }
        if (step instanceof RevisionStep revision) {
            var migration = source.migration(revision.revision().id());
            if (step.isUpgrade()) {
                migration.upgrade(new Operations(this));
            } else {
                migration.downgrade(new Operations(this));
            }
        }
        step.changes(heads).forEach(change -> out.statement(dialect.compileWithValues(versions.statement(change))));
        return step.apply(heads);
    }

    private void begin() {
        if (dialect.supports(Feature.TRANSACTIONAL_DDL) && !isInTransaction) {
            out.begin();
            isInTransaction = true;
        }
    }

    private void commit() {
        if (isInTransaction) {
            out.commit();
            isInTransaction = false;
        }
    }

    @Override
    public void invoke(MigrationOperation operation) {
        BatchPlan.requireInPlace(operation, dialect);
        if (operation instanceof BatchOperation batch) {
            if (BatchPlan.recreates(batch, dialect)) {
                write(BatchPlan.offline(batch, dialect).statements());
            } else {
                batch.operations().forEach(this::invoke);
            }
        } else if (operation instanceof OutsideTransactionOperation outside) {
            apart(() -> outside.operations().forEach(this::invoke));
        } else if (operation instanceof BackfillOperation backfill) {
            apart(() -> {
                out.comment(
                        "Not in batches of " + backfill.batch() + " rows, as on a connection: this is one statement, "
                                + "which locks all rows that it changes until it ends");
                write(OperationRenderer.render(operation, dialect));
            });
        } else if (OperationRenderer.needsNoTransaction(operation, dialect)) {
            apart(() -> write(OperationRenderer.render(operation, dialect)));
        } else {
            write(OperationRenderer.render(operation, dialect));
        }
    }

    private void apart(Runnable work) {
        boolean isOpen = isInTransaction;
        commit();
        work.run();
        if (isOpen) {
            begin();
        }
    }

    private void write(List<RenderedStatement> statements) {
        for (var statement : statements) {
            if (!(statement instanceof RenderedStatement.MissingType type)
                    || types.add(type.schema() + "." + type.name())) {
                out.statements(statement.sql(dialect));
            }
        }
    }
}
