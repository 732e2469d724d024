package dev.rubedo.cli;

import dev.rubedo.migrate.error.LintException;
import dev.rubedo.migrate.error.MigrationLockException;
import dev.rubedo.migrate.error.ModelDiffersException;
import dev.rubedo.migrate.error.MultipleHeadsException;
import dev.rubedo.migrate.error.OutOfDateException;
import dev.rubedo.migrate.error.SchemaDriftException;
import org.jspecify.annotations.Nullable;

/** The exit codes of commands. Stateless. */
public final class ExitCode {
    /** The command succeeded. */
    public static final int DONE = 0;
    /** The command failed. */
    public static final int FAILED = 1;
    /** The arguments are invalid. */
    public static final int USAGE = 2;
    /** The model differs from the revisions. */
    public static final int MODEL_DIFFERS = 3;
    /** The database is not at the expected revisions, or its schema differs from the one that they create. */
    public static final int OUT_OF_DATE = 4;
    /** Another run holds the lock. */
    public static final int LOCKED = 5;
    /** The rules for revisions reported errors. */
    public static final int LINT = 6;
    /** There are several heads. */
    public static final int SEVERAL_HEADS = 7;
    /** The process was asked to terminate. */
    public static final int INTERRUPTED = 130;

    private ExitCode() {}

    /** Returns the exit code of a failure: that of the first cause that has a specific one. */
    static int of(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof MultipleHeadsException) {
                return SEVERAL_HEADS;
            }
            if (cause instanceof MigrationLockException) {
                return LOCKED;
            }
            if (cause instanceof OutOfDateException || cause instanceof SchemaDriftException) {
                return OUT_OF_DATE;
            }
            if (cause instanceof LintException) {
                return LINT;
            }
            if (cause instanceof ModelDiffersException) {
                return MODEL_DIFFERS;
            }
        }
        return FAILED;
    }
}
