package dev.rubedo.cli;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import picocli.CommandLine.Help;

/**
 * A group of related commands, which the help lists under a title. Immutable.
 *
 * @param title the title
 * @param commands the factories of the commands by name, in the order of the help
 */
record CommandGroup(String title, Map<String, Supplier<Object>> commands) {

    private static List<CommandGroup> all() {
        return List.of(
                group("Get started", entry("new", New::new), entry("init", Init::new), entry("generate", Generate::new),
                        entry("convert-jpa", ConvertJpa::new), entry("import", Import::new)),
                group("Write revisions", entry("revision", Revision::new), entry("edit", Edit::new),
                        entry("merge", Merge::new), entry("rebase", Rebase::new), entry("squash", Squash::new),
                        entry("compile", Compile::new)),
                group("Change a database", entry("upgrade", Upgrade::new), entry("downgrade", Downgrade::new),
                        entry("stamp", Stamp::new), entry("ensure-version", EnsureVersion::new)),
                group("Inspect", entry("current", Current::new), entry("history", History::new),
                        entry("heads", Heads::new), entry("branches", Branches::new), entry("show", Show::new)),
                group("Check", entry("diff", Diff::new), entry("check", Check::new), entry("lint", Lint::new),
                        entry("drift", Drift::new), entry("doctor", Doctor::new)));
    }

    @SafeVarargs
    private static CommandGroup group(String title, Map.Entry<String, Supplier<Object>>... commands) {
        var ordered = new LinkedHashMap<String, Supplier<Object>>();
        for (var command : commands) {
            ordered.put(command.getKey(), command.getValue());
        }
        return new CommandGroup(title, ordered);
    }

    private static Map.Entry<String, Supplier<Object>> entry(String name, Supplier<Object> command) {
        return Map.entry(name, command);
    }

    /** Returns all commands by name, in a modifiable map. */
    static Map<String, Supplier<Object>> byName() {
        var commands = new LinkedHashMap<String, Supplier<Object>>();
        all().forEach(group -> commands.putAll(group.commands()));
        return commands;
    }

    /** Returns the list of commands of the help. */
    static String list(Help help) {
        var commands = help.subcommands();
        if (commands.isEmpty()) {
            return "";
        }
        int width = commands.keySet().stream().mapToInt(String::length).max().orElseThrow() + 3;
        var text = new StringBuilder();
        for (var group : all()) {
            text.append(System.lineSeparator()).append(group.title()).append(':').append(System.lineSeparator());
            var table = Help.TextTable.forColumns(help.colorScheme(),
                    new Help.Column(width, 2, Help.Column.Overflow.SPAN),
                    new Help.Column(help.commandSpec().usageMessage().width() - width, 2, Help.Column.Overflow.WRAP));
            group.commands().keySet().forEach(name -> table.addRowValues(name, description(commands, name)));
            text.append(table);
        }
        return text.toString();
    }

    private static String description(Map<String, Help> commands, String name) {
        var command = Objects.requireNonNull(commands.get(name), "each name is that of a command");
        Collection<String> lines = List.of(command.commandSpec().usageMessage().description());
        return String.join(" ", lines);
    }
}
