package dev.rubedo.cli;

import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** Options that all commands inherit but some do not use. Stateless. */
final class UnusedOptions {
    private static final List<String> ALL = List.of("--url", "--profile", "-x", "--config", "--dialect");
    private static final Map<String, List<String>> UNUSED = Map.of("new", ALL, "convert-jpa", ALL, "generate",
            List.of("-x", "--dialect"));

    private UnusedOptions() {}

    /** Removes the options that a command does not use from its help. */
    static void hide(CommandLine line) {
        UNUSED.forEach((command, options) -> {
            var known = line.getSubcommands().get(command);
            if (known != null) {
                options.forEach(option -> hide(known.getCommandSpec(), option));
            }
        });
    }

    private static void hide(CommandSpec command, String name) {
        var option = command.findOption(name);
        if (option != null) {
            command.remove(option);
            command.addOption(OptionSpec.builder(option).hidden(true).build());
        }
    }

    /** Rejects options that were given before or after a command that does not use them. */
    static void refuse(CommandLine line) {
        for (String name : UNUSED.getOrDefault(line.getCommandName(), List.of())) {
            refuseWith("Omit it", line, name);
        }
    }

    /** Rejects an option and suggests a fix. */
    static void refuseWith(String advice, CommandLine line, String name) {
        for (CommandLine each : List.of(line, line.getParent())) {
            if (each.getParseResult() != null && each.getParseResult().hasMatchedOption(name)) {
                throw new ParameterException(line,
                        name + " has no effect on the command " + line.getCommandName() + ". " + advice + ".");
            }
        }
    }
}
