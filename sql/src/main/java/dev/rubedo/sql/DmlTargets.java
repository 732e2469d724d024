package dev.rubedo.sql;

import dev.rubedo.error.InvalidStatementException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Checks of the target of INSERT INTO and MERGE INTO: a table or an entity, not an alias. Immutable. */
final class DmlTargets {
    private DmlTargets() {}

    static DmlTarget requireTable(DmlTarget target, String verb) {
        Objects.requireNonNull(target, "target");
        if (target instanceof TableReference table && !table.alias().isEmpty()) {
            throw new InvalidStatementException("\"" + table.alias() + "\" is an alias of table \""
                    + table.original().label() + "\": " + verb
                    + " takes the table itself. The alias can only be read in other clauses");
        }
        return target;
    }

    /** Returns the given columns, or all that can be set if none are given. */
    static List<SettableColumn<?>> columns(DmlTarget target, SettableColumn<?>... given) {
        if (given.length > 0) {
            return List.of(given);
        }
        if (target instanceof TableReference table) {
            return table.columns().stream().filter(each -> !each.isComputed()).<SettableColumn<?>>map(each -> each)
                    .toList();
        }
        throw new InvalidStatementException("parameters(): the attributes of entity \"" + target
                + "\" are not known here. Name those to set");
    }

    /** Returns an assignment of a parameter that has the name of its column. */
    static <T extends @Nullable Object> Assignment<T> parameter(SettableColumn<T> column) {
        return new Assignment<>(column, new BindParameter<>(column.name(), null, true, column.type()));
    }
}
