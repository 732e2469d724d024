package dev.rubedo.cli;

import dev.rubedo.migrate.run.MigrationOptions;
import dev.rubedo.migrate.snapshot.TableName;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The filter for the tables that the options of the command line include. The tables of migrations are always excluded.
 * Confined to one thread at a time.
 */
final class TableFilter implements Predicate<String> {
    private final List<String> included;
    private final List<String> excluded;
    private final Set<String> ofMigrations;
    private final Set<String> used = new HashSet<>();

    TableFilter(List<String> included, List<String> excluded, MigrationOptions options) {
        this.included = included;
        this.excluded = excluded;
        this.ofMigrations = options.ownTables().stream().map(TableName::name).collect(Collectors.toSet());
    }

    @Override
    public boolean test(String table) {
        boolean isExcluded = matches(excluded, table);
        boolean isIncluded = matches(included, table) || included.isEmpty() && !isOfMigrations(table);
        return isIncluded && !isExcluded;
    }

    private boolean matches(List<String> patterns, String table) {
        var found = patterns.stream().filter(pattern -> table.matches(Pattern.quote(pattern).replace("*", "\\E.*\\Q")))
                .toList();
        used.addAll(found);
        return !found.isEmpty();
    }

    private boolean isOfMigrations(String table) {
        return table.equals("alembic_version") || ofMigrations.contains(table);
    }

    /** Returns the error about a pattern that matches no table; empty if all patterns have been used. */
    Optional<String> unused() {
        return Stream.concat(included.stream(), excluded.stream()).filter(pattern -> !used.contains(pattern))
                .findFirst().map(pattern -> "No table matches \"" + pattern + "\". Correct --include or --exclude.");
    }
}
