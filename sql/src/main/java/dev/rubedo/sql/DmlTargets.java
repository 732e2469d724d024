package dev.rubedo.sql;

import dev.rubedo.error.InvalidStatementException;
import java.util.Objects;

/** What may stand behind INSERT INTO, UPDATE and DELETE FROM: a table or an entity, not an alias. Immutable. */
final class DmlTargets {
    private DmlTargets() {}

    static DmlTarget requireTable(DmlTarget target, String verb) {
        Objects.requireNonNull(target, "target");
        if (target instanceof TableReference table && !table.alias().isEmpty()) {
            throw new InvalidStatementException("\"" + table.alias() + "\" is an alias of table \""
                    + table.original().label() + "\": " + verb
                    + " takes the table itself. Other clauses may read the alias");
        }
        return target;
    }
}
