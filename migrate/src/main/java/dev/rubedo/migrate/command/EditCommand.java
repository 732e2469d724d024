package dev.rubedo.migrate.command;

import dev.rubedo.error.ErrorCode;
import dev.rubedo.migrate.error.MigrationException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The command {@code edit}, which opens the files of revisions in an editor and waits until it is closed. Immutable.
 *
 * @param symbol a reference to the revisions; {@code current} for those that the database records
 * @param editor the command of the editor, with its arguments separated by spaces
 */
public record EditCommand(String symbol, String editor) implements MigrationCommand {
    /** Checks the components. */
    public EditCommand {
        Objects.requireNonNull(symbol, "symbol");
        if (editor.isBlank()) {
            throw new MigrationException(ErrorCode.CONFIGURATION,
                    "No editor is configured. Set the environment variable VISUAL or EDITOR.", null);
        }
    }

    @Override
    public void run(CommandContext context) {
        var directory = context.directory();
        var files = new ArrayList<String>();
        if (symbol.equals("current")) {
            context.online(database -> {
                var seen = directory.at(database.currentHeads());
                seen.map().resolve(database.currentHeads())
                        .forEach(node -> files.add(seen.script(node.id()).file().toString()));
            });
        } else {
            directory.map().resolve(symbol).forEach(node -> files.add(directory.script(node.id()).file().toString()));
        }
        if (files.isEmpty()) {
            throw new MigrationException("\"" + symbol + "\" does not refer to a revision. Specify one by its id.");
        }
        var command = new ArrayList<>(List.of(editor.strip().split("\\s+")));
        command.addAll(files);
        try {
            int code = new ProcessBuilder(command).inheritIO().start().waitFor();
            if (code != 0) {
                throw new MigrationException("The editor \"" + editor + "\" exited with code " + code + ".");
            }
        } catch (IOException e) {
            throw new MigrationException(ErrorCode.MIGRATION, "The editor \"" + editor + "\" could not be started: "
                    + e.getMessage() + ". Set the environment variable VISUAL or EDITOR.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MigrationException(ErrorCode.MIGRATION, "The wait for the editor was interrupted.", e);
        }
    }
}
