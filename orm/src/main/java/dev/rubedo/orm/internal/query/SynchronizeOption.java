package dev.rubedo.orm.internal.query;

import dev.rubedo.orm.query.SynchronizeSession;
import dev.rubedo.sql.StatementOption;
import java.util.Objects;

/**
 * The option that sets how the objects of a session are synchronized with a statement that changes rows. Immutable.
 *
 * @param mode how they are synchronized
 */
public record SynchronizeOption(SynchronizeSession mode) implements StatementOption {

    /** Checks for null. */
    public SynchronizeOption {
        Objects.requireNonNull(mode, "mode");
    }

    /** Returns the mode that the options of a statement set, or the default. */
    public static SynchronizeSession of(Iterable<? extends StatementOption> options) {
        SynchronizeSession mode = SynchronizeSession.AUTO;
        for (StatementOption option : options) {
            mode = option instanceof SynchronizeOption own ? own.mode : mode;
        }
        return mode;
    }

    @Override
    public String toString() {
        return "synchronize(" + mode + ")";
    }
}
