package dev.rubedo.migrate.lint;

import dev.rubedo.migrate.operation.AddColumnOperation;
import dev.rubedo.migrate.snapshot.ColumnSnapshot;
import dev.rubedo.schema.Computed;
import java.util.regex.Pattern;

/** RB106: adding a column rewrites the table. Immutable. */
final class RewritingColumn implements LintRule {
    private static final Pattern VOLATILE = Pattern.compile(
            "(?i)\\b(random|rand|gen_random_uuid|random_uuid|uuid_generate_v\\d|uuidv\\d|uuid|newid|sys_guid|nextval|"
                    + "clock_timestamp|timeofday)\\s*\\(|\\bnext value for\\b");

    @Override
    public String code() {
        return "RB106";
    }

    @Override
    public String title() {
        return "Adding a column rewrites the table";
    }

    @Override
    public void operation(LintedOperation at, LintFindings found) {
        if (at.operation() instanceof AddColumnOperation add && at.changedTable().isPresent()) {
            var reason = reason(add.column(), at);
            if (!reason.isEmpty()) {
                found.add(at.line(), "Column \"" + add.table() + "." + add.column().name() + "\" " + reason
                        + ", so the table is rewritten while it is locked. Add the column without it, fill it in batches, "
                        + "and set the default afterwards.");
            }
        }
    }

    private static String reason(ColumnSnapshot column, LintedOperation at) {
        if (column.computed() != null && column.computed().storage() == Computed.Storage.STORED) {
            return "is computed and stored";
        }
        if (column.identity() != null || column.sequence() != null || Boolean.TRUE.equals(column.autoincrement())) {
            return "is generated for each row";
        }
        var value = column.serverDefault();
        if (value != null && VOLATILE.matcher(at.dialect().compile(value).sql()).find()) {
            return "has a default that differs for each row";
        }
        return "";
    }
}
