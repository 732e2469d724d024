package dev.rubedo.testing.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/**
 * How to run a program that refuses to run as root: a command prefix, and the user who must own its files (-1 if the
 * owner need not change). Immutable.
 */
record Unprivileged(List<String> prefix, int owner) {

    private static final int NOBODY = 65534;
    private static final Unprivileged UNCHANGED = new Unprivileged(List.of(), -1);

    /**
     * Finds a way that works on this machine, by trying: a container may lack the program or forbid its use.
     *
     * @throws IOException if this process runs as root and nothing worked
     */
    static Unprivileged find() throws IOException {
        if (!isRoot()) {
            return UNCHANGED;
        }
        var candidates = List.of(
                new Unprivileged(List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"),
                        NOBODY),
                new Unprivileged(List.of("unshare", "-U"), -1));
        for (Unprivileged candidate : candidates) {
            if (candidate.works()) {
                return candidate;
            }
        }
        throw new IOException("this process runs as root, which the server refuses,"
                + " and neither setpriv nor unshare (package util-linux) could leave root here");
    }

    static boolean isRoot() {
        return "root".equals(System.getProperty("user.name")) && !Platform.current().isWindows();
    }

    /** Gives a directory and its contents to the user that the program will run as. */
    void own(Path directory) throws IOException {
        if (owner < 0) {
            return;
        }
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) throws IOException {
                chown(dir);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                chown(file);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private void chown(Path path) throws IOException {
        Files.setAttribute(path, "unix:uid", owner);
        Files.setAttribute(path, "unix:gid", owner);
    }

    private boolean works() {
        var command = new ArrayList<>(prefix);
        command.addAll(List.of("id", "-u"));
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String user = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.waitFor() == 0 && !user.equals("0");
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
