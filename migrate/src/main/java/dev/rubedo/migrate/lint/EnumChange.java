package dev.rubedo.migrate.lint;

import dev.rubedo.feature.Feature;
import dev.rubedo.migrate.operation.AddEnumValueOperation;
import dev.rubedo.migrate.operation.ExecuteOperation;
import dev.rubedo.migrate.operation.InsertRowsOperation;
import java.util.LinkedHashSet;
import java.util.regex.Pattern;

/** RB114: a label of an enumeration is removed, renamed, or used in the transaction that adds it. Immutable. */
final class EnumChange implements LintRule {
    private static final Pattern REMOVAL = Pattern
            .compile("(?is)\\balter\\s+type\\b.*\\brename\\s+value\\b|\\bdelete\\s+from\\s+(pg_catalog\\.)?pg_enum\\b");

    @Override
    public String code() {
        return "RB114";
    }

    @Override
    public String title() {
        return "A label of an enumeration is removed, renamed, or used in the transaction that adds it";
    }

    @Override
    public void revision(LintedRevision revision, LintFindings found) {
        var added = new LinkedHashSet<String>();
        for (var at : revision.operations()) {
            if (at.operation() instanceof ExecuteOperation.OfText text) {
                if (REMOVAL.matcher(text.sql()).find()) {
                    found.add(at.line(), "A label of an enumeration is renamed or removed: running applications still "
                            + "write the old one. Add a new label, and change the rows in a later release.");
                }
                added.stream().filter(label -> text.sql().contains("'" + label.replace("'", "''") + "'"))
                        .forEach(label -> used(at, label, found));
            }
            if (at.operation() instanceof InsertRowsOperation rows) {
                added.stream().filter(label -> rows.rows().stream().anyMatch(row -> row.containsValue(label)))
                        .forEach(label -> used(at, label, found));
            }
            if (at.operation() instanceof AddEnumValueOperation add
                    && at.dialect().supports(Feature.ENUM_CHANGES_IN_TRANSACTION) && !at.isOutside()) {
                added.add(add.label());
            }
        }
    }

    private static void used(LintedOperation at, String label, LintFindings found) {
        found.add(at.line(), "The label \"" + label + "\" is used in the transaction that adds it, which the database "
                + "rejects. Add it in an earlier revision, or with op.outsideTransaction(...).");
    }
}
