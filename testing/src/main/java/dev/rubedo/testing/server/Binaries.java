package dev.rubedo.testing.server;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** Finds server binaries on the class path and unpacks them. Stateless. */
final class Binaries {

    private static final Set<PosixFilePermission> EXECUTABLE = PosixFilePermissions.fromString("rwxr-xr-x");
    private static final Set<PosixFilePermission> READABLE = PosixFilePermissions.fromString("rw-r--r--");

    private Binaries() {}

    /**
     * Returns the jar that contains a resource.
     *
     * @throws IOException if no jar on the class path does; the message names {@code artifact}
     */
    static Path jarWith(String resource, String artifact) throws IOException {
        URL url = Binaries.class.getClassLoader().getResource(resource);
        URLConnection connection = url == null ? null : url.openConnection();
        if (connection instanceof JarURLConnection jar) {
            return Path.of(java.net.URI.create(jar.getJarFileURL().toString()));
        }
        throw new IOException("its binaries are not on the class path (no jar has \"" + resource
                + "\"); add the test dependency " + artifact);
    }

    /** Returns the file name of a jar or zip without its extension: name and version. */
    static String nameOf(Path archive) {
        return archive.getFileName().toString().replaceFirst("\\.(jar|zip)$", "");
    }

    /** Unpacks a {@code tar.xz} that is an entry of a jar. */
    static void unpackTar(Path jar, String entry, Path into) throws IOException {
        try (var archive = new ZipFile(jar.toFile());
                InputStream raw = archive.getInputStream(archive.getEntry(entry));
                var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(raw)))) {
            for (TarArchiveEntry each = tar.getNextEntry(); each != null; each = tar.getNextEntry()) {
                Path target = inside(into, each.getName());
                if (each.isDirectory()) {
                    Files.createDirectories(target);
                } else if (each.isSymbolicLink()) {
                    Files.createDirectories(target.getParent());
                    inside(into, into.relativize(target.resolveSibling(each.getLinkName()).normalize()).toString());
                    Files.createSymbolicLink(target, Path.of(each.getLinkName()));
                } else {
                    write(tar, target, (each.getMode() & 0100) != 0);
                }
            }
        }
        traversable(into);
    }

    /** Unpacks the selected entries below {@code root}; those in {@code bin/} become executable. */
    static void unpackZip(Path zip, String root, Predicate<String> wanted, Path into) throws IOException {
        try (var archive = new ZipFile(zip.toFile())) {
            for (Enumeration<? extends ZipEntry> entries = archive.entries(); entries.hasMoreElements();) {
                ZipEntry each = entries.nextElement();
                if (each.isDirectory() || !each.getName().startsWith(root)) {
                    continue;
                }
                String name = each.getName().substring(root.length());
                if (wanted.test(name)) {
                    try (InputStream in = archive.getInputStream(each)) {
                        write(in, inside(into, name), name.startsWith("bin/"));
                    }
                }
            }
        }
        traversable(into);
    }

    private static Path inside(Path directory, String name) throws IOException {
        Path target = directory.resolve(name).normalize();
        if (!target.startsWith(directory)) {
            throw new IOException("the archive wants to write outside of its directory: \"" + name + "\"");
        }
        return target;
    }

    private static void write(InputStream in, Path target, boolean executable) throws IOException {
        Files.createDirectories(target.getParent());
        Files.copy(in, target);
        if (!Platform.current().isWindows()) {
            Files.setPosixFilePermissions(target, executable ? EXECUTABLE : READABLE);
        }
    }

    /** The server may run as another user than the one who unpacked it. */
    private static void traversable(Path root) throws IOException {
        if (Platform.current().isWindows()) {
            return;
        }
        var directories = new HashSet<Path>();
        try (var all = Files.walk(root)) {
            all.filter(path -> Files.isDirectory(path) && !Files.isSymbolicLink(path)).forEach(directories::add);
        }
        for (Path directory : directories) {
            Files.setPosixFilePermissions(directory, EXECUTABLE);
        }
    }
}
