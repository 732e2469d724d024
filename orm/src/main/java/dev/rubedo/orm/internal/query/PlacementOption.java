package dev.rubedo.orm.internal.query;

import dev.rubedo.sql.StatementOption;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The option that determines in which database a statement is executed or a row is looked up. Immutable.
 *
 * @param kind the kind of database
 * @param shard the name of the shard; otherwise empty
 */
public record PlacementOption(Kind kind, String shard) implements StatementOption {

    /** The kinds of placement. Immutable. */
    public enum Kind {
        /** The name of a shard. */
        SHARD,
        /** The primary. */
        PRIMARY,
        /** A replica, if one is usable. */
        REPLICA
    }

    /** Checks for null. */
    public PlacementOption {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(shard, "shard");
    }

    /** Returns the shard that options name, or null. */
    public static @Nullable String shard(Iterable<? extends StatementOption> options) {
        String shard = null;
        for (StatementOption option : options) {
            if (option instanceof PlacementOption placement && placement.kind == Kind.SHARD) {
                shard = placement.shard;
            }
        }
        return shard;
    }

    /**
     * Checks that options name no shard.
     *
     * @throws IllegalArgumentException if they do, because what they apply to is not in shards
     */
    public static void requireNoShard(Iterable<? extends StatementOption> options) {
        String shard = shard(options);
        if (shard != null) {
            throw new IllegalArgumentException("The option onShard(\"" + shard
                    + "\") applies to entities and tables that"
                    + " are in shards: those of SessionFactory.builder(shards, model) that are not bound. Remove it.");
        }
    }

    /** Returns whether options name a replica or the primary, or null if they name neither. */
    public static @Nullable Kind copy(Iterable<? extends StatementOption> options) {
        Kind kind = null;
        for (StatementOption option : options) {
            if (option instanceof PlacementOption placement && placement.kind != Kind.SHARD) {
                kind = placement.kind;
            }
        }
        return kind;
    }

    @Override
    public String toString() {
        return switch (kind) {
            case SHARD -> "onShard(\"" + shard + "\")";
            case PRIMARY -> "fromPrimary()";
            case REPLICA -> "fromReplica()";
        };
    }
}
