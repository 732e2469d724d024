package dev.rubedo.migrate.command;

import dev.rubedo.migrate.error.MigrationException;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Compiles the revisions to the classes of an application, with an index. The application runs them without their sources
 * and without a compiler. Immutable.
 *
 * @param target the directory of the classes
 * @param release the version of Java that the classes run on; revisions cannot use anything newer
 */
public record CompileCommand(Path target, int release) implements MigrationCommand {
    /** The oldest version of Java that revisions run on. */
    public static final int OLDEST_RELEASE = 21;

    /** Checks the components. */
    public CompileCommand {
        Objects.requireNonNull(target, "target");
        if (release < OLDEST_RELEASE) {
            throw new MigrationException("Revisions cannot be compiled for Java " + release + ". Name version "
                    + OLDEST_RELEASE + " or a newer one with --release.");
        }
    }

    /**
     * Creates the command for the oldest version of Java that revisions run on.
     *
     * @param target the directory of the classes
     */
    public CompileCommand(Path target) {
        this(target, OLDEST_RELEASE);
    }

    @Override
    public void run(CommandContext context) {
        int count = context.directory().compileTo(target, release);
        context.print("Compiled " + count + (count == 1 ? " revision" : " revisions") + " to " + target);
    }
}
