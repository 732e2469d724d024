package dev.rubedo.migrate.command;

import dev.rubedo.dialect.Dialect;
import dev.rubedo.error.RubedoException;
import dev.rubedo.migrate.effect.SchemaReplay;
import dev.rubedo.migrate.error.MigrationException;
import dev.rubedo.migrate.lint.Finding;
import dev.rubedo.migrate.lint.LintRules;
import dev.rubedo.migrate.lint.Linter;
import dev.rubedo.migrate.operation.Operations;
import dev.rubedo.migrate.operation.RecordedOperations;
import dev.rubedo.migrate.revision.RevisionNode;
import dev.rubedo.migrate.revision.RevisionStep;
import dev.rubedo.migrate.run.MigrationOptions;
import dev.rubedo.migrate.script.ScriptDirectory;
import dev.rubedo.migrate.snapshot.SchemaSnapshot;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The replay of revisions in memory. Stateless. */
final class RevisionReplay {
    private static final String UNKNOWN_EFFECT = "RB119";

    private RevisionReplay() {}

    /**
     * Returns the schema that revisions create.
     *
     * @param directory the revisions
     * @param targets references to the last ones
     * @param dialect the dialect that they see
     * @param options the options for running revisions
     * @throws MigrationException if one of them cannot be replayed
     */
    static SchemaSnapshot schema(ScriptDirectory directory, Collection<String> targets, Dialect dialect,
            MigrationOptions options) {
        var source = directory.source();
        var schema = SchemaSnapshot.EMPTY;
        Set<String> heads = Set.of();
        for (var target : targets) {
            for (var step : directory.map().upgrade(target, heads)) {
                schema = after(schema, step, directory, source.migration(step.revision().id()), dialect, options);
                heads = step.apply(heads);
            }
        }
        return schema;
    }

    /**
     * Returns a line that names the revisions whose SQL has an unknown effect on the schema, which is missing in their
     * replay; empty if there are none.
     *
     * @param directory the revisions
     * @param target a reference to the last one
     */
    static Optional<String> unknown(ScriptDirectory directory, String target, CommandContext context) {
        var ids = directory.map().range(List.of("base"), List.of(target)).stream().map(RevisionNode::id).toList();
        var rules = LintRules.ALL.stream().filter(rule -> rule.code().equals(UNKNOWN_EFFECT)).toList();
        var found = new Linter(context.dialect(), context.options().namingConvention(), rules).lint(directory, ids)
                .stream().filter(finding -> finding.code().equals(UNKNOWN_EFFECT))
                .map(Finding::revision).distinct().toList();
        return found.isEmpty() ? Optional.empty() : Optional.of("The SQL of " + String.join(", ", found)
                + " changes the schema in an unknown way, so the objects that it creates are reported as extra. "
                + "Declare its effect with "
                + "DeclaredEffect.of(...), or use operations.");
    }

    private static SchemaSnapshot after(SchemaSnapshot before, RevisionStep step, ScriptDirectory directory,
            dev.rubedo.migrate.operation.Migration migration, Dialect dialect, MigrationOptions options) {
        try {
            var recorded = new RecordedOperations(dialect, options.namingConvention());
            migration.upgrade(new Operations(recorded));
            return SchemaReplay.apply(before, recorded.operations());
        } catch (RubedoException e) {
            throw new MigrationException(e.code(), "Revision \"" + step.revision().id() + "\" ("
                    + directory.script(step.revision().id()).file() + ") cannot be replayed without a database: "
                    + e.getMessage(), e);
        }
    }
}
