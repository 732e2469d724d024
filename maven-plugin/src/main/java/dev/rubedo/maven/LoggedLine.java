package dev.rubedo.maven;

import java.util.List;
import java.util.Set;
import java.util.StringJoiner;

/** Renders a command line for the log. Database URLs are left out, because they may contain passwords. Stateless. */
final class LoggedLine {
    private static final Set<String> SECRET = Set.of("--url", "--scratch", "--database");

    private LoggedLine() {}

    static String of(List<String> line) {
        var logged = new StringJoiner(" ");
        boolean isSecret = false;
        for (var argument : line) {
            int value = argument.indexOf('=');
            var name = value < 0 ? argument : argument.substring(0, value);
            boolean isUrl = argument.contains("://");
            if (isSecret || isUrl && (value < 0 || !name.startsWith("-"))) {
                logged.add("***");
            } else {
                logged.add(value > 0 && (isUrl || SECRET.contains(name)) ? name + "=***" : argument);
            }
            isSecret = SECRET.contains(argument);
        }
        return logged.toString();
    }
}
