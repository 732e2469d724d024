package dev.rubedo.benchmarks;

/**
 * The workloads of rows and statements without entities, by one contender. What they return is checked: a digest of all
 * columns read, a number of rows, the sum of new ids, or SQL. Confined to one thread.
 */
public interface TableWorkloads extends AutoCloseable {
    /** What a row of W3 becomes. Immutable. */
    record Reader(long id, String name, int age) {}

    /** W3: reads three columns of all users as the rows or tuples of the library. */
    default long w3() throws Exception {
        throw missing("w3");
    }

    /** W3 by a constructor that the statement names. */
    default long w3typed() throws Exception {
        throw missing("w3typed");
    }

    /** W3 as records, whose class alone is given. */
    default long w3records() throws Exception {
        throw missing("w3records");
    }

    /** W9: builds a statement of medium size and renders it without a cache; returns its SQL. */
    default String w9() throws Exception {
        throw missing("w9");
    }

    /** W9 with a cache of statements. */
    default String w9cached() throws Exception {
        throw missing("w9cached");
    }

    /** W10: changes all users by one statement and commits; returns their number. */
    default long w10() throws Exception {
        throw missing("w10");
    }

    /** Reads a user by key on an open connection, by a statement that is built each time. */
    default long byKey(long key) throws Exception {
        throw missing("byKey");
    }

    /** Reads a user by key on an open connection, by a statement that was built before. */
    default long byKeyKept(long key) throws Exception {
        throw missing("byKeyKept");
    }

    /** Inserts users in one transaction and returns the sum of their ids. */
    default long insert(int count) throws Exception {
        throw missing("insert");
    }

    private UnsupportedOperationException missing(String workload) {
        return new UnsupportedOperationException(getClass().getSimpleName() + " has no workload " + workload);
    }
}
