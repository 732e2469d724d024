package dev.rubedo.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Options that all commands inherit but that mean nothing to some. Stateless. */
final class UnusedOptions {
    private UnusedOptions() {}

    /** Rejects options that were given to a command, or before it, and that it does not use. */
    static void refuse(CommandLine line, String... names) {
        for (String name : names) {
            refuseWith("Leave it out", line, name);
        }
    }

    /** Rejects an option, with advice. */
    static void refuseWith(String advice, CommandLine line, String name) {
        for (CommandLine each : List.of(line, line.getParent())) {
            if (each.getParseResult() != null && each.getParseResult().hasMatchedOption(name)) {
                throw new ParameterException(line,
                        name + " means nothing to the command " + line.getCommandName() + ". " + advice + ".");
            }
        }
    }
}
