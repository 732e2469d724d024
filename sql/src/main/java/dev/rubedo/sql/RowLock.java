package dev.rubedo.sql;

import java.util.List;
import java.util.Objects;

/**
 * A lock on the rows of a select. Immutable.
 *
 * @param strength what others may still do
 * @param waiting what happens where another holds a row
 * @param tables the tables whose rows are locked; empty for all
 */
public record RowLock(Strength strength, Wait waiting, List<FromClause> tables) {

    /** Checks the parts. */
    public RowLock {
        Objects.requireNonNull(strength, "strength");
        Objects.requireNonNull(waiting, "waiting");
        tables = List.copyOf(tables);
    }

    static RowLock of(Strength strength) {
        return new RowLock(strength, Wait.DEFAULT, List.of());
    }

    /** Returns this lock failing at once where another holds a row. */
    public RowLock noWait() {
        return new RowLock(strength, Wait.NO_WAIT, tables);
    }

    /** Returns this lock leaving out the rows that another holds. */
    public RowLock skipLocked() {
        return new RowLock(strength, Wait.SKIP_LOCKED, tables);
    }

    /**
     * Returns this lock on the rows of some tables only.
     *
     * @param some the tables
     */
    public RowLock of(FromClause... some) {
        return new RowLock(strength, waiting, List.of(some));
    }

    /** Returns this lock leaving keys alone, so that others may still insert references to the rows. */
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
        return "FOR " + strength + " " + waiting + tables;
    }

    /** What others may still do. Immutable. */
    public enum Strength {
        /** Neither change nor lock the rows. */
        UPDATE,
        /** Only refer to the rows. */
        NO_KEY_UPDATE,
        /** Share the lock. */
        SHARE,
        /** Share the lock, and change what is no key. */
        KEY_SHARE
    }

    /** What happens where another holds a row. Immutable. */
    public enum Wait {
        /** Wait as long as the database does. */
        DEFAULT,
        /** Fail at once. */
        NO_WAIT,
        /** Leave the row out. */
        SKIP_LOCKED
    }
}
