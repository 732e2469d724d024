package dev.rubedo.orm.session;

import dev.rubedo.engine.Connection;
import dev.rubedo.engine.Engine;
import dev.rubedo.error.DatabaseException;
import dev.rubedo.error.DisconnectedException;
import dev.rubedo.orm.error.DistributedCommitException;
import dev.rubedo.orm.error.DistributedCommitException.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The databases of a session's transaction, in the order in which they joined it. Usually there is one.
 *
 * <p>With two-phase commit, the first database holds the decision: it prepares first, commits first and rolls back
 * last, if no other may keep the transaction prepared. So what is still prepared there is rolled back by a
 * {@link TwoPhaseRecovery recovery}, and what is prepared only elsewhere is committed. Confined to one thread at a
 * time.
 */
final class Branches {

    private static final Logger LOG = LoggerFactory.getLogger(Branches.class);

    private final SessionConnector connector;
    private final JoinMode joinMode;
    private final boolean twoPhase;
    private final Branch home;
    private final List<Branch> begun = new ArrayList<>(1);
    private @Nullable List<Branch> others;
    private final List<Branch> readers = new ArrayList<>(0);
    private @Nullable TwoPhaseName name;

    /**
     * @param home the database of the factory, or that of the given connection
     * @param joinMode how to join a transaction that is already open on the connection
     * @param twoPhase whether transactions can be prepared
     */
    Branches(SessionConnector connector, Branch home, JoinMode joinMode, boolean twoPhase) {
        this.connector = connector;
        this.home = home;
        this.joinMode = joinMode;
        this.twoPhase = twoPhase;
    }

    Branch home() {
        return home;
    }

    /** Returns the part of an engine, which may not have begun. */
    Branch of(Engine engine) {
        if (engine.isSameAs(home.engine())) {
            return home;
        }
        List<Branch> known = others;
        if (known == null) {
            known = new ArrayList<>();
            others = known;
        }
        for (Branch branch : known) {
            if (engine.isSameAs(branch.engine())) {
                return branch;
            }
        }
        Branch branch = new Branch(engine, true);
        known.add(branch);
        return branch;
    }

    /** Returns the part of a replica, which is only read and takes no part in commits. */
    Branch reader(Engine engine) {
        for (Branch branch : readers) {
            if (engine.isSameAs(branch.engine())) {
                return branch;
            }
        }
        Branch branch = new Branch(engine, true);
        readers.add(branch);
        return branch;
    }

    /** Closes the connection to a replica. */
    void stopReading(Engine engine) {
        readers.removeIf(branch -> {
            boolean isIt = engine.isSameAs(branch.engine());
            if (isIt) {
                end(branch);
            }
            return isIt;
        });
    }

    private static void end(Branch reader) {
        try {
            reader.end();
        } catch (RuntimeException e) {
            LOG.debug("The connection to replica {} could not be closed in order.", reader.engine(), e);
        }
    }

    private void endReaders() {
        readers.forEach(Branches::end);
        readers.clear();
    }

    /** Returns the log position of the last commit in a database, or null if it cannot report it. */
    @Nullable
    String position(Engine engine) {
        Branch branch = of(engine);
        Connection connection = branch.connection();
        if (connection == null || !branch.isOwn()) {
            return null;
        }
        try {
            return connection.writePosition().orElse(null);
        } catch (RuntimeException e) {
            LOG.debug("Database {} did not tell the position of a commit.", engine, e);
            return null;
        }
    }

    /** Returns the databases that take part in the transaction. */
    List<Branch> begun() {
        return begun;
    }

    /** Remembers the transactions in which the session has written. */
    void wrote() {
        begun.forEach(branch -> transaction(branch).wrote());
    }

    /** Returns whether nothing has begun in any database. */
    boolean isEmpty() {
        return begun.isEmpty() && readers.isEmpty();
    }

    Connection open(Branch branch) {
        return branch.open(connector);
    }

    /** Begins the transaction of a database, or joins the one that is open on its connection. */
    void begin(Branch branch, boolean mayBeOneOfMany) {
        Connection open = open(branch);
        if (readers.contains(branch)) {
            branch.join(JoinedTransaction.join(open, JoinMode.CONTROL_FULLY, false, ""), "");
            return;
        }
        String xid = "";
        if (twoPhase && mayBeOneOfMany) {
            if (name == null) {
                name = TwoPhaseName.create();
            }
            xid = name.of(begun.size() + 1);
        }
        JoinMode mode = branch == home ? joinMode : JoinMode.CONTROL_FULLY;
        branch.join(JoinedTransaction.join(open, mode, twoPhase, xid), xid);
        begun.add(branch);
    }

    private static JoinedTransaction transaction(Branch branch) {
        return Objects.requireNonNull(branch.joined(), "joined");
    }

    void prepare() {
        begun.forEach(Branch::prepare);
    }

    /**
     * Commits in all databases. If that fails, it rolls back where it is still possible.
     *
     * @throws DistributedCommitException if several databases take part
     */
    void commit() {
        if (begun.isEmpty()) {
            return;
        }
        if (begun.size() == 1) {
            commitOnly(transaction(begun.get(0)));
        } else if (twoPhase) {
            prepareAll();
            commitPrepared();
        } else {
            commitEach();
        }
    }

    /**
     * Commits, and rolls back if that fails: some databases leave a transaction open, with its locks, if COMMIT fails.
     */
    private static void commitOnly(JoinedTransaction transaction) {
        try {
            transaction.commit();
        } catch (Throwable e) {
            rollBackAfter(e, transaction);
            throw e;
        }
    }

    private static void rollBackAfter(Throwable failure, JoinedTransaction transaction) {
        try {
            transaction.rollback();
        } catch (RuntimeException again) {
            if (again != failure) {
                failure.addSuppressed(again);
            }
        }
    }

    private void prepareAll() {
        for (Branch branch : begun) {
            try {
                branch.prepare();
            } catch (RuntimeException e) {
                rollBackAfter(e);
                if (e instanceof DatabaseException database && database.isRetryable() && !branch.isUnsure()) {
                    throw e;
                }
                throw new DistributedCommitException(Outcome.ROLLED_BACK, List.of(place(branch)), place(branch)
                        + " could not prepare the transaction, so it was rolled back. See the cause."
                        + (branch.isUnsure() ? " That database and " + place(begun.get(0))
                                + " may keep it prepared, with its locks, until recoverTwoPhase(...) of the session"
                                + " factory is called." : " The transaction can be repeated."),
                        e);
            }
        }
    }

    private void rollBackAfter(RuntimeException failure) {
        try {
            rollback();
        } catch (RuntimeException again) {
            if (again != failure) {
                failure.addSuppressed(again);
            }
        }
    }

    private void commitPrepared() {
        decide(begun.get(0));
        List<String> unfinished = new ArrayList<>();
        RuntimeException failure = null;
        for (Branch branch : begun.subList(1, begun.size())) {
            try {
                transaction(branch).commit();
            } catch (RuntimeException e) {
                branch.invalidate();
                unfinished.add(place(branch));
                if (failure == null) {
                    failure = e;
                } else {
                    failure.addSuppressed(e);
                }
            }
        }
        if (failure != null) {
            throw new DistributedCommitException(Outcome.UNFINISHED, unfinished, "The transaction is committed, but "
                    + String.join(" and ", unfinished)
                    + " could not be notified and may keep it prepared, with its locks."
                    + " Call recoverTwoPhase(...) of the session factory when the database is back.", failure);
        }
    }

    /** Commits in the first database. */
    private void decide(Branch first) {
        try {
            transaction(first).commit();
        } catch (DisconnectedException e) {
            // nobody knows whether it was committed, so the others must stay prepared
            begun.forEach(Branch::invalidate);
            throw new DistributedCommitException(Outcome.IN_DOUBT, begun.stream().map(Branches::place).toList(),
                    "The connection was lost while " + place(first) + " was committing, so the outcome is not known."
                            + " The transaction stays prepared, with its locks, until recoverTwoPhase(...) of the session"
                            + " factory is called when that database is back.",
                    e);
        } catch (RuntimeException e) {
            rollBackAfter(e);
            throw new DistributedCommitException(Outcome.ROLLED_BACK, List.of(place(first)), place(first)
                    + " could not commit the prepared transaction, so it was rolled back in all databases."
                    + " The cause says why.", e);
        }
    }

    private void commitEach() {
        List<String> committed = new ArrayList<>();
        for (int i = 0; i < begun.size(); i++) {
            Branch branch = begun.get(i);
            try {
                transaction(branch).commit();
                committed.add(place(branch));
            } catch (RuntimeException e) {
                List<Branch> rest = begun.subList(i, begun.size());
                for (Branch other : rest) {
                    rollBackAfter(e, transaction(other));
                }
                if (committed.isEmpty()) {
                    throw e;
                }
                throw new DistributedCommitException(Outcome.PARTLY_COMMITTED,
                        rest.stream().map(Branches::place).toList(),
                        place(branch) + " could not commit, but " + String.join(" and ", committed)
                                + " had already committed. Use twoPhase(true) if the databases must commit atomically.",
                        e);
            }
        }
    }

    private static String place(Branch branch) {
        return branch.engine().toString();
    }

    /**
     * Rolls back in all databases, even if one fails, and then throws the first exception. If another database may keep
     * the transaction prepared, the first one does too, which tells a recovery to roll back.
     */
    void rollback() {
        Failures failures = new Failures();
        boolean remains = false;
        for (Branch branch : begun.reversed()) {
            boolean decides = branch == begun.get(0);
            if (decides && remains && branch.mayBePrepared()) {
                branch.invalidate();
            }
            failures.run(() -> transaction(branch).rollback());
            remains |= !decides && mayRemain(branch);
        }
        failures.throwFirst();
    }

    /** Returns whether a database that was requested to roll back may still have the prepared transaction. */
    private boolean mayRemain(Branch branch) {
        if (!branch.mayBePrepared() || branch.xid().isEmpty() || branch.isUnsure()) {
            return branch.isUnsure();
        }
        try (Connection other = connector.connect(branch.engine())) {
            if (other.recoverTwoPhase().contains(branch.xid())) {
                other.rollbackPrepared(branch.xid());
            }
            return false;
        } catch (RuntimeException e) {
            return true;
        }
    }

    /** Ends the transaction, after which another one may begin. */
    void end() {
        endReaders();
        begun.clear();
        name = null;
        if (others == null) {
            home.end();
            return;
        }
        Failures failures = new Failures();
        failures.run(home::end);
        others.forEach(branch -> failures.run(branch::end));
        failures.throwFirst();
    }

    /** Closes the physical connections, which are lost. */
    void invalidate() {
        home.invalidate();
        if (others != null) {
            others.forEach(Branch::invalidate);
        }
    }

    /** Ends the transaction without a commit. Returns whether that rolls back. */
    boolean close() {
        endReaders();
        begun.clear();
        name = null;
        if (others == null) {
            return home.close();
        }
        Failures failures = new Failures();
        boolean[] rollsBack = {false};
        others.reversed().forEach(branch -> failures.run(() -> rollsBack[0] |= branch.close()));
        failures.run(() -> rollsBack[0] |= home.close());
        failures.throwFirst();
        return rollsBack[0];
    }
}
