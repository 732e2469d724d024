package dev.rubedo.orm.internal.query;

import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.orm.model.Mapper;
import dev.rubedo.orm.model.RelationshipProperty;
import dev.rubedo.result.RowReader;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One entity in the rows of a statement: which columns are its attributes, and what is read beside it from the same row or loaded after all
 * rows. Where other entities inherit from it, the discriminator of each row says which one the row is. Immutable once its plan is made.
 */
public final class LoadNode {

    /** What follows from an entity. */
    public sealed interface Step {

        /** Returns the relationship that is followed. */
        RelationshipProperty relationship();
    }

    /**
     * A relationship that is read from the same row. Immutable.
     *
     * @param relationship the relationship
     * @param target how the entity is read that it leads to
     */
    public record Joined(RelationshipProperty relationship, LoadNode target) implements Step {}

    /**
     * A relationship that is loaded when all rows are read. Immutable.
     *
     * @param relationship the relationship
     * @param strategy how it is loaded
     */
    public record AfterRows(RelationshipProperty relationship, LoaderStrategy strategy) implements Step {}

    /** How the rows of one entity are read. Immutable; its arrays are not to be changed. */
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
            boolean contiguous = Arrays.equals(attributes, mapper.columnAttributes());
            for (int i = 0; i < attributes.length; i++) {
                contiguous &= positions[i] == positions[0] + i;
            }
            contiguousAt = contiguous ? positions[0] : 0;
            int count = mapper.definition().attributes().size();
            long bits = mapper.toOneBits() | mapper.columnBits();
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

        /** Returns the entity of which an object is made. */
        public Mapper<?> mapper() {
            return mapper;
        }

        /** Returns the attributes that are read, in the order of their columns. */
        public int[] attributes() {
            return attributes;
        }

        /** Returns the column of each attribute that is read, from 1. */
        public int[] positions() {
            return positions;
        }

        /** Returns the first column where all attributes are read in their own order one after the other, or 0. */
        public int contiguousAt() {
            return contiguousAt;
        }

        /** Returns the bits of the attributes below 64 that are not there after reading. */
        public long unloadedBits() {
            return unloadedBits;
        }

        /** Returns the attributes from 64 on that are not there after reading. */
        public int[] unloadedBeyond() {
            return unloadedBeyond;
        }
    }

    private final int slot;
    private final Mapper<?> mapper;
    private final FetchGraph fetch;
    private final boolean optional;
    private final int[] keyPositions;
    private final @Nullable Variant only;
    private final int discriminator;
    private final Map<Object, Variant> variants;
    private List<Joined> joined = List.of();
    private List<AfterRows> afterRows = List.of();

    /** Makes the node of an entity from which nothing inherits. */
    LoadNode(int slot, Variant only, FetchGraph fetch, boolean optional) {
        this(slot, only, fetch, optional, 0, Map.of());
    }

    /**
     * Makes the node of an entity from which others inherit.
     *
     * @param base how the rows of the entity itself are read
     * @param discriminator the column that says which variant a row is, from 1; 0 where there is only one
     * @param variants how the rows of each entity are read, by the value of that column
     */
    LoadNode(int slot, Variant base, FetchGraph fetch, boolean optional, int discriminator,
            Map<Object, Variant> variants) {
        this.slot = slot;
        this.mapper = base.mapper;
        this.fetch = fetch;
        this.optional = optional;
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

    /** Returns the entity; rows may be of one that inherits from it. */
    public Mapper<?> mapper() {
        return mapper;
    }

    /** Returns the place of this entity among those of its plan, from 0. */
    public int slot() {
        return slot;
    }

    /** Returns what the query says about loading the entity. */
    public FetchGraph fetch() {
        return fetch;
    }

    /** Tells whether a row may lack the entity, as the other side of an outer join. */
    public boolean isOptional() {
        return optional;
    }

    /** Returns the columns of the primary key, from 1; not to be changed. */
    public int[] keyPositions() {
        return keyPositions;
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
        if (variant == null) {
            throw new InvalidStatementException("A row of \"" + mapper.name() + "\" has the discriminator value "
                    + (value == null ? "NULL" : "\"" + value + "\"")
                    + ", which no entity of the model has. Map the entity that has it, or correct the row.");
        }
        return variant;
    }

    /** Returns what is read beside the entity from the same row. */
    public List<Joined> joined() {
        return joined;
    }

    /** Returns what is loaded when all rows are read. */
    public List<AfterRows> afterRows() {
        return afterRows;
    }

    /** Tells whether anything besides the entity's own columns is loaded. */
    public boolean hasMore() {
        return !joined.isEmpty() || !afterRows.isEmpty();
    }
}
