package dev.rubedo.generate;

import dev.rubedo.schema.Column;
import dev.rubedo.schema.ConstraintDetails;
import dev.rubedo.schema.Deferrability;
import dev.rubedo.schema.ExclusionConstraint;
import dev.rubedo.schema.ForeignKey;
import dev.rubedo.schema.ForeignKeyMatch;
import dev.rubedo.schema.Identity;
import dev.rubedo.schema.PrimaryKey;
import dev.rubedo.schema.ReferentialAction;
import dev.rubedo.schema.Table;
import dev.rubedo.schema.TableOption;

/** Collects the details of a table that annotations cannot express. Confined to one thread at a time. */
final class LostDetails {
    private final Notes notes;

    LostDetails(Notes notes) {
        this.notes = notes;
    }

    /** Notes what an entity does not express about its table. */
    void note(EntityPlan entity) {
        var table = entity.table();
        key(table.primaryKey(), table);
        var attributes = table.columns().stream().<String>map(Column::name)
                .filter(table.primaryKey().columnNames()::contains).toList();
        if (!attributes.equals(table.primaryKey().columnNames())) {
            notes.add(table, "the primary key is created in the order of the columns, " + attributes + ", not "
                    + table.primaryKey().columnNames());
        }
        table.columns().forEach(column -> identity(column, entity));
        table.foreignKeys().forEach(key -> foreignKey(key, table));
        for (var unique : table.uniqueConstraints()) {
            details("the unique constraint on " + unique.columnNames(), unique.deferrability(), unique.details(),
                    table);
        }
        table.checkConstraints().forEach(check -> details("the check " + check.name(), check.deferrability(),
                check.details(), table));
        table.constraints().stream().filter(ExclusionConstraint.class::isInstance).forEach(
                each -> notes.add(table, "the exclusion constraint \"" + each.name() + "\" is omitted"));
        table.indexes().stream().filter(index -> IndexSource.plainColumns(index).isEmpty()).forEach(
                index -> notes.add(table, "the index \"" + index.name()
                        + "\" is omitted: it has more than plain columns, such as a condition or a sort order"));
        table.tableOptions().stream().filter(option -> option.kind() == TableOption.Kind.PREFIX)
                .forEach(option -> notes.add(table, "the prefix " + option.value() + " is omitted"));
    }

    /** Notes what is not expressed about a join table, which is created from both primary keys. */
    void noteJoin(Table table) {
        key(table.primaryKey(), table);
        table.foreignKeys().forEach(key -> {
            foreignKey(key, table);
            var action = key.deleteAction();
            if (action != ReferentialAction.DEFAULT && action != ReferentialAction.NO_ACTION) {
                notes.add(table, "ON DELETE " + action.sql() + " of the foreign key on " + key.columnNames()
                        + " is omitted from the join table");
            }
        });
        table.foreignKeys().forEach(key -> {
            for (int i = 0; i < key.columns().size(); i++) {
                if (!key.columns().get(i).type().equals(key.targets().get(i).type())) {
                    notes.add(table, "column \"" + key.columnNames().get(i)
                            + "\" of the join table gets the type of the key that it references");
                }
            }
        });
        table.indexes().forEach(index -> notes.add(table, "the index \"" + index.name()
                + "\" is omitted from the join table"));
        table.uniqueConstraints().forEach(unique -> notes.add(table, "the unique constraint on " + unique.columnNames()
                + " is omitted from the join table"));
        table.checkConstraints().forEach(check -> notes.add(table, "a check is omitted from the join table"));
        table.tableOptions().stream().filter(option -> option.kind() == TableOption.Kind.DIALECT).forEach(
                option -> notes.add(table, "the option " + option.name() + " is omitted from the join table"));
        if (!table.comment().isEmpty()) {
            notes.add(table, "the comment is omitted from the join table");
        }
    }

    private void key(PrimaryKey key, Table table) {
        if (!key.name().isEmpty()) {
            notes.add(table, "the name \"" + key.name() + "\" of the primary key is omitted");
        }
        details("the primary key", key.deferrability(), key.details(), table);
    }

    private void identity(Column<?> column, EntityPlan entity) {
        var identity = column.identityOption();
        if (identity != null && (!entity.isOnlyKey(column) || !identity.equals(new Identity(false, 1, 1)))) {
            notes.add(entity.table(),
                    "the identity of column \"" + column.name() + "\" is omitted, or generated without its options");
        }
    }

    private void foreignKey(ForeignKey key, Table table) {
        var what = "the foreign key on " + key.columnNames();
        if (!key.name().isEmpty()) {
            notes.add(table, "the name \"" + key.name() + "\" of " + what + " is omitted");
        }
        if (key.updateAction() != ReferentialAction.DEFAULT && key.updateAction() != ReferentialAction.NO_ACTION) {
            notes.add(table, "ON UPDATE " + key.updateAction().sql() + " of " + what + " is omitted");
        }
        if (key.matchRule() != ForeignKeyMatch.DEFAULT) {
            notes.add(table, key.matchRule().sql() + " of " + what + " is omitted");
        }
        details(what, key.deferrability(), key.details(), table);
    }

    private void details(String what, Deferrability deferrability, ConstraintDetails details, Table table) {
        if (deferrability != Deferrability.DEFAULT) {
            notes.add(table, deferrability.sql() + " of " + what + " is omitted");
        }
        if (!details.comment().isEmpty()) {
            notes.add(table, "the comment on " + what + " is omitted");
        }
        if (!details.options().isEmpty()) {
            notes.add(table, "the options " + details.options() + " of " + what + " are omitted");
        }
    }
}
