package dev.rubedo.orm.session;

import dev.rubedo.engine.Connection;
import dev.rubedo.engine.Engine;
import dev.rubedo.error.DatabaseException;
import dev.rubedo.error.DisconnectedException;
import dev.rubedo.error.PoolException;
import dev.rubedo.error.RubedoException;
import dev.rubedo.orm.internal.query.PlacementOption;
import dev.rubedo.orm.session.Replica.Commit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The replicas that a session reads from, and what it has written. Confined to one thread at a time. */
final class ReplicaReads {

    private final UnitOfWork unit;
    private final Map<Engine, ReplicaSet> sets;
    private final Map<Engine, Commit> commits = new HashMap<>();
    // of the open transaction
    private final Set<Engine> written = new HashSet<>();
    private final Map<Engine, Replica> chosen = new HashMap<>();
    private final Set<Engine> without = new HashSet<>();
    // the replica whose connection was used last, or null if that was another one
    private @Nullable Engine lastUsed;

    ReplicaReads(UnitOfWork unit, Map<Engine, ReplicaSet> sets) {
        this.unit = unit;
        this.sets = sets;
    }

    /** Records that the transaction writes to a database, from which it reads directly from now on. */
    void writes(Engine engine) {
        lastUsed = null;
        Engine primary = known(engine);
        if (primary != null) {
            written.add(primary);
        }
    }

    /** Records that a connection is about to be used: the one to this replica, or for null another one. */
    void uses(@Nullable Engine replica) {
        lastUsed = replica;
    }

    /** Returns the engine with replicas that an engine is, or is a view of with the same options, or null. */
    private @Nullable Engine known(Engine engine) {
        if (sets.containsKey(engine)) {
            return engine;
        }
        for (Engine each : sets.keySet()) {
            if (each.isSameAs(engine)) {
                return each;
            }
        }
        return null;
    }

    /**
     * Returns the engine of the replica to read instead of a database, or null to read the primary.
     *
     * @param option the option of the statement, or null for none
     */
    @Nullable
    Engine instead(Engine engine, PlacementOption.@Nullable Kind option) {
        Engine primary = known(engine);
        ReplicaSet set = primary == null ? null : sets.get(primary);
        if (primary == null || set == null || written.contains(primary) || option == PlacementOption.Kind.PRIMARY
                || unit.flusher().isFlushing()) {
            return null;
        }
        if (option == null && !set.replicas().isForAllReads() && !unit.session().isReadOnly()) {
            return null;
        }
        Replica replica = chosen.get(primary);
        if (replica == null && !without.contains(primary)) {
            replica = choose(primary, set);
        }
        return replica == null ? null : replica.engine();
    }

    private @Nullable Replica choose(Engine primary, ReplicaSet set) {
        Commit last = commits.get(primary);
        if (last == null || last.position() != null || !last.isWithin(set.replicas().window())) {
            for (Replica replica : set.inTurn()) {
                if (replica.isTried() && isUsable(replica, last)) {
                    chosen.put(primary, replica);
                    return replica;
                }
            }
        }
        without.add(primary);
        return null;
    }

    private boolean isUsable(Replica replica, @Nullable Commit last) {
        SessionTransaction transaction = unit.session().transaction();
        try {
            Connection connection = transaction.reading(replica.engine());
            if (replica.isUsable(connection, last)) {
                return true;
            }
        } catch (DatabaseException | PoolException e) {
            replica.leaveOut("cannot be read", e);
        }
        transaction.stopReading(replica.engine());
        return false;
    }

    /** Leaves out the replica whose connection was lost in a read. Returns whether the read can be repeated. */
    boolean isRepeatable(RubedoException failure) {
        Engine used = lastUsed;
        if (used == null || !(failure instanceof DisconnectedException)) {
            return false;
        }
        boolean isFound = false;
        for (Engine primary : List.copyOf(chosen.keySet())) {
            Replica replica = chosen.get(primary);
            if (replica != null && replica.engine() == used) {
                isFound = true;
                replica.leaveOut("was lost", failure);
                chosen.remove(primary);
                without.add(primary);
            }
        }
        if (isFound) {
            used.invalidatePool();
            unit.session().transaction().stopReading(used);
        }
        return isFound;
    }

    /** Records that the transaction was committed; its connections are still open. */
    void committed(Branches branches) {
        for (Engine primary : written) {
            commits.put(primary, new Commit(branches.position(primary), System.nanoTime()));
        }
    }

    /** Discards the records of the transaction. */
    void ended() {
        written.clear();
        chosen.clear();
        without.clear();
        lastUsed = null;
    }
}
