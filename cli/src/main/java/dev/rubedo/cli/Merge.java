package dev.rubedo.cli;

import dev.rubedo.migrate.command.MergeCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** The command {@code merge}. Confined to one thread at a time. */
@Command(name = "merge", description = "Writes a revision that merges branches.")
final class Merge implements Runnable {
    @ParentCommand private @Nullable Rubedo parent;

    @Parameters(paramLabel = "REVISION", arity = "1..*", description = "The revisions to merge, or heads.") private List<String> revisions = new ArrayList<>();

    @Option(names = {"-m",
            "--message"}, paramLabel = "TEXT", defaultValue = "", description = "The message of the revision.") private String message = "";

    @Option(names = "--branch-label", paramLabel = "LABEL", description = "A label for the branch that starts with this revision.") private List<String> branchLabels = new ArrayList<>();

    @Option(names = "--rev-id", paramLabel = "ID", defaultValue = "", description = "The id of the revision (default: a random one).") private String id = "";

    @Option(names = "--splice", description = "Allow revisions that are not heads.") private boolean isSplice;

    @Override
    public void run() {
        Objects.requireNonNull(parent, "picocli sets it")
                .run(new MergeCommand(revisions, message, branchLabels, id, isSplice));
    }
}
