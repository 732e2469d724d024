package dev.rubedo.orm.session;

import dev.rubedo.engine.Connection;
import dev.rubedo.engine.Engine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Ends the two-phase transactions that a crash or a lost connection left prepared, as their first database decided: a
 * transaction that is prepared there is rolled back, in that database last; one that is prepared only elsewhere is
 * committed. Immutable.
 *
 * @param engines all databases of the transactions
 */
record TwoPhaseRecovery(Collection<Engine> engines) {

    /**
     * Ends the transactions that began longer ago than this, and returns their outcomes. A database that cannot be
     * reached is an exception before anything is ended, since the decision may be there.
     */
    List<RecoveredTransaction> run(Duration age) {
        Map<TwoPhaseName, Map<Integer, Engine>> transactions = new LinkedHashMap<>();
        for (Engine engine : engines) {
            try (Connection connection = engine.connect()) {
                for (String xid : connection.recoverTwoPhase()) {
                    TwoPhaseName.parse(xid).filter(part -> part.name().isOlderThan(age))
                            .ifPresent(part -> transactions.computeIfAbsent(part.name(), any -> new TreeMap<>())
                                    .putIfAbsent(part.number(), engine));
                }
            }
        }
        List<RecoveredTransaction> recovered = new ArrayList<>();
        transactions.forEach((name, parts) -> recovered.add(end(name, new TreeMap<>(parts))));
        return recovered;
    }

    private static RecoveredTransaction end(TwoPhaseName name, TreeMap<Integer, Engine> parts) {
        boolean commits = !parts.containsKey(1);
        parts.descendingMap().forEach((number, engine) -> {
            try (Connection connection = engine.connect()) {
                if (commits) {
                    connection.commitPrepared(name.of(number));
                } else {
                    connection.rollbackPrepared(name.of(number));
                }
            }
        });
        return new RecoveredTransaction(name.of(1).substring(0, name.of(1).lastIndexOf(':')), commits,
                parts.values().stream().map(Engine::toString).toList());
    }
}
