package dev.rubedo.cli;

import dev.rubedo.migrate.command.LintCommand;
import dev.rubedo.migrate.lint.FindingFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** The command {@code lint}. Confined to one thread at a time. */
@Command(name = "lint", description = "Checks revisions against the lint rules, without a connection.")
final class Lint implements Runnable {
    @ParentCommand private @Nullable Rubedo parent;

    @Option(names = {"-r",
            "--rev-range"}, paramLabel = "FROM:TO", defaultValue = "", description = "The revisions after FROM (default: all after the setting lint-since).") private String range = "";

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "TEXT", description = "text, json, sarif or github (default: text).") private FindingFormat format = FindingFormat.TEXT;

    @Option(names = "--strict", description = "Treat warnings and notes as errors.") private boolean isStrict;

    @Override
    public void run() {
        Objects.requireNonNull(parent, "picocli sets it").run(new LintCommand(range, format, isStrict));
    }
}
