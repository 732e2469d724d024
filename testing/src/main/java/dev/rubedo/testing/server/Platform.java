package dev.rubedo.testing.server;

import java.io.File;
import java.util.Locale;

/** The platform of this machine, in the words of the artifacts that contain server binaries. Immutable. */
record Platform(String system, String architecture) {

    static Platform current() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String system = name.contains("win") ? "windows" : name.contains("mac") ? "darwin" : "linux";
        String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        return new Platform(system, switch (machine) {
            case "amd64", "x86_64" -> "amd64";
            case "aarch64", "arm64" -> "arm64";
            default -> machine;
        });
    }

    /** Returns whether this is Linux with musl instead of glibc, which needs separate binaries. */
    boolean isMusl() {
        return system.equals("linux") && new File("/etc/alpine-release").exists();
    }

    boolean isWindows() {
        return system.equals("windows");
    }

    @Override
    public String toString() {
        return system + " " + architecture;
    }
}
