package dev.rubedo.orm.session;

import dev.rubedo.orm.routing.Replicas;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The replicas of one database. Thread-safe. */
final class ReplicaSet {

    private final Replicas replicas;
    private final List<Replica> all;
    private final AtomicInteger turn = new AtomicInteger();

    ReplicaSet(Replicas replicas) {
        this.replicas = replicas;
        this.all = replicas.engines().stream().map(engine -> new Replica(engine, replicas)).toList();
    }

    Replicas replicas() {
        return replicas;
    }

    /** Returns all, the one whose turn it is first. */
    List<Replica> inTurn() {
        int first = Math.floorMod(turn.getAndIncrement(), all.size());
        List<Replica> ordered = new ArrayList<>(all.subList(first, all.size()));
        ordered.addAll(all.subList(0, first));
        return ordered;
    }
}
