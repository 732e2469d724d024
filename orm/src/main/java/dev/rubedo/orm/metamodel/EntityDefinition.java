package dev.rubedo.orm.metamodel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the processor found out about an entity: its class, how to make one, its table and its attributes. The index of an
 * attribute is its position in {@link #attributes()}; generated code knows attributes by it. Immutable.
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
    private final Map<String, Integer> positions;
    private final int[] primaryKey;
    // filled at first use and always with the same values, so that a race does no harm
    private final int[] inverses;

    private EntityDefinition(Builder<E> builder) {
        type = builder.type;
        constructor = builder.constructor;
        table = builder.table;
        schema = builder.schema;
        attributes = List.copyOf(builder.attributes);
        indexes = List.copyOf(builder.indexes);
        uniques = List.copyOf(builder.uniques);
        checks = List.copyOf(builder.checks);
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
        primaryKey = Arrays.copyOf(key, keys);
        inverses = new int[attributes.size()];
    }

    /** Begins the definition of an entity: its class, its no-argument constructor, its table. */
    public static <E> Builder<E> of(Class<E> type, Supplier<? extends E> constructor, String table) {
        return new Builder<>(type, constructor, table);
    }

    /** Returns the entity class. */
    public Class<E> type() {
        return type;
    }

    /** Returns the simple name of the entity class. */
    public String name() {
        return type.getSimpleName();
    }

    /** Returns the name of the constant that leads to the query model: {@code ORDER_ITEM} for {@code OrderItem}. */
    public String constant() {
        return name().replaceAll("(?<=[^\\p{Lu}_])(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})", "_")
                .toUpperCase(Locale.ROOT);
    }

    /** Makes a new object with the no-argument constructor. */
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

    /** Returns the index of the attribute with this name, or -1 when there is none. */
    public int indexOf(String name) {
        Integer position = positions.get(name);
        return position == null ? -1 : position;
    }

    /** Returns the indexes of the attributes of the primary key, in order; not to be changed. */
    public int[] primaryKey() {
        return primaryKey;
    }

    /** Returns the indexes on several columns. */
    public List<IndexDefinition> indexes() {
        return indexes;
    }

    /** Returns the unique constraints on several columns. */
    public List<UniqueDefinition> uniques() {
        return uniques;
    }

    /** Returns the check constraints. */
    public List<CheckDefinition> checks() {
        return checks;
    }

    /** Returns the index, in the target, of the attribute that this relationship back-populates, or -1 when there is none. */
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
     * An index over attributes. Immutable.
     *
     * @param name the name in the database; empty = made by the naming convention
     * @param attributes the attributes, in order
     * @param unique whether a combination of values may occur only once
     */
    public record IndexDefinition(String name, List<String> attributes, boolean unique) {

        /** Copies the list. */
        public IndexDefinition {
            Objects.requireNonNull(name, "name");
            attributes = List.copyOf(attributes);
        }
    }

    /**
     * A unique constraint over attributes. Immutable.
     *
     * @param name the name in the database; empty = made by the naming convention
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
     * @param name the name in the database; empty = made by the naming convention
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
     * Collects a definition; attributes are indexed in the order in which they are added. Confined to one thread at a time.
     *
     * @param <E> the entity class
     */
    public static final class Builder<E> {

        private final Class<E> type;
        private final Supplier<? extends E> constructor;
        private final String table;
        private @Nullable String schema;
        private final List<AttributeDefinition> attributes = new ArrayList<>();
        private final List<IndexDefinition> indexes = new ArrayList<>();
        private final List<UniqueDefinition> uniques = new ArrayList<>();
        private final List<CheckDefinition> checks = new ArrayList<>();

        private Builder(Class<E> type, Supplier<? extends E> constructor, String table) {
            this.type = Objects.requireNonNull(type, "type");
            this.constructor = Objects.requireNonNull(constructor, "constructor");
            this.table = Objects.requireNonNull(table, "table");
        }

        /** Sets the schema of the table. */
        public Builder<E> schema(String name) {
            schema = Objects.requireNonNull(name, "name");
            return this;
        }

        /** Adds an attribute that is stored in a column. */
        public Builder<E> column(ColumnDefinition column) {
            attributes.add(Objects.requireNonNull(column, "column"));
            return this;
        }

        /** Adds an attribute that leads to another entity. */
        public Builder<E> relationship(RelationshipDefinition relationship) {
            attributes.add(Objects.requireNonNull(relationship, "relationship"));
            return this;
        }

        /** Adds an index over attributes; an empty name is made by the naming convention. */
        public Builder<E> index(String name, String... attributes) {
            indexes.add(new IndexDefinition(name, List.of(attributes), false));
            return this;
        }

        /** Adds a unique index over attributes; an empty name is made by the naming convention. */
        public Builder<E> uniqueIndex(String name, String... attributes) {
            indexes.add(new IndexDefinition(name, List.of(attributes), true));
            return this;
        }

        /** Adds a unique constraint over attributes; an empty name is made by the naming convention. */
        public Builder<E> unique(String name, String... attributes) {
            uniques.add(new UniqueDefinition(name, List.of(attributes)));
            return this;
        }

        /** Adds a check constraint; an empty name is made by the naming convention. */
        public Builder<E> check(String name, String sql) {
            checks.add(new CheckDefinition(name, sql));
            return this;
        }

        /** Returns the definition. */
        public EntityDefinition<E> build() {
            return new EntityDefinition<>(this);
        }
    }
}
