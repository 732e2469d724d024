package dev.rubedo.benchmarks.migrations;

import org.flywaydb.core.Flyway;

/** Runs Flyway. Stateless. */
final class FlywayRun {
    private FlywayRun() {}

    /** Takes the file of the database, whether it is migrated, and the directory of scripts. */
    public static void main(String[] args) {
        var flyway = Flyway.configure().dataSource("jdbc:sqlite:" + args[0], "", "")
                .locations("filesystem:" + args[2]).load();
        if (Boolean.parseBoolean(args[1])) {
            flyway.migrate();
        } else if (flyway.info().pending().length > 0) {
            throw new IllegalStateException("There are pending migrations");
        }
        CpuReport.print();
    }
}
