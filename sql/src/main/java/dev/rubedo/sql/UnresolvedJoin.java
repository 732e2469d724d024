package dev.rubedo.sql;

import dev.rubedo.stability.Spi;

/** A relationship to join along. The ORM replaces it with tables and a condition. Immutable. */
@Spi
public interface UnresolvedJoin {
    /** Returns the target entity of the relationship. */
    UnresolvedEntity<?> target();

    /**
     * Describes the components of this relationship; by default one part, distinguished by {@code equals}.
     *
     * @param out receives the components
     */
    default void describe(Structure out) {
        out.part(this);
    }
}
