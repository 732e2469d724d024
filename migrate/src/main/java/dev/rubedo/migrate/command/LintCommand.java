package dev.rubedo.migrate.command;

import dev.rubedo.migrate.error.LintException;
import dev.rubedo.migrate.lint.Finding;
import dev.rubedo.migrate.lint.FindingFormat;
import dev.rubedo.migrate.lint.LintRules;
import dev.rubedo.migrate.lint.Linter;
import dev.rubedo.migrate.revision.RevisionNode;
import dev.rubedo.migrate.script.ScriptDirectory;
import java.util.List;
import java.util.Objects;

/**
 * The command {@code lint}, which applies the rules to revisions and prints their findings. It opens no connection.
 * Immutable.
 *
 * @param range the revisions, as {@code from:to}, without the first; empty for all after {@code lint-since} of the settings
 * @param format the format of the report
 * @param isStrict whether warnings are also failures
 */
public record LintCommand(String range, FindingFormat format, boolean isStrict) implements MigrationCommand {
    /** Checks the range. */
    public LintCommand {
        Objects.requireNonNull(format, "format");
        if (!range.isEmpty()) {
            RevisionRange.parse(range);
        }
    }

    @Override
    public void run(CommandContext context) {
        var findings = findings(context.directory(), context);
        context.out().print(format.write(findings, context.config().directory()));
        context.out().flush();
        long failures = findings.stream().filter(this::isFailure).count();
        if (failures > 0) {
            throw new LintException(
                    "The rules for revisions found " + failures + (failures == 1 ? " problem" : " problems")
                            + ". Change the revisions, or state the reason with op.allow(code, reason).");
        }
    }

    private boolean isFailure(Finding finding) {
        return finding.isFailure() || isStrict && finding.allowed().isEmpty();
    }

    private List<Finding> findings(ScriptDirectory directory, CommandContext context) {
        var map = directory.map();
        var ends = range.isEmpty() ? new RevisionRange(context.config().lintSince(), "") : RevisionRange.parse(range);
        var from = ends.from().isEmpty() ? "base" : ends.from();
        var ids = map.range(List.of(from), List.of(ends.to().isEmpty() ? "heads" : ends.to())).stream()
                .map(RevisionNode::id).toList();
        var first = map.resolve(from).stream().map(RevisionNode::id).toList();
        return new Linter(context.dialect(), context.options().namingConvention(), LintRules.ALL).lint(directory,
                ids.stream().filter(id -> !first.contains(id)).toList());
    }
}
