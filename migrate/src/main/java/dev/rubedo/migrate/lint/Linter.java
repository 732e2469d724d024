package dev.rubedo.migrate.lint;

import dev.rubedo.dialect.Dialect;
import dev.rubedo.error.RubedoException;
import dev.rubedo.migrate.effect.SchemaReplay;
import dev.rubedo.migrate.error.IrreversibleOperationException;
import dev.rubedo.migrate.operation.BatchOperation;
import dev.rubedo.migrate.operation.CreateTableOperation;
import dev.rubedo.migrate.operation.Irreversible;
import dev.rubedo.migrate.operation.Migration;
import dev.rubedo.migrate.operation.MigrationOperation;
import dev.rubedo.migrate.operation.ModifyTableOperation;
import dev.rubedo.migrate.operation.Operations;
import dev.rubedo.migrate.operation.OutsideTransactionOperation;
import dev.rubedo.migrate.operation.RenameTableOperation;
import dev.rubedo.migrate.revision.RevisionNode;
import dev.rubedo.migrate.revision.RevisionStep;
import dev.rubedo.migrate.run.MigrationSource;
import dev.rubedo.migrate.script.Script;
import dev.rubedo.migrate.script.ScriptDirectory;
import dev.rubedo.migrate.snapshot.SchemaSnapshot;
import dev.rubedo.migrate.snapshot.TableName;
import dev.rubedo.schema.NamingConvention;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A linter that applies rules to revisions, without a database. Confined to one thread at a time. */
public final class Linter {
    private final Dialect dialect;
    private final NamingConvention naming;
    private final List<LintRule> rules;

    /**
     * Creates a linter.
     *
     * @param dialect the dialect of the database
     * @param naming the convention for names of constraints and indexes that have none
     * @param rules the rules; see {@link LintRules#ALL}
     */
    public Linter(Dialect dialect, NamingConvention naming, List<LintRule> rules) {
        this.dialect = dialect;
        this.naming = naming;
        this.rules = List.copyOf(rules);
    }

    /**
     * Returns the findings in some revisions. All revisions are replayed, so that the rules know the tables.
     *
     * @param directory the revisions
     * @param ids the ids of the revisions to check
     */
    public List<Finding> lint(ScriptDirectory directory, Collection<String> ids) {
        var findings = new ArrayList<Finding>();
        var schema = SchemaSnapshot.EMPTY;
        var source = directory.source();
        for (var step : directory.map().upgrade("heads", Set.of())) {
            if (step instanceof RevisionStep revision) {
                var linted = linted(directory, directory.script(revision.revision().id()), source, schema);
                schema = linted.after();
                if (ids.contains(linted.id())) {
                    findings.addAll(findings(linted));
                }
            }
        }
        return List.copyOf(findings);
    }

    /**
     * Returns the findings in a revision without a file, for example in a test. Rules about source code find nothing.
     *
     * @param id the id of the revision
     * @param migration the revision
     * @param before the schema before it
     */
    public List<Finding> lint(String id, Migration migration, SchemaSnapshot before) {
        return findings(linted(new Script(RevisionNode.of(id), "", "", Path.of(id), List.of(), false), "", migration,
                before));
    }

    private List<Finding> findings(LintedRevision revision) {
        var unneeded = new UnneededAllowance();
        var found = new LintFindings(revision, unneeded);
        for (var rule : rules) {
            found.enter(rule);
            revision.operations().forEach(operation -> rule.operation(operation, found));
            rule.revision(revision, found);
        }
        found.enter(unneeded);
        var idle = new LinkedHashSet<>(revision.allowances().keySet());
        idle.removeAll(found.used());
        idle.forEach(code -> found.add(0, unneeded.message(code)));
        return found.findings();
    }

    private LintedRevision linted(ScriptDirectory directory, Script script, MigrationSource source,
            SchemaSnapshot before) {
        return linted(script, directory.text(script.id()), source.migration(script.id()), before);
    }

    private LintedRevision linted(Script script, String text, Migration migration, SchemaSnapshot before) {
        var recorder = new LintRecorder(dialect, naming, migration.getClass().getName());
        try {
            migration.upgrade(new Operations(recorder));
        } catch (RubedoException e) {
            throw new dev.rubedo.migrate.error.MigrationException(e.code(), "Revision \"" + script.id() + "\" ("
                    + script.file() + ") cannot be checked without a database: " + e.getMessage()
                    + " Make it check op.isOffline() before it reads.", e);
        }
        var flat = new ArrayList<LintedOperation>();
        var created = new LinkedHashSet<TableName>();
        var schema = before;
        for (var recorded : recorder.operations()) {
            int line = script.isJava() ? recorded.line() : lineOf(recorded.operation(), text);
            schema = flatten(recorded.operation(), line, false, schema, created, flat);
        }
        return new LintedRevision(script, text, dialect, flat, downgrade(migration),
                migration.getClass().isAnnotationPresent(Irreversible.class) || script.isIrreversible(),
                recorder.allowances(), schema);
    }

    private static int lineOf(MigrationOperation operation, String text) {
        int place = operation instanceof dev.rubedo.migrate.operation.ExecuteOperation.OfText sql
                ? text.indexOf(sql.sql())
                : -1;
        return place < 0 ? 0 : (int) text.substring(0, place).lines().count() + 1;
    }

    private List<MigrationOperation> downgrade(Migration migration) {
        var recorder = new LintRecorder(dialect, naming, migration.getClass().getName());
        try {
            migration.downgrade(new Operations(recorder));
        } catch (IrreversibleOperationException e) {
            return List.of();
        }
        return recorder.operations().stream().map(LintRecorder.Recorded::operation).toList();
    }

    private SchemaSnapshot flatten(MigrationOperation operation, int line, boolean isOutside, SchemaSnapshot before,
            Set<TableName> created, List<LintedOperation> flat) {
        var parts = switch (operation) {
            case OutsideTransactionOperation outside -> outside.operations();
            case BatchOperation batch -> batch.operations();
            case ModifyTableOperation modify -> modify.operations();
            case MigrationOperation other -> List.<MigrationOperation>of();
        };
        if (!parts.isEmpty()) {
            var schema = before;
            for (var part : parts) {
                schema = flatten(part, line, isOutside || operation instanceof OutsideTransactionOperation, schema,
                        created, flat);
            }
            return schema;
        }
        flat.add(new LintedOperation(operation, line, isOutside, dialect, before, created));
        if (operation instanceof CreateTableOperation create) {
            created.add(create.table());
        }
        if (operation instanceof RenameTableOperation rename && created.contains(rename.table())) {
            created.add(rename.table().renamed(rename.to()));
        }
        return after(before, operation);
    }

    /**
     * An operation that cannot be replayed, such as a change of a table that hand-written SQL created, does not change
     * the schema.
     */
    private static SchemaSnapshot after(SchemaSnapshot before, MigrationOperation operation) {
        try {
            return SchemaReplay.apply(before, operation);
        } catch (RubedoException e) {
            return before;
        }
    }
}
