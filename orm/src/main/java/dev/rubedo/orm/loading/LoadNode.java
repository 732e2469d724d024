package dev.rubedo.orm.loading;

import dev.rubedo.orm.mapper.Mapper;
import dev.rubedo.orm.mapper.RelationshipProperty;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One entity in the rows of a statement: which columns are its attributes, what is read beside it from the same row and what is fetched
 * after. Immutable once its plan is made.
 */
public final class LoadNode {

    /** A relationship that is read from the same row. Immutable. */
    record Joined(RelationshipProperty relationship, LoadNode target) {}

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

    /** Tells whether anything besides the entity's own columns is loaded. */
    boolean hasMore() {
        return !joined.isEmpty() || !selectIns.isEmpty();
    }
}
