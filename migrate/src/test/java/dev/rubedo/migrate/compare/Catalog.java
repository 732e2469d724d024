package dev.rubedo.migrate.compare;

import dev.rubedo.backend.IsolationLevel;
import dev.rubedo.engine.Engine;
import dev.rubedo.reflect.ReflectedCheckConstraint;
import dev.rubedo.reflect.ReflectedColumn;
import dev.rubedo.reflect.ReflectedIndex;
import dev.rubedo.reflect.ReflectedTable;
import dev.rubedo.reflect.ReflectedView;
import dev.rubedo.schema.TextDdl;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * The catalog of a database in words, as the database tells it: a second opinion, which shares nothing with the comparison
 * of schemas. Stateless.
 */
final class Catalog {
    private Catalog() {}

    /** Returns a line for each part of each table, view and sequence, sorted; the order of columns does not count. */
    static List<String> lines(Engine engine) {
        var lines = new TreeSet<String>();
        engine.inTransaction(connection -> {
            var inspector = connection.inspect();
            inspector.tables("").forEach(table -> lines.addAll(lines(table)));
            inspector.views("").stream().map(ReflectedView::toString).forEach(lines::add);
            inspector.sequences("").stream().filter(each -> !each.isOwned())
                    .forEach(each -> lines.add(each.toString()));
            inspector.enums("").forEach(each -> lines.add("type " + each.name() + each.labels()));
        });
        return List.copyOf(lines);
    }

    /** Removes what many models have left in the catalog of a server that does not do so by itself, every now and then. */
    static void tidy(Engine engine, int number) {
        if (number % 10 == 9 && engine.dialectName().equals("postgresql")) {
            try (var connection = engine
                    .withOptions(options -> options.isolationLevel(IsolationLevel.AUTOCOMMIT)).connect()) {
                connection.execute(new TextDdl("VACUUM"));
            }
        }
    }

    /** Returns what one catalog has and the other has not, with a minus and a plus. */
    static List<String> difference(List<String> expected, List<String> found) {
        var difference = new ArrayList<String>();
        expected.stream().filter(line -> !found.contains(line)).map(line -> "- " + line).forEach(difference::add);
        found.stream().filter(line -> !expected.contains(line)).map(line -> "+ " + line).forEach(difference::add);
        return difference;
    }

    private static List<String> lines(ReflectedTable table) {
        var parts = new ArrayList<String>();
        parts.add("comment " + table.comment());
        parts.add("options " + table.options());
        table.columns().forEach(each -> parts.add(counted(each)));
        parts.add(nameless(table.primaryKey()));
        table.foreignKeys().forEach(each -> parts.add(nameless(each)));
        table.uniqueConstraints().forEach(each -> parts.add(nameless(each)));
        table.checks().forEach(each -> parts.add(plain(each)));
        table.exclusions().forEach(each -> parts.add(nameless(each)));
        table.indexes().stream().filter(each -> !isOfKey(each, table)).forEach(each -> parts.add(each.toString()));
        return parts.stream().map(part -> table.name() + ": " + part).toList();
    }

    /** Returns whether MySQL has created an index for a foreign key, which disappears when another one can serve. */
    private static boolean isOfKey(ReflectedIndex index, ReflectedTable table) {
        return table.foreignKeys().stream().anyMatch(key -> index.columns().equals(key.columns())
                && (index.name().equals(key.columns().get(0)) || index.name().equals(key.name())));
    }

    /** Returns a column; what counts its values may be a sequence of its own or an identity. */
    private static String counted(ReflectedColumn column) {
        return column.isAutoincrement() ? column.name() + " " + column.typeName() + " counted" : column.toString();
    }

    /**
     * Returns a check without the casts and parentheses that a database adds each time it writes one that it wrote before,
     * and whether it was declared in its column.
     */
    private static String plain(ReflectedCheckConstraint check) {
        return "check " + check.sql().replaceAll("::(character varying|text|numeric)(\\[\\])?|[()\\s]", "");
    }

    /** Returns a constraint without its name, which the database makes up if the model has none. */
    private static String nameless(Record constraint) {
        return constraint.toString().replaceFirst("name=[^=]*, ", "");
    }
}
