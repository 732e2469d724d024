package dev.rubedo.migrate.command;

import java.nio.file.Path;
import java.util.Objects;

/**
 * Compiles the revisions to the classes of an application, with an index. The application runs them without their sources
 * and without a compiler. Immutable.
 *
 * @param target the directory of the classes
 */
public record CompileCommand(Path target) implements MigrationCommand {
    /** Checks the component. */
    public CompileCommand {
        Objects.requireNonNull(target, "target");
    }

    @Override
    public void run(CommandContext context) {
        int count = context.directory().compileTo(target);
        context.print("Compiled " + count + (count == 1 ? " revision" : " revisions") + " to " + target);
    }
}
