package dev.rubedo.benchmarks;

/**
 * The workloads of a unit of work, by one contender. What they return is checked: a digest of all columns of all objects
 * read, or the sum of the ids of the rows that were inserted. Confined to one thread.
 */
public interface ObjectWorkloads extends AutoCloseable {
    /** W1: gets a user by primary key, in a new session. */
    default long w1(long key) throws Exception {
        throw missing("w1");
    }

    /** W2: loads all users in one query. */
    default long w2() throws Exception {
        throw missing("w2");
    }

    /** W4: loads 1,000 users with 3 addresses each, by the best strategy, or the first if there are several. */
    default long w4() throws Exception {
        throw missing("w4");
    }

    /** W4 by a join in the same statement. */
    default long w4joined() throws Exception {
        throw missing("w4joined");
    }

    /** W5: inserts users in one transaction, whose ids are known afterwards. */
    default long w5(int count) throws Exception {
        throw missing("w5");
    }

    /** W6: loads all users, changes every hundredth, flushes and commits. */
    default long w6() throws Exception {
        throw missing("w6");
    }

    /** W7: flushes a session in which all users are clean. */
    default void w7() throws Exception {
        throw missing("w7");
    }

    /** W8: inserts 1,000 users with 3 addresses each, by cascade. */
    default long w8() throws Exception {
        throw missing("w8");
    }

    /** Loads all users and changes each of them in one transaction. */
    default long updateAll() throws Exception {
        throw missing("updateAll");
    }

    /** Inserts one user in a transaction of its own, and returns its id. */
    default long single() throws Exception {
        throw missing("single");
    }

    /** Loads all users and returns what keeps them, for W12. */
    default Object hold() throws Exception {
        throw missing("hold");
    }

    private UnsupportedOperationException missing(String workload) {
        return new UnsupportedOperationException(getClass().getSimpleName() + " has no workload " + workload);
    }
}
