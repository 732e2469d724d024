package dev.rubedo.migrate.operation;

import dev.rubedo.migrate.error.IrreversibleOperationException;
import dev.rubedo.migrate.snapshot.TableName;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Sets or removes the comment of a table. Immutable.
 *
 * @param table the name of the table
 * @param comment the comment; empty to remove it
 * @param existing the previous comment, empty for none; null if it is not known
 */
public record SetTableCommentOperation(TableName table, String comment, @Nullable String existing)
        implements
            TableOperation {
    /** Checks the components. */
    public SetTableCommentOperation {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(comment, "comment");
    }

    @Override
    public SetTableCommentOperation reverse() {
        if (existing == null) {
            throw new IrreversibleOperationException(describe(), "the previous comment is not known");
        }
        return new SetTableCommentOperation(table, existing, comment);
    }

    @Override
    public OperationStep step() {
        return OperationStep.COMMENTS;
    }

    @Override
    public String describe() {
        return (comment.isEmpty() ? "drop" : "set") + " comment of table \"" + table + "\"";
    }
}
