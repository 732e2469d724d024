package dev.rubedo.migrate.command;

import dev.rubedo.error.ErrorCode;
import dev.rubedo.migrate.error.MigrationException;

/**
 * A range of revisions, written as {@code from:to}. Immutable.
 *
 * @param from the older end; empty if it is not given
 * @param to the newer end; empty if it is not given
 */
record RevisionRange(String from, String to) {

    static RevisionRange parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new MigrationException(ErrorCode.REVISION, "\"" + text
                    + "\" is not a range of revisions. Write [from]:[to], from: or :[to].", null);
        }
        return new RevisionRange(text.substring(0, colon).strip(), text.substring(colon + 1).strip());
    }
}
