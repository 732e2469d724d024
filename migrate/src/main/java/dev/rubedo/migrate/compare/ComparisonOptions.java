package dev.rubedo.migrate.compare;

import dev.rubedo.dialect.CatalogTrait;
import dev.rubedo.dialect.Dialect;
import dev.rubedo.migrate.snapshot.TableName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The options of a comparison: what is compared, and how. Each method returns a changed copy. Immutable; as thread-safe
 * as the given functions.
 */
public final class ComparisonOptions {
    /**
     * The default options: everything in the schemas of the model is compared, and a drop and an addition are never
     * combined into a rename.
     */
    public static final ComparisonOptions DEFAULT = new ComparisonOptions(new Scope(true, false, Set.of(),
            (kind, name, parent) -> true, object -> true), (table, from, to) -> Optional.empty(),
            (table, from, to) -> Optional.empty(), RenameRule.NONE, List.of(), null);

    private final Scope scope;
    private final ColumnRule types;
    private final ColumnRule defaults;
    private final RenameRule renames;
    private final List<SchemaComparator> more;
    private final @Nullable Boolean inBatches;

    private ComparisonOptions(Scope scope, ColumnRule types, ColumnRule defaults, RenameRule renames,
            List<SchemaComparator> more, @Nullable Boolean inBatches) {
        this.scope = scope;
        this.types = types;
        this.defaults = defaults;
        this.renames = renames;
        this.more = more;
        this.inBatches = inBatches;
    }

    /**
     * The scope of a comparison.
     *
     * @param mayCreate whether scratch objects may be created
     * @param hasAllSchemas whether all schemas are read, instead of those of the model
     * @param omitted tables that are not compared
     * @param names the filter of names
     * @param objects the filter of objects
     */
    private record Scope(boolean mayCreate, boolean hasAllSchemas, Set<TableName> omitted, NameFilter names,
            ObjectFilter objects) {}

    private ComparisonOptions with(Scope other) {
        return new ComparisonOptions(other, types, defaults, renames, more, inBatches);
    }

    /** Returns options that compare all schemas of the database, instead of those in which the model has tables. */
    public ComparisonOptions includeSchemas() {
        return with(new Scope(scope.mayCreate, true, scope.omitted, scope.names, scope.objects));
    }

    /**
     * Returns options that exclude some tables, such as those of the migrations themselves.
     *
     * @param tables the names
     */
    public ComparisonOptions without(Collection<TableName> tables) {
        var all = new HashSet<>(scope.omitted);
        all.addAll(tables);
        return with(new Scope(scope.mayCreate, scope.hasAllSchemas, Set.copyOf(all), scope.names, scope.objects));
    }

    /**
     * Returns options that compare only objects of the database whose names a filter includes, in addition to earlier
     * filters.
     *
     * @param filter the filter
     */
    public ComparisonOptions includeName(NameFilter filter) {
        Objects.requireNonNull(filter, "filter");
        var before = scope.names;
        return with(new Scope(scope.mayCreate, scope.hasAllSchemas, scope.omitted,
                (kind, name, parent) -> before.includes(kind, name, parent) && filter.includes(kind, name, parent),
                scope.objects));
    }

    /**
     * Returns options that compare only objects that a filter includes, in addition to earlier filters.
     *
     * @param filter the filter
     */
    public ComparisonOptions includeObject(ObjectFilter filter) {
        Objects.requireNonNull(filter, "filter");
        var before = scope.objects;
        return with(new Scope(scope.mayCreate, scope.hasAllSchemas, scope.omitted, scope.names,
                object -> before.includes(object) && filter.includes(object)));
    }

    /**
     * Returns options that compare the types of columns by a rule first.
     *
     * @param rule the rule; {@code (table, from, to) -> Optional.of(false)} ignores all types
     */
    public ComparisonOptions compareType(ColumnRule rule) {
        return new ComparisonOptions(scope, Objects.requireNonNull(rule, "rule"), defaults, renames, more, inBatches);
    }

    /**
     * Returns options that compare the server defaults of columns by a rule first.
     *
     * @param rule the rule; {@code (table, from, to) -> Optional.of(false)} ignores all defaults
     */
    public ComparisonOptions compareServerDefault(ColumnRule rule) {
        return new ComparisonOptions(scope, types, Objects.requireNonNull(rule, "rule"), renames, more, inBatches);
    }

    /**
     * Returns options with a rule that decides what is renamed instead of dropped and added.
     *
     * @param rule the rule
     */
    public ComparisonOptions renames(RenameRule rule) {
        return new ComparisonOptions(scope, types, defaults, Objects.requireNonNull(rule, "rule"), more, inBatches);
    }

    /**
     * Returns options that compare further aspects.
     *
     * @param comparators their comparators
     */
    public ComparisonOptions with(SchemaComparator... comparators) {
        var all = new ArrayList<>(more);
        all.addAll(Arrays.asList(comparators));
        return new ComparisonOptions(scope, types, defaults, renames, List.copyOf(all), inBatches);
    }

    /**
     * Returns options that group the changes of each table into a batch, or do not; by default only for SQLite.
     *
     * @param isWanted whether to use batches
     */
    public ComparisonOptions inBatches(boolean isWanted) {
        return new ComparisonOptions(scope, types, defaults, renames, more, isWanted);
    }

    /**
     * Returns options that create no scratch objects in the database. Checks, computations, defaults and views are then
     * compared by their text, so one that the database rewrites may be reported as different.
     */
    public ComparisonOptions readOnly() {
        return with(new Scope(false, scope.hasAllSchemas, scope.omitted, scope.names, scope.objects));
    }

    boolean mayCreate() {
        return scope.mayCreate;
    }

    boolean hasAllSchemas() {
        return scope.hasAllSchemas;
    }

    boolean isOmitted(TableName table) {
        return scope.omitted.contains(table);
    }

    /** Returns whether tables that are left out are named with their schema. */
    boolean omitsInSchemas() {
        return scope.omitted.stream().anyMatch(table -> !table.schema().isEmpty());
    }

    NameFilter names() {
        return scope.names;
    }

    ObjectFilter objects() {
        return scope.objects;
    }

    ColumnRule types() {
        return types;
    }

    ColumnRule defaults() {
        return defaults;
    }

    RenameRule renames() {
        return renames;
    }

    List<SchemaComparator> more() {
        return more;
    }

    boolean isInBatches(Dialect dialect) {
        return inBatches == null ? dialect.catalogTraits().has(CatalogTrait.CHANGES_COPY_TABLES) : inBatches;
    }
}
