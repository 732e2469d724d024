package dev.rubedo.migrate.lint;

import dev.rubedo.migrate.operation.AlterColumnOperation;
import dev.rubedo.migrate.snapshot.ColumnSnapshot;
import dev.rubedo.type.NumericType;
import dev.rubedo.type.SqlType;
import dev.rubedo.type.StringType;
import dev.rubedo.type.TextType;

/** RB104: changing the type of a column rewrites the table. Immutable. */
final class RewritingTypeChange implements LintRule {
    @Override
    public String code() {
        return "RB104";
    }

    @Override
    public String title() {
        return "Changing the type of a column rewrites the table";
    }

    @Override
    public String pattern() {
        return "Change a type";
    }

    @Override
    public void operation(LintedOperation at, LintFindings found) {
        if (!(at.operation() instanceof AlterColumnOperation alter) || at.changedTable().isEmpty()
                || alter.change().type() == null) {
            return;
        }
        var to = alter.change().type();
        SqlType<?> from = alter.existing().type() != null ? alter.existing().type()
                : at.column(alter.table(), alter.column()).<SqlType<?>>map(ColumnSnapshot::type).orElse(null);
        if (from == null || !isWidening(from, to)) {
            found.add(at.line(), "Column \"" + alter.table() + "." + alter.column() + "\" gets the type "
                    + at.dialect().typeName(to) + (from == null ? "" : " instead of " + at.dialect().typeName(from))
                    + ": the table is rewritten while it is locked, and values may not fit. Add a new column, copy the "
                    + "values in batches, and drop the old one in a later release.");
        }
    }

    /** Returns whether the change affects only the catalog. */
    private static boolean isWidening(SqlType<?> from, SqlType<?> to) {
        if (from.equals(to)) {
            return true;
        }
        if (from instanceof StringType old && !old.isFixed()) {
            return to instanceof TextType || to instanceof StringType wider && !wider.isFixed()
                    && wider.isNational() == old.isNational() && wider.length() >= old.length();
        }
        return from instanceof NumericType old && to instanceof NumericType wider && old.scale() == wider.scale()
                && wider.precision() >= old.precision();
    }
}
