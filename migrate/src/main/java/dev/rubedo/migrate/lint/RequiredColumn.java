package dev.rubedo.migrate.lint;

import dev.rubedo.migrate.operation.AddColumnOperation;
import dev.rubedo.migrate.operation.AlterColumnOperation;
import dev.rubedo.migrate.snapshot.ColumnSnapshot;
import dev.rubedo.migrate.snapshot.ConstraintSnapshot;
import java.util.Locale;

/** RB105: a column becomes NOT NULL although existing rows have no value for it. Immutable. */
final class RequiredColumn implements LintRule {
    @Override
    public String code() {
        return "RB105";
    }

    @Override
    public String title() {
        return "A column becomes NOT NULL although existing rows have no value for it";
    }

    @Override
    public String pattern() {
        return "Make a column NOT NULL";
    }

    @Override
    public void operation(LintedOperation at, LintFindings found) {
        if (at.changedTable().isEmpty()) {
            return;
        }
        if (at.operation() instanceof AddColumnOperation add && isWithoutValue(add.column())) {
            found.add(at.line(), "Column \"" + add.table() + "." + add.column().name() + "\" is NOT NULL and has no "
                    + "default, so it cannot be added to a table with rows. Give it a server default, or add it as "
                    + "nullable, fill it, and make it NOT NULL later.");
        }
        if (at.operation() instanceof AlterColumnOperation alter && Boolean.FALSE.equals(alter.change().isNullable())
                && !hasCheck(at, alter)) {
            found.add(at.line(),
                    "Column \"" + alter.table() + "." + alter.column() + "\" becomes NOT NULL: all rows are "
                            + "read while the table is locked. Add a check \"" + alter.column()
                            + " IS NOT NULL\" as NOT VALID, validate it, and then change the column.");
        }
    }

    private static boolean isWithoutValue(ColumnSnapshot column) {
        return !column.isNullable() && column.serverDefault() == null && column.computed() == null
                && column.identity() == null && column.sequence() == null
                && !Boolean.TRUE.equals(column.autoincrement());
    }

    private static boolean hasCheck(LintedOperation at, AlterColumnOperation alter) {
        var name = alter.column().toLowerCase(Locale.ROOT);
        return at.before().find(alter.table()).stream().flatMap(table -> table.constraints().stream())
                .filter(ConstraintSnapshot.Check.class::isInstance).map(ConstraintSnapshot.Check.class::cast)
                .map(check -> at.dialect().compile(check.check().condition()).sql().toLowerCase(Locale.ROOT)
                        .replaceAll("[\"`\\[\\]()]", "").strip())
                .anyMatch(sql -> sql.equals(name + " is not null"));
    }
}
