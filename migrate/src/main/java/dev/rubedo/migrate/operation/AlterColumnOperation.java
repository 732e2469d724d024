package dev.rubedo.migrate.operation;

import dev.rubedo.dialect.AnsiDialect;
import dev.rubedo.dialect.Dialect;
import dev.rubedo.migrate.error.IrreversibleOperationException;
import dev.rubedo.migrate.snapshot.TableName;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Changes a column. Immutable.
 *
 * @param table the name of the table
 * @param column the name of the column before the change
 * @param change the changed properties
 * @param existing the known properties of the column before the change, which some databases repeat and which the
 *     reverse needs
 * @param using the expression that converts the values to a new type, written verbatim; empty for the default
 *     conversion
 */
public record AlterColumnOperation(TableName table, String column, ColumnChange change, ColumnChange existing,
        String using) implements TableOperation {
    /** Checks the components. */
    public AlterColumnOperation {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(column, "column");
        Objects.requireNonNull(existing, "existing");
        Objects.requireNonNull(using, "using");
        if (change.isEmpty()) {
            throw new IllegalArgumentException("alterColumn(\"" + table + "\", \"" + column
                    + "\", ...) changes nothing: set a name, type, nullability, default, identity or comment");
        }
    }

    @Override
    public AlterColumnOperation reverse() {
        var back = new ColumnChange(change.name() == null ? null : column,
                before("type", change.type(), existing.type()),
                before("nullability", change.isNullable(), existing.isNullable()),
                before("default", change.serverDefault(), existing.serverDefault()),
                before("identity", change.identity(), existing.identity()),
                before("autoincrement setting", change.autoincrement(), existing.autoincrement()),
                before("comment", change.comment(), existing.comment()));
        var known = new ColumnChange(null, either(change.type(), existing.type()),
                either(change.isNullable(), existing.isNullable()),
                either(change.serverDefault(), existing.serverDefault()),
                either(change.identity(), existing.identity()),
                either(change.autoincrement(), existing.autoincrement()),
                either(change.comment(), existing.comment()));
        var name = change.name();
        return new AlterColumnOperation(table, name == null ? column : name, back, known, "");
    }

    private <V> @Nullable V before(String what, @Nullable V changed, @Nullable V known) {
        if (changed != null && known == null) {
            throw new IrreversibleOperationException(describe(), "its previous " + what + " is not known");
        }
        return changed == null ? null : known;
    }

    private static <V> @Nullable V either(@Nullable V one, @Nullable V other) {
        return one != null ? one : other;
    }

    @Override
    public boolean isDestructive() {
        return isDestructive(AnsiDialect.instance());
    }

    /**
     * Returns whether values can be lost or may not fit, for example in a shorter string. A type that can hold each
     * value of the previous type loses none; if that type is not known, the change counts as destructive.
     *
     * @param dialect the dialect of the database, which determines the size of types without a limit
     */
    public boolean isDestructive(Dialect dialect) {
        var to = change.type();
        var from = existing.type();
        return to != null && (from == null || !new TypeWidening(dialect).keeps(from, to));
    }

    @Override
    public OperationStep step() {
        // a change only of which key the database generates
        Boolean on = change.autoincrement();
        return on == null || !change.equals(ColumnChange.NONE.withAutoincrement(on)) ? OperationStep.ALTER_COLUMNS
                : on ? OperationStep.ADD_UNIQUE_CONSTRAINTS : OperationStep.DROP_INDEXES;
    }

    @Override
    public String describe() {
        var name = change.name();
        boolean isRename = name != null && change.equals(ColumnChange.NONE.withName(name));
        return (isRename ? "rename" : "alter") + " column \"" + table + "." + column + "\""
                + (isRename ? " to \"" + name + "\"" : "");
    }
}
