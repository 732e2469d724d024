package dev.rubedo.orm.query;

import dev.rubedo.orm.mapper.Mapper;
import dev.rubedo.orm.mapper.RelationshipProperty;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * One entity in the rows of a statement: which columns are its attributes, what is read beside it from the same row and what is fetched
 * after. Immutable once its plan is made.
 */
public final class LoadNode {

    /**
     * A relationship that is read from the same row. Immutable.
     *
     * @param relationship the relationship
     * @param target how the entity is read that it leads to
     */
    public record Joined(RelationshipProperty relationship, LoadNode target) {}

    final int slot;
    final Mapper<?> mapper;
    final Fetch fetch;
    final boolean optional;
    final int[] attributes;
    final int[] positions;
    final int[] keyPositions;
    final int contiguousAt;
    final long unloadedBits;
    final int[] unloadedBeyond;
    final List<Joined> joined = new ArrayList<>();
    final List<RelationshipProperty> selectIns = new ArrayList<>();

    LoadNode(int slot, Mapper<?> mapper, Fetch fetch, boolean optional, int[] attributes, int[] positions) {
        this.slot = slot;
        this.mapper = mapper;
        this.fetch = fetch;
        this.optional = optional;
        this.attributes = attributes;
        this.positions = positions;
        int[] key = mapper.primaryKey();
        keyPositions = new int[key.length];
        boolean contiguous = Arrays.equals(attributes, mapper.columnAttributes());
        for (int i = 0; i < attributes.length; i++) {
            contiguous &= positions[i] == positions[0] + i;
            for (int k = 0; k < key.length; k++) {
                if (key[k] == attributes[i]) {
                    keyPositions[k] = positions[i];
                }
            }
        }
        contiguousAt = contiguous ? positions[0] : 0;
        int count = mapper.definition().attributes().size();
        long bits = mapper.toOneBits() | mapper.columnBits();
        int[] beyond = new int[count];
        int size = 0;
        for (int attribute : attributes) {
            bits &= attribute < 64 ? ~(1L << attribute) : -1L;
        }
        for (int i = 64; i < count; i++) {
            int attribute = i;
            boolean read = Arrays.stream(attributes).anyMatch(one -> one == attribute);
            boolean collection = Arrays.stream(mapper.collections()).anyMatch(one -> one == attribute);
            if (!read && !collection) {
                beyond[size++] = i;
            }
        }
        unloadedBits = bits;
        unloadedBeyond = Arrays.copyOf(beyond, size);
    }

    /** Returns the entity. */
    public Mapper<?> mapper() {
        return mapper;
    }

    /** Returns the place of this entity among those of its plan, from 0. */
    public int slot() {
        return slot;
    }

    /** Returns what the query says about loading the entity. */
    public Fetch fetch() {
        return fetch;
    }

    /** Tells whether a row may lack the entity, as the other side of an outer join. */
    public boolean isOptional() {
        return optional;
    }

    /** Returns the attributes that are read, in the order of their columns; not to be changed. */
    public int[] attributes() {
        return attributes;
    }

    /** Returns the column of each attribute that is read, from 1; not to be changed. */
    public int[] positions() {
        return positions;
    }

    /** Returns the columns of the primary key, from 1; not to be changed. */
    public int[] keyPositions() {
        return keyPositions;
    }

    /** Returns the first column where all attributes are read in their own order one after the other, or 0. */
    public int contiguousAt() {
        return contiguousAt;
    }

    /** Returns the bits of the attributes below 64 that are not there after reading. */
    public long unloadedBits() {
        return unloadedBits;
    }

    /** Returns the attributes from 64 on that are not there after reading; not to be changed. */
    public int[] unloadedBeyond() {
        return unloadedBeyond;
    }

    /** Returns what is read beside the entity from the same row. */
    public List<Joined> joined() {
        return Collections.unmodifiableList(joined);
    }

    /** Returns the relationships that are loaded right after the rows. */
    public List<RelationshipProperty> selectIns() {
        return Collections.unmodifiableList(selectIns);
    }

    /** Tells whether anything besides the entity's own columns is loaded. */
    public boolean hasMore() {
        return !joined.isEmpty() || !selectIns.isEmpty();
    }
}
