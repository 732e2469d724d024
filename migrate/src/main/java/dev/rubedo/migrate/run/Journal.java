package dev.rubedo.migrate.run;

import dev.rubedo.migrate.error.MigrationException;
import dev.rubedo.migrate.run.ProgressTable.Progress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A counter of the statements of a revision, which knows how many of them an unfinished earlier run has executed.
 * Confined to one thread at a time.
 */
final class Journal {
    private final String revision;
    private final Progress before;
    private int number;
    private String checksum = "";
    private String checksumBefore = "";

    /** The action to take for a statement. Immutable. */
    enum Action {
        /** Execute it. */
        EXECUTE,
        /** Skip it: an earlier run has executed it. */
        SKIP,
        /** An earlier run has begun it: determine whether it was executed. */
        EXAMINE
    }

    /**
     * Creates a journal.
     *
     * @param revision the revision
     * @param before the progress of an earlier run
     */
    Journal(String revision, Progress before) {
        this.revision = revision;
        this.before = before;
    }

    /** Counts a statement. */
    Action next(String sql) {
        number++;
        checksumBefore = checksum;
        checksum = digest(checksum + sql);
        if (number == Math.max(before.done(), before.begun()) && !checksum.equals(before.checksum())) {
            throw before.begun() == 0 ? changed() : changedAt(sql);
        }
        return number <= before.done() ? Action.SKIP : number == before.begun() ? Action.EXAMINE : Action.EXECUTE;
    }

    /** Rejects a revision that ends before the statement at which an earlier run stopped. */
    void requireEnd() {
        if (number < Math.max(before.done(), before.begun())) {
            throw changed();
        }
    }

    private MigrationException changed() {
        return new MigrationException("Revision \"" + revision + "\" stopped after " + before.done()
                + " statements in an earlier run, and now has other statements. Restore its source and run again, or "
                + "finish it manually and use the command stamp.");
    }

    private MigrationException changedAt(String sql) {
        return new MigrationException("A run of revision \"" + revision + "\" was interrupted in statement " + number
                + ", which has changed since, or one before it has: now it is \"" + sql + "\". Whether the old one was "
                + "executed can be told only with its source: restore it and run again, or finish the revision "
                + "manually and use the command stamp.");
    }

    /** Returns the number of the current statement, from 1. */
    int number() {
        return number;
    }

    /** Returns the progress after the current statement was begun and those before it were executed. */
    Progress begun() {
        return new Progress(number - 1, number, checksum);
    }

    /** Returns the progress after the statements before the current one were executed. */
    Progress failed() {
        return new Progress(number - 1, 0, checksumBefore);
    }

    /** Returns the progress after all statements up to the current one were executed. */
    Progress done() {
        return new Progress(number, 0, checksum);
    }

    /** Returns the checksum of a text. */
    static String digest(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
