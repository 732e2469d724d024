package dev.rubedo.reflect;

import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/**
 * The options of {@link Inspector#reflect(dev.rubedo.schema.MetaData, Reflection)}: what is read, and what is done with
 * tables that the metadata already has. Each method returns a changed copy. Immutable.
 */
public final class Reflection {

    private static final Reflection ALL = new Reflection("", Set.of(), name -> true, true, false, false,
            (table, column) -> column);

    private final String schema;
    private final Set<String> only;
    private final Predicate<? super String> filter;
    private final boolean followsForeignKeys;
    private final boolean extendsExisting;
    private final boolean includesViews;
    private final BiFunction<? super ReflectedTable, ? super ReflectedColumn, ReflectedColumn> change;

    private Reflection(String schema, Set<String> only, Predicate<? super String> filter, boolean followsForeignKeys,
            boolean extendsExisting, boolean includesViews,
            BiFunction<? super ReflectedTable, ? super ReflectedColumn, ReflectedColumn> change) {
        this.schema = schema;
        this.only = only;
        this.filter = filter;
        this.followsForeignKeys = followsForeignKeys;
        this.extendsExisting = extendsExisting;
        this.includesViews = includesViews;
        this.change = change;
    }

    /** Returns options for all tables and sequences in the default schema of the metadata. */
    public static Reflection all() {
        return ALL;
    }

    /**
     * Returns options for some tables and those that their foreign keys refer to. @param tables the names of the
     * tables, without schema; all of them must exist
     */
    public static Reflection only(String... tables) {
        return new Reflection("", Set.of(tables), ALL.filter, true, false, false, ALL.change);
    }

    /**
     * Returns options for another schema than the default one of the metadata.
     *
     * @param name the schema, which becomes that of the tables
     */
    public Reflection inSchema(String name) {
        return new Reflection(Objects.requireNonNull(name, "name"), only, filter, followsForeignKeys, extendsExisting,
                includesViews, change);
    }

    /**
     * Returns options for only the tables whose names satisfy a condition.
     *
     * @param name tests the name of a table, without schema
     */
    public Reflection where(Predicate<? super String> name) {
        return new Reflection(schema, only, Objects.requireNonNull(name, "name"), followsForeignKeys, extendsExisting,
                includesViews, change);
    }

    /** Returns options without the tables that foreign keys refer to, unless they are requested themselves. */
    public Reflection withoutReferredTables() {
        return new Reflection(schema, only, filter, false, extendsExisting, includesViews, change);
    }

    /** Returns options that include views and materialized views. */
    public Reflection withViews() {
        return new Reflection(schema, only, filter, followsForeignKeys, extendsExisting, true, change);
    }

    /**
     * Returns options that extend tables of the metadata by the columns, constraints and indexes that they do not
     * declare. A declared column takes precedence over the reflected one. Without this option, such tables are
     * unchanged.
     */
    public Reflection extendingExisting() {
        return new Reflection(schema, only, filter, followsForeignKeys, true, includesViews, change);
    }

    /**
     * Returns options with a function that changes columns before they become part of the metadata, for instance to
     * give them another type.
     *
     * @param change returns the column to use for a reflected one
     */
    public Reflection changingColumns(
            BiFunction<? super ReflectedTable, ? super ReflectedColumn, ReflectedColumn> change) {
        return new Reflection(schema, only, filter, followsForeignKeys, extendsExisting, includesViews,
                Objects.requireNonNull(change, "change"));
    }

    String schema() {
        return schema;
    }

    /** Returns the requested tables; empty for all. */
    Set<String> only() {
        return only;
    }

    boolean includes(String table) {
        return (only.isEmpty() || only.contains(table)) && filter.test(table);
    }

    boolean followsForeignKeys() {
        return followsForeignKeys;
    }

    boolean extendsExisting() {
        return extendsExisting;
    }

    boolean includesViews() {
        return includesViews;
    }

    ReflectedTable changed(ReflectedTable table) {
        return table.withColumns(table.columns().stream().map(column -> change.apply(table, column)).toList());
    }
}
