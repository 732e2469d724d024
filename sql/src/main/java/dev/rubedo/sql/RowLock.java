package dev.rubedo.sql;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A lock on the rows of a select. Immutable.
 *
 * @param strength what other transactions may still do with the rows
 * @param waiting what happens if another transaction holds a row
 * @param tables the tables whose rows are locked; empty for all
 */
public record RowLock(Strength strength, Wait waiting, List<FromClause> tables) {

    /** Checks the components. */
    public RowLock {
        Objects.requireNonNull(strength, "strength");
        Objects.requireNonNull(waiting, "waiting");
        tables = List.copyOf(tables);
    }

    static RowLock of(Strength strength) {
        return new RowLock(strength, Wait.DEFAULT, List.of());
    }

    /** Returns this lock, which fails immediately if another transaction holds a row. */
    public RowLock noWait() {
        return new RowLock(strength, Wait.NO_WAIT, tables);
    }

    /** Returns this lock, which skips rows that another transaction holds. */
    public RowLock skipLocked() {
        return new RowLock(strength, Wait.SKIP_LOCKED, tables);
    }

    /**
     * Returns this lock, limited to the rows of some tables.
     *
     * @param some the tables
     */
    public RowLock of(FromClause... some) {
        return new RowLock(strength, waiting, SelectParts.append(tables, some));
    }

    /**
     * Returns this lock without the keys of the rows, so that other transactions may still insert references to them.
     */
    public RowLock keysFree() {
        return new RowLock(strength == Strength.SHARE || strength == Strength.KEY_SHARE
                ? Strength.KEY_SHARE
                : Strength.NO_KEY_UPDATE, waiting, tables);
    }

    void describe(Structure out) {
        out.part(strength);
        out.part(waiting);
        out.froms(tables);
    }

    @Override
    public String toString() {
        String wait = switch (waiting) {
            case DEFAULT -> "";
            case NO_WAIT -> " NOWAIT";
            case SKIP_LOCKED -> " SKIP LOCKED";
        };
        String of = tables.stream().map(Object::toString).collect(Collectors.joining(", "));
        return "FOR " + strength.name().replace('_', ' ') + (of.isEmpty() ? "" : " OF " + of) + wait;
    }

    /** What other transactions may still do with the rows. Immutable. */
    public enum Strength {
        /** Neither change nor lock them. */
        UPDATE,
        /** Only refer to them. */
        NO_KEY_UPDATE,
        /** Share the lock. */
        SHARE,
        /** Share the lock, and change columns that are not part of a key. */
        KEY_SHARE
    }

    /** What happens if another transaction holds a row. Immutable. */
    public enum Wait {
        /** Wait as long as the database does by default. */
        DEFAULT,
        /** Fail immediately. */
        NO_WAIT,
        /** Skip the row. */
        SKIP_LOCKED
    }
}
