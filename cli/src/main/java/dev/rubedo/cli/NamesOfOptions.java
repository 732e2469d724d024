package dev.rubedo.cli;

import dev.rubedo.generate.NamingRules;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.ForeignKey;
import dev.rubedo.schema.Table;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The Java names that the options of the command line define. Confined to one thread at a time. */
final class NamesOfOptions implements NamingRules {
    private final Map<String, String> classes;
    private final Map<String, String> attributes;
    private final Map<String, String> relationships;
    private final boolean hasSchemaPackages;
    private final Set<String> used = new HashSet<>();

    NamesOfOptions(Map<String, String> classes, Map<String, String> attributes, Map<String, String> relationships,
            boolean hasSchemaPackages) {
        this.classes = classes;
        this.attributes = attributes;
        this.relationships = relationships;
        this.hasSchemaPackages = hasSchemaPackages;
    }

    private @Nullable String find(Map<String, String> names, String option, String key) {
        var name = names.get(key);
        if (name != null) {
            used.add(option + " " + key);
        }
        return name;
    }

    @Override
    public String entityName(Table table) {
        var name = find(classes, "--class", table.name());
        return name != null ? name : NamingRules.super.entityName(table);
    }

    @Override
    public String tableName(Table table) {
        var name = find(classes, "--class", table.name());
        return name != null ? name : NamingRules.super.tableName(table);
    }

    @Override
    public String subpackage(Table table) {
        return hasSchemaPackages ? table.schema().toLowerCase(Locale.ROOT).replaceAll("\\W", "") : "";
    }

    @Override
    public String attributeName(Column<?> column) {
        var name = find(attributes, "--attribute", column.table().name() + "." + column.name());
        return name != null ? name : NamingRules.super.attributeName(column);
    }

    /** Returns the names of a relationship and its inverse, or null if none are defined. */
    private String @Nullable [] pair(ForeignKey key) {
        var names = find(relationships, "--relationship",
                key.table().name() + "." + String.join(",", key.columnNames()));
        return names == null ? null : names.split("/", 2);
    }

    @Override
    public String toOneName(ForeignKey key, String target) {
        var pair = pair(key);
        return pair != null ? pair[0] : NamingRules.super.toOneName(key, target);
    }

    @Override
    public String inverseName(ForeignKey key, String source, boolean isMany, boolean isOnly) {
        var pair = pair(key);
        return pair != null && pair.length == 2 ? pair[1]
                : NamingRules.super.inverseName(key, source, isMany, isOnly);
    }

    @Override
    public String manyToManyName(ForeignKey far, String target, boolean isOnly) {
        var pair = pair(far);
        return pair != null ? pair[0] : NamingRules.super.manyToManyName(far, target, isOnly);
    }

    /** Returns the error about a name that was not used; empty if all were used. */
    Optional<String> unused() {
        return unused("--class", classes, "table").or(() -> unused("--attribute", attributes, "column"))
                .or(() -> unused("--relationship", relationships, "foreign key on"));
    }

    private Optional<String> unused(String option, Map<String, String> names, String what) {
        return names.keySet().stream().filter(key -> !used.contains(option + " " + key)).findFirst()
                .map(key -> option + ": there is no " + what + " \"" + key + "\""
                        + ". Correct the name, or omit the option.");
    }
}
