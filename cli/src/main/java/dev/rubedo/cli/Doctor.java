package dev.rubedo.cli;

import dev.rubedo.migrate.command.DoctorCommand;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** The command {@code doctor}. Confined to one thread at a time. */
@Command(name = "doctor", description = "Checks for problems that prevent migrations from working.")
final class Doctor implements Runnable {
    @ParentCommand private @Nullable Rubedo parent;

    @Override
    public void run() {
        Objects.requireNonNull(parent, "picocli sets it").run(new DoctorCommand());
    }
}
