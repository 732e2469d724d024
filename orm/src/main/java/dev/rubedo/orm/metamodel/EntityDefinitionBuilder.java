package dev.rubedo.orm.metamodel;

import dev.rubedo.mapping.Loading;
import dev.rubedo.sql.Condition;
import dev.rubedo.sql.Selectable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A builder for a definition. Attributes are indexed in the order in which they are added. Confined to one thread
 * at a time.
 *
 * @param <E> the entity class
 */
public final class EntityDefinitionBuilder<E> {

    final Class<E> type;
    final Supplier<? extends E> constructor;
    final String table;
    @Nullable String schema;
    @Nullable EntityDefinition<? super E> parent;
    @Nullable String discriminator;
    @Nullable Object discriminatorValue;
    Loading loading = Loading.BATCH;
    @Nullable EntityDefinition<? super E> concreteParent;
    boolean isAbstract;
    boolean isUnknownAsRoot;
    boolean isPassivelyDeleted;
    @Nullable Supplier<? extends Selectable<?>> query;
    final List<AttributeDefinition> attributes = new ArrayList<>();
    final List<EntityDefinition.IndexDefinition> indexes = new ArrayList<>();
    final List<EntityDefinition.UniqueDefinition> uniques = new ArrayList<>();
    final List<EntityDefinition.CheckDefinition> checks = new ArrayList<>();
    final List<Supplier<Condition>> criteria = new ArrayList<>();
    final List<EntityDefinition.OptionDefinition> options = new ArrayList<>();
    final Map<String, String> synonyms = new LinkedHashMap<>();
    final Set<String> hybrids = new LinkedHashSet<>();
    final Map<String, List<String>> records = new LinkedHashMap<>();
    String comment = "";
    String renamedFrom = "";

    EntityDefinitionBuilder(Class<E> type, Supplier<? extends E> constructor, String table) {
        this.type = Objects.requireNonNull(type, "type");
        this.constructor = Objects.requireNonNull(constructor, "constructor");
        this.table = Objects.requireNonNull(table, "table");
    }

    /** Maps the entity to a query instead of a table, so that its rows are read-only. */
    public EntityDefinitionBuilder<E> query(Supplier<? extends Selectable<?>> rows) {
        query = Objects.requireNonNull(rows, "rows");
        return this;
    }

    /** Sets the schema of the table. */
    public EntityDefinitionBuilder<E> schema(String name) {
        schema = Objects.requireNonNull(name, "name");
        return this;
    }

    /**
     * Makes this entity inherit from another, whose attributes come before its own. If both have the same table,
     * its rows are stored there (single-table inheritance). If it has another table, its additional attributes are
     * stored there in a second row with the same primary key (joined-table inheritance).
     *
     * @param from the entity to inherit from
     * @param value the value of the discriminator in rows of this entity
     * @throws IllegalStateException if attributes were added before
     */
    public EntityDefinitionBuilder<E> inherits(EntityDefinition<? super E> from, Object value) {
        inherits(from);
        discriminatorValue = Objects.requireNonNull(value, "value");
        return this;
    }

    /**
     * Makes this entity, which is abstract, inherit from another. No row belongs to it, only to its subclasses.
     *
     * @param from the entity to inherit from
     * @throws IllegalStateException if attributes were added before
     */
    public EntityDefinitionBuilder<E> inherits(EntityDefinition<? super E> from) {
        if (!attributes.isEmpty()) {
            throw new IllegalStateException("Entity \"" + type.getSimpleName()
                    + "\" already has attributes. Call inherits() before adding attributes.");
        }
        parent = Objects.requireNonNull(from, "from");
        attributes.addAll(from.attributes());
        synonyms.putAll(from.synonyms());
        hybrids.addAll(from.hybrids());
        records.putAll(from.records());
        return this;
    }

    /**
     * Adds a group of attributes, for entities with too many attributes for one chain of calls.
     *
     * @param some adds them to this builder
     */
    public EntityDefinitionBuilder<E> attributes(Consumer<EntityDefinitionBuilder<E>> some) {
        some.accept(this);
        return this;
    }

    /** Adds hybrid properties, for inspection only. */
    public EntityDefinitionBuilder<E> hybrids(String... names) {
        hybrids.addAll(List.of(names));
        return this;
    }

    /**
     * Adds an embedded record, for inspection only.
     *
     * @param name the name of the record
     * @param attributes its attributes, in order
     */
    public EntityDefinitionBuilder<E> record(String name, String... attributes) {
        records.put(Objects.requireNonNull(name, "name"), List.of(attributes));
        return this;
    }

    /**
     * Adds another name for an attribute.
     *
     * @param name the synonym
     * @param attribute the name of the attribute
     */
    public EntityDefinitionBuilder<E> synonym(String name, String attribute) {
        synonyms.put(Objects.requireNonNull(name, "name"), Objects.requireNonNull(attribute, "attribute"));
        return this;
    }

    /**
     * Makes this entity the root of a hierarchy.
     *
     * @param attribute the name of the discriminator, the attribute that determines which entity a row belongs to
     * @param value the value of the discriminator in rows of the root entity itself
     */
    public EntityDefinitionBuilder<E> discriminator(String attribute, Object value) {
        discriminatorValue = Objects.requireNonNull(value, "value");
        return discriminator(attribute);
    }

    /**
     * Makes this entity, which is abstract, the root of a hierarchy. No row belongs to it, only to its subclasses.
     *
     * @param attribute the name of the discriminator, the attribute that determines which entity a row belongs to
     */
    public EntityDefinitionBuilder<E> discriminator(String attribute) {
        discriminator = Objects.requireNonNull(attribute, "attribute");
        return this;
    }

    /** Makes rows with a discriminator value that no class has objects of this entity, the root of a hierarchy. */
    public EntityDefinitionBuilder<E> unknownAsRoot() {
        isUnknownAsRoot = true;
        return this;
    }

    /** Leaves the deletion of rows in the tables of subclasses to the database; for the root of a hierarchy. */
    public EntityDefinitionBuilder<E> passivelyDeleted() {
        isPassivelyDeleted = true;
        return this;
    }

    /**
     * Makes this entity inherit from another, whose attributes come before its own, with a table of its own that
     * has all of them (concrete-table inheritance).
     *
     * @param from the entity to inherit from
     * @throws IllegalStateException if attributes were added before
     */
    public EntityDefinitionBuilder<E> inheritsConcretely(EntityDefinition<? super E> from) {
        inherits(from);
        parent = null;
        concreteParent = from;
        attributes.replaceAll(
                attribute -> attribute instanceof ColumnDefinition column ? column.copy() : attribute);
        return this;
    }

    /** Makes this entity, which is abstract, one without a table: only its subclasses have tables. */
    public EntityDefinitionBuilder<E> withoutTable() {
        isAbstract = true;
        return this;
    }

    /**
     * Sets when the attributes in the entity's own table are loaded by a query of an entity that it inherits from.
     *
     * @throws IllegalArgumentException unless it is {@code BATCH}, {@code JOINED} or {@code SELECT_IN}
     */
    public EntityDefinitionBuilder<E> loading(Loading strategy) {
        if (strategy == Loading.LAZY || strategy == Loading.RAISE) {
            throw new IllegalArgumentException("The attributes of \"" + type.getSimpleName()
                    + "\" cannot be loaded by " + strategy + ". Use BATCH, JOINED or SELECT_IN.");
        }
        loading = Objects.requireNonNull(strategy, "strategy");
        return this;
    }

    /** Adds an attribute that is stored in a column. */
    public EntityDefinitionBuilder<E> column(ColumnDefinition column) {
        attributes.add(Objects.requireNonNull(column, "column"));
        return this;
    }

    /**
     * Adds a condition that applies to the entity and its subclasses wherever they are read.
     *
     * @param entity returns the entity
     * @param condition returns the condition in terms of that entity; called once, on first use
     */
    public <P extends EntityPath<?>> EntityDefinitionBuilder<E> criteria(Supplier<? extends P> entity,
            Function<? super P, Condition> condition) {
        Objects.requireNonNull(entity, "entity");
        Objects.requireNonNull(condition, "condition");
        criteria.add(() -> condition.apply(entity.get()));
        return this;
    }

    /** Adds an attribute that the database computes. */
    public EntityDefinitionBuilder<E> formula(FormulaDefinition formula) {
        attributes.add(Objects.requireNonNull(formula, "formula"));
        return this;
    }

    /** Adds a relationship to another entity. */
    public EntityDefinitionBuilder<E> relationship(RelationshipDefinition relationship) {
        attributes.add(Objects.requireNonNull(relationship, "relationship"));
        return this;
    }

    /** Adds an index on attributes. If the name is empty, the naming convention generates it. */
    public EntityDefinitionBuilder<E> index(String name, String... attributes) {
        indexes.add(new EntityDefinition.IndexDefinition(name, List.of(attributes), false));
        return this;
    }

    /** Adds a unique index on attributes. If the name is empty, the naming convention generates it. */
    public EntityDefinitionBuilder<E> uniqueIndex(String name, String... attributes) {
        indexes.add(new EntityDefinition.IndexDefinition(name, List.of(attributes), true));
        return this;
    }

    /** Adds a unique constraint on attributes. If the name is empty, the naming convention generates it. */
    public EntityDefinitionBuilder<E> unique(String name, String... attributes) {
        uniques.add(new EntityDefinition.UniqueDefinition(name, List.of(attributes)));
        return this;
    }

    /** Adds a check constraint. If the name is empty, the naming convention generates it. */
    public EntityDefinitionBuilder<E> check(String name, String sql) {
        checks.add(new EntityDefinition.CheckDefinition(name, sql));
        return this;
    }

    /** Adds an option of the table for one dialect, which other dialects ignore. */
    public EntityDefinitionBuilder<E> option(String dialect, String name, String value) {
        options.add(new EntityDefinition.OptionDefinition(dialect, name, value));
        return this;
    }

    /** Sets the former name of the table, for migrations. */
    public EntityDefinitionBuilder<E> renamedFrom(String name) {
        renamedFrom = Objects.requireNonNull(name, "name");
        return this;
    }

    /** Sets the comment on the table. */
    public EntityDefinitionBuilder<E> comment(String text) {
        comment = Objects.requireNonNull(text, "text");
        return this;
    }

    /** Returns the definition. */
    public EntityDefinition<E> build() {
        return new EntityDefinition<>(this);
    }
}
