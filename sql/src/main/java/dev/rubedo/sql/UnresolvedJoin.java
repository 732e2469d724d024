package dev.rubedo.sql;

/** A relationship to join over, which a session replaces by tables and a condition. Immutable. */
public interface UnresolvedJoin {
    /** Returns the entity that the relationship leads to. */
    UnresolvedEntity<?> target();

    /**
     * Says what this relationship consists of; one part unless overridden, told from others by {@code equals}.
     *
     * @param out what takes it apart
     */
    default void describe(Structure out) {
        out.part(this);
    }
}
