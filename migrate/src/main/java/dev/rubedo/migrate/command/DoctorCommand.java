package dev.rubedo.migrate.command;

import dev.rubedo.error.RubedoException;
import dev.rubedo.migrate.error.MigrationException;
import dev.rubedo.migrate.run.MigrationContext;
import dev.rubedo.migrate.script.MigrationConfig;
import dev.rubedo.migrate.script.ScriptDirectory;
import java.nio.file.Files;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * The command {@code doctor}, which looks for problems that prevent migrations from working, and says what to do.
 * Immutable.
 */
public record DoctorCommand() implements MigrationCommand {

    @Override
    public void run(CommandContext context) {
        var problems = new AtomicInteger();
        inspect("Java", problems, context, () -> Runtime.version() + (ToolProvider.getSystemJavaCompiler() == null
                ? ", without a compiler: revisions in Java must be compiled in advance"
                : ", with a compiler"));
        inspect("settings", problems, context, () -> {
            var file = context.config().directory().resolve(MigrationConfig.FILE);
            return Files.exists(file) ? file.toString() : "no " + file + ": the defaults are used";
        });
        var directory = new Object() {
            private @Nullable ScriptDirectory found;
        };
        inspect("revisions", problems, context, () -> {
            var read = context.directory();
            directory.found = read;
            return read.map().revisions().size() + ", heads " + read.map().heads();
        });
        var read = directory.found;
        if (read != null) {
            inspect("HEADS", problems, context, () -> heads(read));
            inspect("sources", problems, context, () -> {
                var source = read.source();
                read.map().revisions().forEach(node -> source.migration(node.id()));
                return "all revisions compile";
            });
        }
        inspect("database", problems, context, () -> {
            context.online(database -> database(database, read, problems, context));
            return "can be used";
        });
        if (problems.get() > 0) {
            throw new MigrationException("There are problems: " + problems.get() + ". Each is explained above.");
        }
    }

    /** A check of one aspect. */
    private interface Look {
        String result();
    }

    private static void inspect(String what, AtomicInteger problems, CommandContext context, Look look) {
        try {
            context.print("ok: " + what + ": " + look.result());
        } catch (RubedoException e) {
            problems.incrementAndGet();
            context.print("PROBLEM: " + what + ": " + e.getMessage());
        }
    }

    private static String heads(ScriptDirectory directory) {
        var written = directory.writtenHeads();
        var heads = directory.map().heads().stream().sorted().toList();
        if (written.isPresent() && !written.get().equals(heads)) {
            throw new MigrationException("the file lists " + written.get() + ", but the heads are " + heads
                    + ". Write them into it, one per line.");
        }
        if (heads.size() > 1) {
            throw new MigrationException("there are several heads " + heads + ". Join them with merge, or use rebase.");
        }
        return written.isPresent() ? "lists the heads" : "does not exist";
    }

    private static void database(MigrationContext database, @Nullable ScriptDirectory directory,
            AtomicInteger problems, CommandContext context) {
        var dialect = database.dialect();
        inspect("server", problems, context, () -> dialect.name() + " " + dialect.version());
        inspect("version table", problems, context, () -> versions(database, directory));
        inspect("unfinished revisions", problems, context, () -> {
            var unfinished = database.unfinished();
            if (!unfinished.isEmpty()) {
                throw new MigrationException(String.join("; ", unfinished)
                        + ". Remove the cause and run the command again: it resumes there.");
            }
            return "none";
        });
        inspect("lock", problems, context, () -> {
            var holder = database.lockHolder();
            return holder.isEmpty() ? "free" : "held by another run" + holder.get();
        });
    }

    private static String versions(MigrationContext database, @Nullable ScriptDirectory directory) {
        var heads = database.currentHeads();
        if (directory == null || heads.isEmpty()) {
            return heads.isEmpty() ? "at base" : "at " + heads;
        }
        directory.at(heads).map().resolve(List.copyOf(heads));
        return "at " + heads + (directory.named(heads).equals(new TreeSet<>(directory.map().effectiveHeads()))
                ? ", up to date"
                : ", to be upgraded");
    }
}
