package dev.rubedo.sql;

/** A relationship to join over, which a session replaces by tables and a condition. Immutable. */
public interface UnresolvedJoin {
    /** Returns the entity that the relationship leads to. */
    UnresolvedEntity<?> target();
}
