package dev.rubedo.orm.internal.query;

import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.orm.model.Mapper;
import dev.rubedo.orm.model.RelationshipProperty;
import dev.rubedo.result.RowReader;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One entity in the rows of a statement: the columns of its attributes, and the relationships that are read from the
 * same row or loaded after all rows. If the entity has subclasses, the discriminator of each row determines its entity.
 * Immutable once its plan is complete.
 */
public final class LoadNode {

    /** A relationship that is loaded with an entity. */
    public sealed interface Step {

        /** Returns the relationship. */
        RelationshipProperty relationship();
    }

    /**
     * A relationship that is read from the same row. Immutable.
     *
     * @param relationship the relationship
     * @param target how the target entity is read
     */
    public record Joined(RelationshipProperty relationship, LoadNode target) implements Step {}

    /**
     * A relationship that is loaded after all rows are read. Immutable.
     *
     * @param relationship the relationship
     * @param strategy how it is loaded
     */
    public record AfterRows(RelationshipProperty relationship, LoaderStrategy strategy) implements Step {}

    /**
     * Columns of a subclass that are loaded after all rows are read. Immutable.
     *
     * @param mapper the subclass; its own subclasses have columns of their own
     * @param attributes the attributes
     */
    public record ColumnsAfterRows(Mapper<?> mapper, List<Integer> attributes) {

        /** Copies the list. */
        public ColumnsAfterRows {
            Objects.requireNonNull(mapper, "mapper");
            attributes = List.copyOf(attributes);
        }
    }

    /** How the rows of one entity are read. Immutable; its arrays must not be modified. */
    public static final class Variant {

        private final Mapper<?> mapper;
        private final int[] attributes;
        private final int[] positions;
        private final int contiguousAt;
        private final long unloadedBits;
        private final int[] unloadedBeyond;

        Variant(Mapper<?> mapper, int[] attributes, int[] positions) {
            this.mapper = mapper;
            this.attributes = attributes;
            this.positions = positions;
            boolean contiguous = Arrays.equals(attributes, mapper.rowAttributes());
            for (int i = 0; i < attributes.length; i++) {
                contiguous &= positions[i] == positions[0] + i;
            }
            contiguousAt = contiguous ? positions[0] : 0;
            int count = mapper.definition().attributes().size();
            long bits = mapper.toOneBits() | mapper.columnBits() | mapper.formulaBits();
            for (int attribute : attributes) {
                bits &= attribute < 64 ? ~(1L << attribute) : -1L;
            }
            unloadedBits = bits;
            int[] beyond = new int[count];
            int size = 0;
            for (int i = 64; i < count; i++) {
                int attribute = i;
                boolean read = Arrays.stream(attributes).anyMatch(one -> one == attribute);
                boolean collection = Arrays.stream(mapper.collections()).anyMatch(one -> one == attribute);
                if (!read && !collection) {
                    beyond[size++] = i;
                }
            }
            unloadedBeyond = Arrays.copyOf(beyond, size);
        }

        /** Returns the entity of the created object. */
        public Mapper<?> mapper() {
            return mapper;
        }

        /** Returns the attributes that are read, in the order of their columns. */
        public int[] attributes() {
            return attributes;
        }

        /** Returns the 1-based column of each attribute that is read. */
        public int[] positions() {
            return positions;
        }

        /** Returns the first column if all attributes are read from consecutive columns in their order, otherwise 0. */
        public int contiguousAt() {
            return contiguousAt;
        }

        /** Returns the bits of the attributes below 64 that are not loaded after reading. */
        public long unloadedBits() {
            return unloadedBits;
        }

        /** Returns the attributes from 64 on that are not loaded after reading. */
        public int[] unloadedBeyond() {
            return unloadedBeyond;
        }
    }

    private final int slot;
    private final Mapper<?> mapper;
    private final FetchGraph fetch;
    private final boolean optional;
    private final int[] keyPositions;
    private final Variant base;
    private final @Nullable Variant only;
    private final int discriminator;
    private Map<Object, Variant> variants;
    private boolean isUnion;
    private List<ColumnsAfterRows> columnsAfterRows = List.of();
    private List<Joined> joined = List.of();
    private List<AfterRows> afterRows = List.of();

    /** Creates the node of an entity without subclasses. */
    LoadNode(int slot, Variant only, FetchGraph fetch, boolean optional) {
        this(slot, only, fetch, optional, 0, Map.of());
    }

    /**
     * Creates the node of an entity with subclasses.
     *
     * @param base how the rows of the entity itself are read
     * @param discriminator the 1-based column that determines the variant of a row, or 0 if there is only one
     * @param variants how the rows of each entity are read, by the value of the discriminator
     */
    LoadNode(int slot, Variant base, FetchGraph fetch, boolean optional, int discriminator,
            Map<Object, Variant> variants) {
        this.slot = slot;
        this.mapper = base.mapper;
        this.fetch = fetch;
        this.optional = optional;
        this.base = base;
        this.only = discriminator == 0 ? base : null;
        this.discriminator = discriminator;
        this.variants = Map.copyOf(variants);
        int[] key = mapper.primaryKey();
        keyPositions = new int[key.length];
        for (int i = 0; i < base.attributes.length; i++) {
            for (int k = 0; k < key.length; k++) {
                if (key[k] == base.attributes[i]) {
                    keyPositions[k] = base.positions[i];
                }
            }
        }
    }

    void follow(List<Step> steps) {
        joined = steps.stream().filter(Joined.class::isInstance).map(Joined.class::cast).toList();
        afterRows = steps.stream().filter(AfterRows.class::isInstance).map(AfterRows.class::cast).toList();
    }

    /** Marks this node as a union of classes that do not share an identity. */
    LoadNode union() {
        isUnion = true;
        return this;
    }

    /** Returns whether the classes of the rows do not share an identity. */
    public boolean isUnion() {
        return isUnion;
    }

    /** Returns how the rows of each entity are read, by the value of the discriminator. */
    Map<Object, Variant> variants() {
        return variants;
    }

    /** Replaces the variants by those that read the tables of subclasses, and sets what is read after the rows. */
    void extend(Map<Object, Variant> extended, List<ColumnsAfterRows> later) {
        variants = Map.copyOf(extended);
        columnsAfterRows = List.copyOf(later);
    }

    /** Returns the entity. Rows may belong to a subclass. */
    public Mapper<?> mapper() {
        return mapper;
    }

    /** Returns the 0-based position of this entity in its plan. */
    public int slot() {
        return slot;
    }

    /** Returns how the query loads the entity. */
    public FetchGraph fetch() {
        return fetch;
    }

    /** Returns whether a row may lack the entity, because it is the optional side of an outer join. */
    public boolean isOptional() {
        return optional;
    }

    /** Returns the 1-based columns of the primary key. The array must not be modified. */
    public int[] keyPositions() {
        return keyPositions;
    }

    /** Returns the 1-based column of an attribute, or 0 if it is not read. */
    public int position(int attribute) {
        for (int i = 0; i < base.attributes.length; i++) {
            if (base.attributes[i] == attribute) {
                return base.positions[i];
            }
        }
        return 0;
    }

    /**
     * Returns how the current row is read.
     *
     * @throws InvalidStatementException if the discriminator has a value that no entity has
     */
    public Variant variant(RowReader row) {
        return only != null ? only : byDiscriminator(row);
    }

    private Variant byDiscriminator(RowReader row) {
        Object value = row.get(discriminator);
        Variant variant = value == null ? null : variants.get(value);
        if (variant == null && mapper.definition().isUnknownAsRoot()) {
            return base;
        }
        if (variant == null) {
            throw new InvalidStatementException("A row of \"" + mapper.name() + "\" has the discriminator value "
                    + (value == null ? "NULL" : "\"" + value + "\"")
                    + ", which no entity of the model has. Map an entity with this value, or correct the row.");
        }
        return variant;
    }

    /** Returns the relationships that are read from the same row. */
    public List<Joined> joined() {
        return joined;
    }

    /** Returns the relationships that are loaded after all rows are read. */
    public List<AfterRows> afterRows() {
        return afterRows;
    }

    /** Returns the columns of subclasses that are loaded after all rows are read. */
    public List<ColumnsAfterRows> columnsAfterRows() {
        return columnsAfterRows;
    }

    /** Returns whether anything is loaded right after the rows. */
    public boolean isLoadedFurther() {
        return !afterRows.isEmpty() || !columnsAfterRows.isEmpty();
    }

    /** Returns whether any relationship, or any column of another statement, is loaded with the entity. */
    public boolean hasMore() {
        return !joined.isEmpty() || isLoadedFurther();
    }
}
