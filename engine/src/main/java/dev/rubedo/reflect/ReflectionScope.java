package dev.rubedo.reflect;

import java.util.Objects;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A reflection as it was described. Immutable.
 *
 * @param schema the schema; empty for the default one of the metadata
 * @param only the names of the requested tables, or null for all
 * @param filter tests the name of a table
 * @param followsForeignKeys whether tables are read that others refer to
 * @param extendsExisting whether something is added to tables that the metadata has
 * @param includesViews whether views are read
 * @param change changes columns
 */
record ReflectionScope(String schema, @Nullable Set<String> only, Predicate<String> filter, boolean followsForeignKeys,
        boolean extendsExisting, boolean includesViews,
        BiFunction<ReflectedTable, ReflectedColumn, ReflectedColumn> change) implements Reflection {

    /** All tables. */
    static final ReflectionScope ALL = new ReflectionScope("", null, name -> true, true, false, false,
            (table, column) -> column);

    ReflectionScope restrictedTo(Set<String> tables) {
        return new ReflectionScope(schema, tables, filter, followsForeignKeys, extendsExisting, includesViews, change);
    }

    @Override
    public Reflection inSchema(String name) {
        return new ReflectionScope(Objects.requireNonNull(name, "name"), only, filter, followsForeignKeys,
                extendsExisting, includesViews, change);
    }

    @Override
    public Reflection where(Predicate<? super String> name) {
        return new ReflectionScope(schema, only, filter.and(name), followsForeignKeys, extendsExisting, includesViews,
                change);
    }

    @Override
    public Reflection withoutReferredTables() {
        return new ReflectionScope(schema, only, filter, false, extendsExisting, includesViews, change);
    }

    @Override
    public Reflection withViews() {
        return new ReflectionScope(schema, only, filter, followsForeignKeys, extendsExisting, true, change);
    }

    @Override
    public Reflection extendingExisting() {
        return new ReflectionScope(schema, only, filter, followsForeignKeys, true, includesViews, change);
    }

    @Override
    public Reflection changingColumns(
            BiFunction<? super ReflectedTable, ? super ReflectedColumn, ReflectedColumn> next) {
        Objects.requireNonNull(next, "change");
        return new ReflectionScope(schema, only, filter, followsForeignKeys, extendsExisting, includesViews,
                (table, column) -> next.apply(table, change.apply(table, column)));
    }

    boolean includes(String table) {
        return (only == null || only.contains(table)) && filter.test(table);
    }

    ReflectedTable changed(ReflectedTable table) {
        return table.withColumns(table.columns().stream().map(column -> change.apply(table, column)).toList());
    }

    @Override
    public String toString() {
        var all = new StringJoiner(", ", "Reflection[", "]");
        all.add(only == null ? "all tables" : "only " + new TreeSet<>(only));
        if (!schema.isEmpty()) {
            all.add("schema " + schema);
        }
        if (!followsForeignKeys) {
            all.add("without referred tables");
        }
        if (includesViews) {
            all.add("with views");
        }
        if (extendsExisting) {
            all.add("extending existing tables");
        }
        return all.toString();
    }
}
