package dev.rubedo.reflect;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A table as read from the database. Immutable.
 *
 * @param schema the requested schema; empty for the default one
 * @param name the name
 * @param comment the comment; empty if there is none
 * @param columns the columns in order
 * @param primaryKey the primary key
 * @param foreignKeys the foreign keys, by name
 * @param uniqueConstraints the unique constraints, by name
 * @param checks the check constraints, by name
 * @param exclusions the exclusion constraints, by name
 * @param indexes the indexes, by name
 * @param options database-specific options, by {@code dialect.name}, such as {@code sqlite.strict}
 * @param parents the names of further tables that must exist before this one, such as those that it inherits from
 * @param unmodelled descriptions of further properties that metadata cannot represent. They are omitted from metadata,
 *     with a warning
 */
public record ReflectedTable(String schema, String name, String comment, List<ReflectedColumn> columns,
        ReflectedPrimaryKey primaryKey, List<ReflectedForeignKey> foreignKeys,
        List<ReflectedUniqueConstraint> uniqueConstraints, List<ReflectedCheckConstraint> checks,
        List<ReflectedExclusionConstraint> exclusions, List<ReflectedIndex> indexes, Map<String, String> options,
        List<String> parents,
        List<String> unmodelled) {

    /** Copies the lists. */
    public ReflectedTable {
        columns = List.copyOf(columns);
        foreignKeys = List.copyOf(foreignKeys);
        uniqueConstraints = List.copyOf(uniqueConstraints);
        checks = List.copyOf(checks);
        exclusions = List.copyOf(exclusions);
        indexes = List.copyOf(indexes);
        options = Collections.unmodifiableMap(new TreeMap<>(options));
        parents = List.copyOf(parents);
        unmodelled = List.copyOf(unmodelled);
    }

    /** Returns the column with that name. */
    public Optional<ReflectedColumn> column(String columnName) {
        return columns.stream().filter(column -> column.name().equals(columnName)).findFirst();
    }

    /** Returns the table with other columns. */
    public ReflectedTable withColumns(List<ReflectedColumn> others) {
        return new ReflectedTable(schema, name, comment, others, primaryKey, foreignKeys, uniqueConstraints, checks,
                exclusions, indexes, options, parents, unmodelled);
    }
}
