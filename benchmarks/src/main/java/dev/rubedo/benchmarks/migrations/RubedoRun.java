package dev.rubedo.benchmarks.migrations;

import dev.rubedo.migrate.command.CommandContext;
import dev.rubedo.migrate.command.CurrentCommand;
import dev.rubedo.migrate.command.UpgradeCommand;
import dev.rubedo.migrate.script.MigrationConfig;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;

/** Runs a command of Rubedo with compiled revisions. Stateless. */
final class RubedoRun {
    private RubedoRun() {}

    /** Takes the file of the database, and whether it is upgraded; otherwise its revision is printed. */
    public static void main(String[] args) {
        var config = MigrationConfig.defaults(Path.of(args[0]).getParent()).with("url", "sqlite:///" + args[0]);
        var context = CommandContext.of(config, new PrintWriter(Writer.nullWriter()))
                .withCompiledRevisions(RubedoRun.class.getClassLoader());
        (Boolean.parseBoolean(args[1]) ? new UpgradeCommand("head") : new CurrentCommand(false, true)).run(context);
        CpuReport.print();
    }
}
