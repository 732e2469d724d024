package dev.rubedo.orm.internal.query;

import dev.rubedo.sql.StatementOption;

/** The option to overwrite what objects have loaded with what the statement reads. Immutable. */
public record PopulateExistingOption() implements StatementOption {

    /** Returns whether a statement or call has this option. */
    public static boolean isIn(Iterable<? extends StatementOption> options) {
        for (StatementOption option : options) {
            if (option instanceof PopulateExistingOption) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return "populateExisting()";
    }
}
