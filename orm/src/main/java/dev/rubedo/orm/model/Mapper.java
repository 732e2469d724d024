package dev.rubedo.orm.model;

import dev.rubedo.orm.metamodel.AttributeDefinition;
import dev.rubedo.orm.metamodel.ColumnDefinition;
import dev.rubedo.orm.metamodel.EntityDefinition;
import dev.rubedo.orm.metamodel.EntityPath;
import dev.rubedo.orm.metamodel.FormulaDefinition;
import dev.rubedo.orm.metamodel.RelationshipDefinition;
import dev.rubedo.orm.state.EntityInternals;
import dev.rubedo.orm.state.KeyType;
import dev.rubedo.orm.state.ManagedEntity;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.Index;
import dev.rubedo.schema.Table;
import dev.rubedo.schema.UniqueConstraint;
import dev.rubedo.sql.Selectable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The mapping of an entity to its tables: the column of each attribute, the keys and the relationships. Everything is
 * in arrays by attribute index, so that nothing is looked up by name while rows are read. Immutable once its model is
 * built.
 *
 * @param <E> the entity class
 */
public final class Mapper<E> {

    private final int position;
    private final EntityDefinition<E> definition;
    private final EntityPath<E> path;
    private final @Nullable Mapper<?> parent;
    private final Hierarchy hierarchy;
    private final List<EntityTable> tables;
    private final int[][] tableAttributes;
    private final @Nullable Column<?>[] columns;
    private final @Nullable ColumnDefinition[] columnDefinitions;
    private final int[] columnAttributes;
    private final int[] requiredAttributes;
    private final int[] rowAttributes;
    private final int[] formulas;
    private final int[] collections;
    private final int version;
    private final int generated;
    private final long toOneBits;
    private final long columnBits;
    private final long formulaBits;
    private final KeyType keyType;
    private final boolean wholeKey;
    private final @Nullable RelationshipProperty[] byIndex;
    private final AttributeDefaults defaults;
    private final boolean isOrdered;
    private final long expiredBits;
    private final int[] expiredBeyond;
    private List<RelationshipProperty> relationships = List.of();
    private List<RelationshipProperty> manyToOnes = List.of();
    private List<RelationshipProperty> storedRelationships = List.of();
    private List<RelationshipProperty> numberedLists = List.of();
    private List<ForeignKeyProperty> foreignKeys = List.of();
    private final List<int[]> uniqueKeys;
    private final List<Mapper<?>> concretes = new ArrayList<>();
    private @Nullable Selectable<?> query;

    /**
     * @param parent the mapper of the entity that this one inherits from, or null
     * @param hierarchies the number of hierarchies so far
     * @param tables the tables of the entity, the root's first
     * @param columns the column of each attribute, or null
     */
    Mapper(int position, EntityPath<E> path, @Nullable Mapper<?> parent, int hierarchies, List<EntityTable> tables,
            @Nullable Column<?>[] columns) {
        this.position = position;
        this.path = path;
        this.definition = path.$definition();
        this.parent = parent;
        this.hierarchy = parent == null ? new Hierarchy(hierarchies, this) : parent.hierarchy;
        this.tables = List.copyOf(tables);
        this.columns = columns;
        List<AttributeDefinition> attributes = definition.attributes();
        byIndex = new RelationshipProperty[attributes.size()];
        columnDefinitions = new ColumnDefinition[attributes.size()];
        List<Integer> stored = new ArrayList<>();
        List<Integer> computed = new ArrayList<>();
        List<Integer> inRow = new ArrayList<>();
        List<Integer> toMany = new ArrayList<>();
        int versionAttribute = -1;
        int generatedAttribute = -1;
        long toOnes = 0;
        long stores = 0;
        long computes = 0;
        for (int i = 0; i < attributes.size(); i++) {
            switch (attributes.get(i)) {
                case ColumnDefinition column -> {
                    stored.add(i);
                    columnDefinitions[i] = column;
                    inRow.add(i);
                    stores |= i < 64 ? 1L << i : 0;
                    versionAttribute = column.isVersion() ? i : versionAttribute;
                    generatedAttribute = column.isPrimaryKey() && column.isGenerated() ? i : generatedAttribute;
                }
                case FormulaDefinition formula -> {
                    computed.add(i);
                    inRow.add(i);
                    computes |= i < 64 ? 1L << i : 0;
                }
                case RelationshipDefinition relationship -> {
                    if (relationship.isToMany()) {
                        toMany.add(i);
                    } else {
                        toOnes |= i < 64 ? 1L << i : 0;
                    }
                }
            }
        }
        columnAttributes = stored.stream().mapToInt(Integer::intValue).toArray();
        requiredAttributes = Arrays.stream(columnAttributes).filter(i -> canBeMissing(columnDefinition(i))).toArray();
        formulas = computed.stream().mapToInt(Integer::intValue).toArray();
        rowAttributes = inRow.stream().mapToInt(Integer::intValue).toArray();
        collections = toMany.stream().mapToInt(Integer::intValue).toArray();
        version = versionAttribute;
        generated = generatedAttribute;
        toOneBits = toOnes;
        columnBits = stores;
        formulaBits = computes;
        defaults = new AttributeDefaults(definition, columnAttributes, columns);
        long keys = 0;
        for (int key : definition.primaryKey()) {
            keys |= key < 64 ? 1L << key : 0;
        }
        expiredBits = (toOneBits | columnBits | formulaBits) & ~keys;
        expiredBeyond = java.util.stream.IntStream.range(64, Math.max(64, attributes.size()))
                .filter(i -> !isPrimaryKey(i) && !toMany.contains(i)).toArray();
        keyType = keyType(definition.primaryKey());
        wholeKey = keyType.isWhole() && Arrays.stream(definition.primaryKey())
                .allMatch(key -> Integers.isStored(((ColumnDefinition) definition.attribute(key)).type()));
        uniqueKeys = List.copyOf(allUniqueKeys());
        tableAttributes = new int[tables.size()][];
        for (int slot = 0; slot < tableAttributes.length; slot++) {
            Table one = tables.get(slot).table();
            tableAttributes[slot] = Arrays.stream(columnAttributes)
                    .filter(attribute -> column(attribute).source() == one)
                    .toArray();
        }
        isOrdered = isInOrder();
        hierarchy.add(this);
        EntityTable last = tables.get(tables.size() - 1);
        if (parent == null || tables.size() > parent.tables().size()) {
            last.mapper(this);
        }
    }

    /** A primitive always has a value, except in a foreign key, where zero may mean that it was not set. */
    private static boolean canBeMissing(ColumnDefinition column) {
        return !column.isNullable() && (!column.isPrimitive() || column.references() != null);
    }

    private List<int[]> allUniqueKeys() {
        List<int[]> keys = new ArrayList<>();
        keys.add(definition.primaryKey());
        for (int attribute : columnAttributes) {
            if (columnDefinition(attribute).isUnique()) {
                keys.add(new int[]{attribute});
            }
        }
        for (EntityTable one : tables) {
            for (UniqueConstraint constraint : one.table().uniqueConstraints()) {
                addUniqueKey(keys, constraint.columnNames());
            }
            for (Index index : one.table().indexes()) {
                if (index.isUnique() && index.columns().size() == index.terms().size()) {
                    addUniqueKey(keys, index.columns().stream().<String>map(Column::name).toList());
                }
            }
        }
        return keys;
    }

    private void addUniqueKey(List<int[]> keys, List<String> names) {
        int[] key = new int[names.size()];
        for (int i = 0; i < key.length; i++) {
            key[i] = attributeOf(names.get(i));
        }
        if (Arrays.stream(key).allMatch(attribute -> attribute >= 0)
                && keys.stream().noneMatch(other -> Arrays.equals(other, key))) {
            keys.add(key);
        }
    }

    /** Returns the attribute that is stored in a column, or -1. */
    private int attributeOf(String column) {
        for (int attribute : columnAttributes) {
            if (column(attribute).name().equals(column)) {
                return attribute;
            }
        }
        return -1;
    }

    void foreignKeys(List<ForeignKeyProperty> resolved) {
        foreignKeys = List.copyOf(resolved);
    }

    private Class<?> columnType(int attribute) {
        return ((ColumnDefinition) definition.attribute(attribute)).type().javaType();
    }

    private KeyType keyType(int[] key) {
        return new KeyType(name(), Arrays.stream(key).mapToObj(part -> definition.attribute(part).name()).toList(), key,
                Arrays.stream(key).mapToObj(this::columnType).toArray(Class<?>[]::new));
    }

    void relationships(List<RelationshipProperty> resolved) {
        relationships = List.copyOf(resolved);
        List<RelationshipProperty> toOnes = new ArrayList<>();
        for (RelationshipProperty relationship : resolved) {
            byIndex[relationship.index()] = relationship;
            if (relationship.kind() == RelationshipProperty.Kind.MANY_TO_ONE && !relationship.isViewOnly()) {
                toOnes.add(relationship);
            }
        }
        storedRelationships = resolved.stream().filter(relationship -> !relationship.isViewOnly()).toList();
        numberedLists = storedRelationships.stream().filter(list -> list.definition().numbering() != null).toList();
        manyToOnes = List.copyOf(toOnes);
    }

    /** Returns the position of this entity in its model. */
    public int position() {
        return position;
    }

    /** Returns the definition of the entity. */
    public EntityDefinition<E> definition() {
        return definition;
    }

    /** Returns the query model of the entity itself. */
    public EntityPath<E> path() {
        return path;
    }

    /** Returns the simple name of the entity class. */
    public String name() {
        return definition.name();
    }

    /** Returns whether the entity is mapped to a query, so that its rows are never written. */
    public boolean isReadOnly() {
        return definition.isFromQuery();
    }

    /**
     * Returns the query whose rows are the objects of this entity. It may name entities.
     *
     * @throws IllegalStateException if the rows are those of a table
     */
    public Selectable<?> query() {
        Selectable<?> known = query;
        if (known == null) {
            known = definition.query();
            query = known;
        }
        return known;
    }

    /** Returns the mapper of the entity that this one inherits from, or null. */
    public @Nullable Mapper<?> parent() {
        return parent;
    }

    /** Adds a subclass that has a table of its own with all attributes. */
    void addConcrete(Mapper<?> subclass) {
        concretes.add(subclass);
    }

    /**
     * Returns the subclasses that have tables of their own with all attributes, directly or indirectly. Their objects
     * do not share the identity of this entity.
     */
    public List<Mapper<?>> concretes() {
        return concretes;
    }

    /** Returns the entities that share the identity of this one. */
    public Hierarchy hierarchy() {
        return hierarchy;
    }

    /** Returns whether this is the given entity or inherits from it. */
    public boolean isA(Mapper<?> other) {
        return this == other || definition.isA(other.definition);
    }

    /** Returns the tables of the entity, the root's first. An object has a row in each. */
    public List<EntityTable> tables() {
        return tables;
    }

    /** Returns the table of the primary key: the only one, or that of the root. */
    public Table table() {
        return tables.get(0).table();
    }

    /** Returns the table in which an attribute is stored. */
    public EntityTable tableOf(int attribute) {
        Table stored = column(attribute).source();
        for (EntityTable one : tables) {
            if (one.table() == stored) {
                return one;
            }
        }
        throw new IllegalStateException("\"" + name() + "\" has no table of attribute " + attribute + ".");
    }

    /** Returns the attributes that are stored in one of the tables, in order. The array must not be modified. */
    public int[] attributes(EntityTable one) {
        return tableAttributes[one.slot()];
    }

    /**
     * Returns the attributes of a shape in the order in which an INSERT writes their columns: that of the table, which
     * differs from that of the attributes only if the program declared the table itself.
     */
    public int[] inTableOrder(BitSet shape) {
        int[] attributes = shape.stream().toArray();
        return isOrdered ? attributes
                : Arrays.stream(attributes).boxed()
                        .sorted(Comparator.comparingInt(i -> column(i).source().columns().indexOf(column(i))))
                        .mapToInt(Integer::intValue).toArray();
    }

    private boolean isInOrder() {
        for (EntityTable one : tables) {
            int last = -1;
            for (int attribute : tableAttributes[one.slot()]) {
                int position = one.table().columns().indexOf(column(attribute));
                if (position < last) {
                    return false;
                }
                last = position;
            }
        }
        return true;
    }

    /** Returns the column of an attribute that is stored in one. */
    public Column<?> column(int attribute) {
        return Objects.requireNonNull(columns[attribute], "column");
    }

    /** Returns the definition of an attribute that is stored in a column. */
    public ColumnDefinition columnDefinition(int attribute) {
        return Objects.requireNonNull(columnDefinitions[attribute], "column");
    }

    /** Returns the attributes that are stored in columns, in order. The array must not be modified. */
    public int[] columnAttributes() {
        return columnAttributes;
    }

    /**
     * Returns the attributes whose column is NOT NULL and whose field may have no value, in order. The array must not
     * be modified.
     */
    public int[] requiredAttributes() {
        return requiredAttributes;
    }

    /** Returns the attributes that the database computes, in order. The array must not be modified. */
    public int[] formulas() {
        return formulas;
    }

    /** Returns whether an attribute is an expression that each query supplies, so that it is null without one. */
    public boolean isPerQuery(int attribute) {
        return definition.attribute(attribute) instanceof FormulaDefinition formula && formula.isPerQuery();
    }

    /**
     * Returns the attributes that are read from rows, in order: those that are stored in columns, and formulas. The
     * array must not be modified.
     */
    public int[] rowAttributes() {
        return rowAttributes;
    }

    /** Returns the attributes of the primary key, in order. The array must not be modified. */
    public int[] primaryKey() {
        return definition.primaryKey();
    }

    /** Returns whether an attribute is part of the primary key. */
    public boolean isPrimaryKey(int attribute) {
        return definition.attribute(attribute) instanceof ColumnDefinition column && column.isPrimaryKey();
    }

    /** Returns whether the primary key is a single integer that is stored unchanged. */
    public boolean hasWholeKey() {
        return wholeKey;
    }

    /** Returns the attribute of the version counter, or -1. */
    public int version() {
        return version;
    }

    /** Returns the version attribute that statements write, or -1 if there is none or the database determines it. */
    public int writtenVersion() {
        return version >= 0 && columnDefinition(version).isServerVersion() ? -1 : version;
    }

    /** Returns whether the database determines the version. */
    public boolean hasServerVersion() {
        return version >= 0 && columnDefinition(version).isServerVersion();
    }

    /** Returns the attribute of the primary key that the database generates, or -1. */
    public int generated() {
        return generated;
    }

    /** Returns the bits of the to-one attributes below 64. */
    public long toOneBits() {
        return toOneBits;
    }

    /** Returns the bits of the attributes below 64 that are stored in columns. */
    public long columnBits() {
        return columnBits;
    }

    /** Returns the bits of the attributes below 64 that the database computes. */
    public long formulaBits() {
        return formulaBits;
    }

    /** Returns the attributes whose values come from elsewhere if the program does not set them. */
    public AttributeDefaults defaults() {
        return defaults;
    }

    /** Returns the bits of the attributes below 64 that are unloaded in an expired object. */
    public long expiredBits() {
        return expiredBits;
    }

    /** Returns the attributes from 64 on that are unloaded in an expired object. The array must not be modified. */
    public int[] expiredBeyond() {
        return expiredBeyond;
    }

    /** Returns the attributes that are collections. The array must not be modified. */
    public int[] collections() {
        return collections;
    }

    /** Returns the relationships in declaration order. */
    public List<RelationshipProperty> relationships() {
        return relationships;
    }

    /** Returns the relationships of this entity that are stored, without view-only ones. */
    public List<RelationshipProperty> storedRelationships() {
        return storedRelationships;
    }

    /** Returns the lists whose elements hold their positions. */
    public List<RelationshipProperty> numberedLists() {
        return numberedLists;
    }

    /** Returns the relationships whose foreign key is in this table. */
    public List<RelationshipProperty> manyToOnes() {
        return manyToOnes;
    }

    /** Returns the foreign keys of the table to tables of the model, including those of relationships. */
    public List<ForeignKeyProperty> foreignKeys() {
        return foreignKeys;
    }

    /**
     * Returns the attributes of each unique key: the primary key first, then the unique constraints. The arrays must
     * not be modified.
     */
    public List<int[]> uniqueKeys() {
        return uniqueKeys;
    }

    /** Returns the relationship of an attribute. */
    public RelationshipProperty relationship(int attribute) {
        return Objects.requireNonNull(byIndex[attribute], "relationship");
    }

    /** Creates an object that is not initialized from a row yet. */
    public ManagedEntity create() {
        return EntityInternals.managed(definition.create());
    }

    /** Returns the type of the primary key, which defines when two keys are the same. */
    public KeyType keyType() {
        return keyType;
    }

    /** Returns the key of an object in the form that the identity map uses, or null if a part of it is missing. */
    public @Nullable Object key(ManagedEntity entity) {
        return keyType.of(entity);
    }

    /** Returns the key of an object's row in the database, as it was before unflushed changes. */
    public Object storedKey(ManagedEntity entity) {
        return keyType.stored(entity);
    }

    @Override
    public String toString() {
        return name();
    }
}
