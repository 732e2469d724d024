package dev.rubedo.reflect;

import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/**
 * The options of {@link Inspector#reflect(dev.rubedo.schema.MetaData, Reflection)}: what is read, and what is done with
 * tables that the metadata already has, such as {@code only("users").inSchema("shop")}. Begin with {@link #all()} or
 * {@link #only}; each other method returns a changed copy. Immutable.
 */
public sealed interface Reflection permits ReflectionScope {

    /** Returns options for all tables and sequences in the default schema of the metadata. */
    static Reflection all() {
        return ReflectionScope.ALL;
    }

    /**
     * Returns options for some tables and those that their foreign keys refer to.
     *
     * @param tables the names of the tables, without schema; all of them must exist. Without names, nothing is read
     */
    static Reflection only(String... tables) {
        return ReflectionScope.ALL.restrictedTo(Set.of(tables));
    }

    /**
     * Returns options for another schema than the default one of the metadata.
     *
     * @param name the schema, which becomes that of the tables
     */
    Reflection inSchema(String name);

    /**
     * Returns options for only the tables whose names satisfy a condition, in addition to those before.
     *
     * @param name tests the name of a table, without schema
     */
    Reflection where(Predicate<? super String> name);

    /** Returns options without the tables that foreign keys refer to, unless they are requested themselves. */
    Reflection withoutReferredTables();

    /** Returns options that include views and materialized views. */
    Reflection withViews();

    /**
     * Returns options that extend tables of the metadata by the columns, constraints and indexes that they do not
     * declare. A declared column takes precedence over the reflected one. Without this option, such tables are
     * unchanged.
     */
    Reflection extendingExisting();

    /**
     * Returns options with a function that changes columns before they become part of the metadata, for instance to
     * give them another type. Several functions are called one after the other.
     *
     * @param change returns the column to use for a reflected one
     */
    Reflection changingColumns(BiFunction<? super ReflectedTable, ? super ReflectedColumn, ReflectedColumn> change);
}
