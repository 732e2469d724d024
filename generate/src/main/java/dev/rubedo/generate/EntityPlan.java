package dev.rubedo.generate;

import com.palantir.javapoet.ClassName;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.ForeignKey;
import dev.rubedo.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An entity to be written: its names, its foreign keys, its relationships. Confined to one thread at a time. */
final class EntityPlan {
    private final Table table;
    private final ClassName name;
    private final NameScope scope = NameScope.ofAttributes();
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final Map<String, ForeignKey> keys = new HashMap<>();
    private final List<RelationshipPlan> relationships = new ArrayList<>();

    EntityPlan(Table table, ClassName name, NamingRules names) {
        this.table = table;
        this.name = name;
        table.columns().forEach(column -> attributes.put(column.name(),
                scope.take(withoutPrefix(names.attributeName(column)), "column")));
    }

    /** Returns {@code active} for {@code isActive}, which would be a JavaBean accessor. */
    private static String withoutPrefix(String name) {
        return name.matches("(is|get|set)\\p{Lu}.*") ? Words.decapitalized(name.replaceFirst("is|get|set", "")) : name;
    }

    Table table() {
        return table;
    }

    ClassName name() {
        return name;
    }

    /** Returns the name of the attribute for a column. */
    String attribute(String column) {
        return java.util.Objects.requireNonNull(attributes.get(column), column);
    }

    List<String> attributes(List<String> columns) {
        return columns.stream().map(this::attribute).toList();
    }

    /** Returns whether an attribute can hold the reference of a foreign key, because it holds no other. */
    boolean canRefer(ForeignKey key) {
        return key.columnNames().stream().noneMatch(keys::containsKey);
    }

    void refer(ForeignKey key) {
        key.columnNames().forEach(column -> keys.put(column, key));
    }

    /** Returns the foreign keys that attributes hold, by column. */
    Map<String, ForeignKey> keys() {
        return keys;
    }

    /** Returns an unused name for a relationship. */
    String takeName(String wanted, String otherwise) {
        return scope.has(wanted) ? scope.take(otherwise, "other") : scope.take(wanted, otherwise);
    }

    void add(RelationshipPlan relationship) {
        relationships.add(relationship);
    }

    List<RelationshipPlan> relationships() {
        return relationships;
    }

    /** Returns whether a column is the only column of the primary key. */
    boolean isOnlyKey(Column<?> column) {
        return table.primaryKey().columnNames().equals(List.of(column.name()));
    }

    /** Returns whether the database generates the values of a column. */
    boolean isGenerated(Column<?> column) {
        return column.equals(table.autoincrementColumn());
    }
}
