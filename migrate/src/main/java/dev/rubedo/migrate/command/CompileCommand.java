package dev.rubedo.migrate.command;

import dev.rubedo.migrate.error.MigrationException;
import java.nio.file.Path;
import java.util.Objects;

/**
 * The command {@code compile}, which compiles the revisions into the classes of an application, with an index. The
 * application can run them without their sources and without a compiler. Immutable.
 *
 * @param target the output directory for the classes
 * @param release the Java version on which the classes run; revisions cannot use newer features
 */
public record CompileCommand(Path target, int release) implements MigrationCommand {
    /** The oldest Java version on which revisions run. */
    public static final int OLDEST_RELEASE = 21;

    /** Checks the components. */
    public CompileCommand {
        Objects.requireNonNull(target, "target");
        if (release < OLDEST_RELEASE) {
            throw new MigrationException("Revisions cannot be compiled for Java " + release + ". Specify version "
                    + OLDEST_RELEASE + " or newer with --release.");
        }
    }

    /**
     * Creates the command for the oldest Java version on which revisions run.
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
