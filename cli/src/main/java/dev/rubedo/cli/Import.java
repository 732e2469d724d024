package dev.rubedo.cli;

import dev.rubedo.migrate.command.ForeignHistory;
import dev.rubedo.migrate.command.ImportCommand;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** The command {@code import}. Confined to one thread at a time. */
@Command(name = "import", description = "Records the revisions that another migration tool has applied, without running them.")
final class Import implements Runnable {
    @ParentCommand private @Nullable Rubedo parent;

    @Parameters(paramLabel = "TOOL", description = "alembic, flyway or liquibase.") private ForeignHistory history = ForeignHistory.ALEMBIC;

    @Option(names = "--table", paramLabel = "NAME", defaultValue = "", description = "The history table of the tool (default: its standard table).") private String table = "";

    @Option(names = "--map", paramLabel = "VERSION=REVISION", description = "The revision that corresponds to a version of the tool.") private Map<String, String> revisions = new LinkedHashMap<>();

    @Override
    public void run() {
        Objects.requireNonNull(parent, "picocli sets it").run(new ImportCommand(history, table, revisions));
    }
}
