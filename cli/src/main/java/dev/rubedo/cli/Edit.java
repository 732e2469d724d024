package dev.rubedo.cli;

import dev.rubedo.migrate.command.EditCommand;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** The command {@code edit}. Confined to one thread at a time. */
@Command(name = "edit", description = "Opens revision files in an editor.")
final class Edit implements Runnable {
    @ParentCommand private @Nullable Rubedo parent;

    @Parameters(paramLabel = "REVISION", description = "A revision id, head, heads or current.") private String symbol = "";

    @Override
    public void run() {
        var visual = System.getenv("VISUAL");
        var editor = visual != null ? visual : System.getenv("EDITOR");
        Objects.requireNonNull(parent, "picocli sets it").run(new EditCommand(symbol, editor == null ? "" : editor));
    }
}
