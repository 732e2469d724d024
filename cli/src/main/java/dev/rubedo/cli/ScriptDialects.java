package dev.rubedo.cli;

import dev.rubedo.migrate.command.CommandContext;
import java.util.Iterator;

/** The dialects that {@code --dialect} accepts, for its description. Stateless. */
final class ScriptDialects implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
        return CommandContext.scriptDialects().iterator();
    }
}
