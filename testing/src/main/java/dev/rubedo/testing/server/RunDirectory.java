package dev.rubedo.testing.server;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The directory of one server run. A lock file next to it is held as long as the JVM lives, however it ends, so that a
 * later run knows what it may delete. Thread-safe.
 */
final class RunDirectory implements AutoCloseable {

    private static final String LOCK = ".lock";
    private static final String OWN = "-p" + ProcessHandle.current().pid() + "-";
    private static final AtomicInteger COUNTER = new AtomicInteger();

    private final Path path;
    private final Path lockFile;
    private final FileChannel channel;

    private RunDirectory(Path path, Path lockFile, FileChannel channel) {
        this.path = path;
        this.lockFile = lockFile;
        this.channel = channel;
    }

    static RunDirectory create(Path runs, String name) throws IOException {
        while (true) {
            String unique = name + OWN + COUNTER.incrementAndGet();
            Path lockFile = runs.resolve(unique + LOCK);
            FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel) != null && Files.exists(lockFile)) {
                Path path = runs.resolve(unique);
                Directories.delete(path);
                return new RunDirectory(Files.createDirectory(path), lockFile, channel);
            }
            channel.close();
        }
    }

    /** Deletes the directories of runs that ended without doing so. */
    static void sweep(Path runs) throws IOException {
        try (DirectoryStream<Path> lockFiles = Files.newDirectoryStream(runs, "*" + LOCK)) {
            for (Path lockFile : lockFiles) {
                if (!lockFile.getFileName().toString().contains(OWN)) {
                    sweepOne(lockFile);
                }
            }
        }
    }

    Path path() {
        return path;
    }

    @Override
    public void close() {
        Directories.delete(path);
        try {
            Files.deleteIfExists(lockFile);
            channel.close();
        } catch (IOException problem) {
            throw new java.io.UncheckedIOException(problem);
        }
    }

    private static void sweepOne(Path lockFile) throws IOException {
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE)) {
            if (tryLock(channel) != null) {
                String name = lockFile.getFileName().toString();
                Directories.delete(lockFile.resolveSibling(name.substring(0, name.length() - LOCK.length())));
                Files.deleteIfExists(lockFile);
            }
        } catch (java.nio.file.NoSuchFileException sweptByAnother) {
            return;
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldHere) {
            return null;
        }
    }
}
