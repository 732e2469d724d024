package dev.rubedo.orm.metamodel;

import dev.rubedo.mapping.Loading;
import dev.rubedo.sql.Condition;
import dev.rubedo.sql.Selectable;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The definition of an entity as the annotation processor generates it: its class, constructor, table and attributes.
 * The index of an attribute is its position in {@link #attributes()}; generated code refers to attributes by index.
 * Immutable.
 *
 * @param <E> the entity class
 */
public final class EntityDefinition<E> {

    private final Class<E> type;
    private final Supplier<? extends E> constructor;
    private final String table;
    private final @Nullable String schema;
    private final List<AttributeDefinition> attributes;
    private final List<IndexDefinition> indexes;
    private final List<UniqueDefinition> uniques;
    private final List<CheckDefinition> checks;
    private final List<Supplier<Condition>> criteria;
    private final List<OptionDefinition> options;
    private final String comment;
    private final String renamedFrom;
    private final Map<String, Integer> positions;
    private final Map<String, String> synonyms;
    private final List<String> hybrids;
    private final Map<String, List<String>> records;
    private final int[] primaryKey;
    private final @Nullable EntityDefinition<? super E> parent;
    private final int discriminator;
    private final @Nullable Object discriminatorValue;
    private final Loading loading;
    private final @Nullable EntityDefinition<? super E> concreteParent;
    private final boolean isAbstract;
    private final boolean isUnknownAsRoot;
    private final boolean isPassivelyDeleted;
    private final @Nullable Supplier<? extends Selectable<?>> query;
    // filled on first use and always with the same values, so a race is harmless
    private final int[] inverses;

    EntityDefinition(EntityDefinitionBuilder<E> builder) {
        type = builder.type;
        constructor = builder.constructor;
        table = builder.table;
        schema = builder.schema;
        attributes = List.copyOf(builder.attributes);
        indexes = List.copyOf(builder.indexes);
        uniques = List.copyOf(builder.uniques);
        checks = List.copyOf(builder.checks);
        criteria = List.copyOf(builder.criteria);
        options = List.copyOf(builder.options);
        comment = builder.comment;
        renamedFrom = builder.renamedFrom;
        positions = new HashMap<>();
        int keys = 0;
        int[] key = new int[attributes.size()];
        for (int i = 0; i < attributes.size(); i++) {
            AttributeDefinition attribute = attributes.get(i);
            if (positions.put(attribute.name(), i) != null) {
                throw new IllegalArgumentException(
                        "Entity \"" + name() + "\" has two attributes named \"" + attribute.name() + "\".");
            }
            if (attribute instanceof ColumnDefinition column && column.isPrimaryKey()) {
                key[keys++] = i;
            }
        }
        synonyms = Map.copyOf(builder.synonyms);
        hybrids = List.copyOf(builder.hybrids);
        records = Collections.unmodifiableMap(new LinkedHashMap<>(builder.records));
        synonyms.forEach(this::putSynonym);
        primaryKey = Arrays.copyOf(key, keys);
        parent = builder.parent;
        discriminatorValue = builder.discriminatorValue;
        loading = builder.loading;
        concreteParent = builder.concreteParent;
        isAbstract = builder.isAbstract;
        isUnknownAsRoot = builder.isUnknownAsRoot;
        isPassivelyDeleted = builder.isPassivelyDeleted;
        query = builder.query;
        discriminator = parent != null ? parent.discriminator : discriminator(builder.discriminator);
        inverses = new int[attributes.size()];
    }

    private void putSynonym(String name, String attribute) {
        Integer position = positions.get(attribute);
        if (position == null || positions.putIfAbsent(name, position) != null) {
            throw new IllegalArgumentException("Entity \"" + name() + "\" has the synonym \"" + name + "\" of \""
                    + attribute + "\", " + (position == null ? "which is not an attribute."
                            : "but it has an attribute with this name."));
        }
    }

    private int discriminator(@Nullable String name) {
        int index = name == null ? -1 : indexOf(name);
        if (name != null && (index < 0 || attributes.get(index) instanceof RelationshipDefinition)) {
            throw new IllegalArgumentException("Entity \"" + name() + "\" has discriminator \"" + name
                    + "\", which is neither a column nor a formula.");
        }
        return index;
    }

    /** Returns a builder for the definition of an entity with this class, no-argument constructor and table. */
    public static <E> EntityDefinitionBuilder<E> of(Class<E> type, Supplier<? extends E> constructor, String table) {
        return new EntityDefinitionBuilder<>(type, constructor, table);
    }

    /** Returns the entity class. */
    public Class<E> type() {
        return type;
    }

    /** Returns the simple name of the entity class. */
    public String name() {
        return type.getSimpleName();
    }

    /** Returns the name of the constant that holds the query model: {@code ORDER_ITEM} for {@code OrderItem}. */
    public String constant() {
        return name().replaceAll("(?<=[^\\p{Lu}_])(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})", "_")
                .toUpperCase(Locale.ROOT);
    }

    /** Creates an object with the no-argument constructor. */
    public E create() {
        return constructor.get();
    }

    /** Returns the name of the table. */
    public String table() {
        return table;
    }

    /** Returns the schema of the table, or null for the default one. */
    public @Nullable String schema() {
        return schema;
    }

    /** Returns the attributes; their positions are their indexes. */
    public List<AttributeDefinition> attributes() {
        return attributes;
    }

    /** Returns the attribute at this index. */
    public AttributeDefinition attribute(int index) {
        return attributes.get(index);
    }

    /** Returns the attribute behind each synonym, by name. */
    public Map<String, String> synonyms() {
        return synonyms;
    }

    /** Returns the hybrid properties, which are not attributes. */
    public List<String> hybrids() {
        return hybrids;
    }

    /** Returns the attributes of each embedded record, by the name of the record. */
    public Map<String, List<String>> records() {
        return records;
    }

    /** Returns the index of the attribute with this name or synonym, or -1 if there is none. */
    public int indexOf(String name) {
        Integer position = positions.get(name);
        return position == null ? -1 : position;
    }

    /** Returns the indexes of the attributes of the primary key, in order. The array must not be modified. */
    public int[] primaryKey() {
        return primaryKey;
    }

    /** Returns the entity that this one inherits from, whose attributes come first, or null. */
    public @Nullable EntityDefinition<? super E> parent() {
        return parent;
    }

    /** Returns the entity at the top of the hierarchy: this one if it does not inherit. */
    public EntityDefinition<?> root() {
        EntityDefinition<?> at = this;
        for (EntityDefinition<?> above = parent; above != null; above = above.parent) {
            at = above;
        }
        return at;
    }

    /**
     * Returns the index of the discriminator, the attribute that determines which entity of a hierarchy a row belongs
     * to; -1 without inheritance.
     */
    public int discriminator() {
        return discriminator;
    }

    /**
     * Returns the value of the discriminator in rows of this entity; null without inheritance, and if the entity is
     * abstract.
     */
    public @Nullable Object discriminatorValue() {
        return discriminatorValue;
    }

    /**
     * Returns when the attributes in the entity's own table are loaded by a query of an entity that it inherits from,
     * which loader options override: {@code BATCH}, {@code JOINED} or {@code SELECT_IN}.
     */
    public Loading loading() {
        return loading;
    }

    /**
     * Returns the entity that this one inherits from although its rows are in a table of its own, which repeats the
     * inherited attributes, or null.
     */
    public @Nullable EntityDefinition<? super E> concreteParent() {
        return concreteParent;
    }

    /** Returns the entity that this one inherits from in either way, or null. */
    public @Nullable EntityDefinition<? super E> superclass() {
        return parent != null ? parent : concreteParent;
    }

    /** Returns whether rows with a discriminator value that no class has are objects of this entity, the root. */
    public boolean isUnknownAsRoot() {
        return isUnknownAsRoot;
    }

    /**
     * Returns whether the database deletes the rows in the tables of subclasses when the row in the table of the root is
     * deleted, which the root decides.
     */
    public boolean isPassivelyDeleted() {
        return root().isPassivelyDeleted;
    }

    /** Returns whether the class is abstract and its subclasses have tables of their own, so that it has none. */
    public boolean hasNoTable() {
        return isAbstract;
    }

    /** Returns whether the entity is mapped to a query, so that its rows are read-only. */
    public boolean isFromQuery() {
        return query != null;
    }

    /**
     * Creates the query whose rows are the objects of this entity.
     *
     * @throws IllegalStateException if the rows are those of a table
     */
    public Selectable<?> query() {
        if (query == null) {
            throw new IllegalStateException("The rows of entity \"" + name() + "\" are those of a table.");
        }
        return query.get();
    }

    /** Returns whether this is the given entity or inherits from it, directly or indirectly. */
    public boolean isA(EntityDefinition<?> other) {
        for (EntityDefinition<?> one = this; one != null; one = one.superclass()) {
            if (one == other) {
                return true;
            }
        }
        return false;
    }

    /** Returns the indexes on several columns. */
    public List<IndexDefinition> indexes() {
        return indexes;
    }

    /** Returns the unique constraints on several columns. */
    public List<UniqueDefinition> uniques() {
        return uniques;
    }

    /** Returns the conditions of the entity itself, without those that it inherits. Each call creates them. */
    public List<Condition> criteria() {
        return criteria.stream().map(Supplier::get).toList();
    }

    /** Returns the check constraints. */
    public List<CheckDefinition> checks() {
        return checks;
    }

    /** Returns the options of the table. */
    public List<OptionDefinition> options() {
        return options;
    }

    /** Returns the former name of the table; empty for none. */
    public String renamedFrom() {
        return renamedFrom;
    }

    /** Returns the comment on the table; empty for none. */
    public String comment() {
        return comment;
    }

    /**
     * Returns the index in the target of the attribute that this relationship back-populates, or -1 if there is none.
     */
    public int inverse(int relationship) {
        int known = inverses[relationship];
        if (known == 0) {
            int found = -1;
            if (attributes.get(relationship) instanceof RelationshipDefinition definition
                    && definition.backPopulates() != null) {
                found = definition.target().indexOf(definition.backPopulates());
            }
            known = found + 2;
            inverses[relationship] = known;
        }
        return known - 2;
    }

    @Override
    public String toString() {
        return name();
    }

    /**
     * An index on attributes. Immutable.
     *
     * @param name the name in the database; if empty, the naming convention generates it
     * @param attributes the attributes, in order
     * @param unique whether the index is unique
     */
    public record IndexDefinition(String name, List<String> attributes, boolean unique) {

        /** Copies the list. */
        public IndexDefinition {
            Objects.requireNonNull(name, "name");
            attributes = List.copyOf(attributes);
        }
    }

    /**
     * A unique constraint on attributes. Immutable.
     *
     * @param name the name in the database; if empty, the naming convention generates it
     * @param attributes the attributes, in order
     */
    public record UniqueDefinition(String name, List<String> attributes) {

        /** Copies the list. */
        public UniqueDefinition {
            Objects.requireNonNull(name, "name");
            attributes = List.copyOf(attributes);
        }
    }

    /**
     * A check constraint. Immutable.
     *
     * @param name the name in the database; if empty, the naming convention generates it
     * @param sql the condition
     */
    public record CheckDefinition(String name, String sql) {

        /** Checks for null. */
        public CheckDefinition {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(sql, "sql");
        }
    }

    /**
     * An option of the table for one dialect. Immutable.
     *
     * @param dialect the name of the dialect
     * @param name the name of the option
     * @param value its value
     */
    public record OptionDefinition(String dialect, String name, String value) {

        /** Checks for null. */
        public OptionDefinition {
            Objects.requireNonNull(dialect, "dialect");
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(value, "value");
        }
    }
}
