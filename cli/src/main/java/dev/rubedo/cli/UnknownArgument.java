package dev.rubedo.cli;

import picocli.CommandLine.UnmatchedArgumentException;

/** The message about a command or an option that does not exist, printed instead of the full usage. Stateless. */
final class UnknownArgument {
    private UnknownArgument() {}

    /** Prints what is wrong and what may have been meant, and returns the exit code. */
    static int explain(UnmatchedArgumentException wrong) {
        var line = wrong.getCommandLine();
        var argument = wrong.getUnmatched().get(0);
        boolean isOption = argument.startsWith("-");
        boolean isCommand = !isOption && line.getParent() == null;
        var called = line.getCommandSpec().qualifiedName();
        var error = line.getErr();
        error.println(isCommand ? "There is no command \"" + argument + "\"."
                : isOption ? "\"" + called + "\" has no option \"" + argument + "\"."
                        : "\"" + called + "\" does not accept the argument \"" + argument + "\".");
        var suggestions = wrong.getSuggestions();
        if (!suggestions.isEmpty()) {
            error.println("Did you mean " + String.join(" or ", suggestions) + "?");
        }
        error.println("See: " + called + " --help");
        error.flush();
        return ExitCode.USAGE;
    }
}
