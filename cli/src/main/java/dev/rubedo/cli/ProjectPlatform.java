package dev.rubedo.cli;

import java.util.Locale;

/** The platform names in the artifacts of database servers for this machine. Stateless. */
final class ProjectPlatform {
    private static final String SYSTEM = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    private static final boolean IS_ARM = System.getProperty("os.arch", "").equals("aarch64");

    private ProjectPlatform() {}

    static String postgresql() {
        var system = SYSTEM.contains("mac") ? "darwin" : SYSTEM.contains("windows") ? "windows" : "linux";
        return system + (IS_ARM && !system.equals("windows") ? "-arm64v8" : "-amd64");
    }

    static String mariadb() {
        return SYSTEM.contains("mac") ? "macos-arm64" : SYSTEM.contains("windows") ? "winx64" : "linux64";
    }
}
