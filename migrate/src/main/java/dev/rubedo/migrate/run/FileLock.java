package dev.rubedo.migrate.run;

import dev.rubedo.backend.ProgramLocks;
import dev.rubedo.engine.Connection;
import dev.rubedo.error.ErrorCode;
import dev.rubedo.migrate.error.MigrationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** A lock on a file next to the database file of SQLite. Confined to one thread at a time. */
final class FileLock extends MigrationLock {
    private final Path file;
    private @Nullable FileChannel channel;

    private FileLock(Path file) {
        this.file = file;
    }

    /** Returns the lock of the database with a file; for an in-memory database, a lock within the process. */
    static MigrationLock of(Connection connection, ProgramLocks.OfFile files) {
        boolean wasInTransaction = connection.isInTransaction();
        var rows = connection.rows(files.query());
        if (!wasInTransaction) {
            connection.rollback();
        }
        var file = rows.isEmpty() ? "" : rows.get(0).textOrEmpty("answer");
        return file.isEmpty() ? new MemoryLock(connection.engine()) : new FileLock(Path.of(file + "-rubedo-lock"));
    }

    @Override
    boolean tryAcquire() {
        try {
            var open = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            channel = open;
            if (open.tryLock() != null) {
                return true;
            }
        } catch (OverlappingFileLockException e) {
            // another thread of this process holds it
        } catch (IOException e) {
            throw new MigrationException(ErrorCode.MIGRATION, "The lock file \"" + file + "\" cannot be opened: "
                    + e.getMessage() + ". Make its directory writable, or disable the lock.", e);
        }
        release();
        return false;
    }

    @Override
    String holder() {
        return " of the file \"" + file + "\"";
    }

    @Override
    void verify() {
        // the system keeps the lock as long as the channel is open
    }

    private void release() {
        var open = channel;
        channel = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Releases the lock. The file is kept, because removing it would allow two later runs to lock different files. */
    @Override
    public void close() {
        release();
    }
}
