package dev.rubedo.testing.server;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;

/**
 * The directory, one per user of the machine, below {@code java.io.tmpdir} where server binaries and prepared data
 * directories are kept between runs ({@code cache}) and where each run has its own copy ({@code runs}). Cached
 * directories are built under a temporary name and renamed, so that they are complete or absent. Thread-safe, also
 * between JVMs.
 */
final class Workspace {

    /** To be incremented when the same binaries must be unpacked or prepared differently. */
    private static final int LAYOUT = 1;

    private final Path root;

    private Workspace(Path root) {
        this.root = root;
    }

    /** Opens the workspace of this user. */
    static Workspace open() throws IOException {
        String user = System.getProperty("user.name").replaceAll("[^A-Za-z0-9._-]", "_").toLowerCase(Locale.ROOT);
        Path root = Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath().resolve("rubedo-db-" + user);
        var workspace = new Workspace(root);
        workspace.traversable(Files.createDirectories(root));
        workspace.refuseForeignOwner();
        workspace.traversable(Files.createDirectories(workspace.cache()));
        workspace.traversable(Files.createDirectories(workspace.runs()));
        return workspace;
    }

    /** Fills a directory. */
    interface Builder {
        void build(Path directory) throws IOException;
    }

    /** Returns the cached directory with this name, building it if it does not exist. */
    Path cached(String name, Builder builder) throws IOException {
        Path target = cache().resolve(name + "-" + LAYOUT);
        if (Files.isDirectory(target)) {
            return target;
        }
        synchronized (Workspace.class) {
            try (FileChannel channel = openLockFile(target.resolveSibling(target.getFileName() + ".lock"));
                    FileLock held = channel.lock()) {
                if (!Files.isDirectory(target) && held.isValid()) {
                    build(target, builder);
                }
            }
        }
        return target;
    }

    /** Discards a cached directory, so that the next use rebuilds it. */
    void discard(Path cached) {
        Directories.delete(cached);
    }

    /** Creates an empty directory for one server of this JVM and deletes those that killed runs left behind. */
    RunDirectory newRun(String name) throws IOException {
        RunDirectory.sweep(runs());
        RunDirectory run = RunDirectory.create(runs(), name);
        traversable(run.path());
        return run;
    }

    /** Makes a directory traversable for other users, because the server may have to run as one. */
    void traversable(Path directory) throws IOException {
        if (Files.getFileStore(directory).supportsFileAttributeView(PosixFileAttributeView.class)) {
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    private Path cache() {
        return root.resolve("cache");
    }

    private Path runs() {
        return root.resolve("runs");
    }

    private void build(Path target, Builder builder) throws IOException {
        String prefix = target.getFileName() + ".partial-";
        try (DirectoryStream<Path> abandoned = Files.newDirectoryStream(cache(), prefix + "*")) {
            abandoned.forEach(Directories::delete);
        }
        Path partial = Files.createTempDirectory(cache(), prefix);
        traversable(partial);
        try {
            builder.build(partial);
            Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Directories.delete(partial);
        }
    }

    /** Another user could have created the directory first and put programs into it. */
    private void refuseForeignOwner() throws IOException {
        Path probe = Files.createTempFile(root, "owner", "");
        try {
            if (!Files.getOwner(probe).equals(Files.getOwner(root))) {
                throw new IOException("the directory \"" + root + "\" belongs to another user;"
                        + " delete it or set the system property java.io.tmpdir to another place");
            }
        } finally {
            Files.delete(probe);
        }
    }

    private static FileChannel openLockFile(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }
}
