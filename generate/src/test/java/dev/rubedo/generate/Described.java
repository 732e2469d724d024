package dev.rubedo.generate;

import dev.rubedo.reflect.ReflectedTable;
import java.util.ArrayList;
import java.util.List;

/** Reflected tables as lines, so that a difference is readable. Stateless. */
final class Described {
    private Described() {}

    static List<String> lines(List<ReflectedTable> tables) {
        var lines = new ArrayList<String>();
        for (ReflectedTable table : tables) {
            var name = table.schema() + "." + table.name();
            lines.add(name + " '" + table.comment() + "' " + table.options() + table.parents() + table.unmodelled());
            table.columns().forEach(
                    each -> lines.add(name + " " + each.toString().replaceAll("(\\(\\d+), (\\d+\\))", "$1,$2")));
            lines.add(name + " " + table.primaryKey());
            table.foreignKeys().forEach(each -> lines.add(name + " " + each));
            table.uniqueConstraints().forEach(each -> lines.add(name + " " + each));
            table.checks().forEach(each -> lines.add(name + " " + each));
            table.exclusions().forEach(each -> lines.add(name + " " + each));
            table.indexes().forEach(each -> lines.add(name + " " + each));
        }
        return lines;
    }

    /** Returns the lines without the names of primary and foreign keys, which entities do not give. */
    static List<String> withoutNames(List<String> lines) {
        return lines.stream().map(line -> line.replaceAll("(Reflected(?:PrimaryKey|ForeignKey)\\[name=)[^,]*", "$1"))
                .toList();
    }

    /** Returns the lines of one list that the other does not have. */
    static List<String> without(List<String> lines, List<String> others) {
        var rest = new ArrayList<>(lines);
        others.forEach(rest::remove);
        return rest;
    }
}
