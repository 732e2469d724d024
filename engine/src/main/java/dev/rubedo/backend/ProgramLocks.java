package dev.rubedo.backend;

import java.util.Objects;

/** A kind of lock by which programs on one database exclude each other for longer than a transaction. Immutable. */
public sealed interface ProgramLocks permits ProgramLocks.OfSession, ProgramLocks.OfRow, ProgramLocks.OfFile {

    /**
     * A lock of the server, which belongs to a database session and ends with it. Each query returns at most one row,
     * with the column {@code answer}.
     *
     * @param scope the query for the scope in which lock names are unique, such as the database
     * @param acquire the query that acquires the lock with the name in its parameter without waiting; 1 if it did
     * @param held the query for whether the session holds the lock with the name in its parameter; 1 if it does
     * @param release the query that releases the lock with the name in its parameter
     * @param holder the query for a description of the session that holds the lock with the name in its parameter; no
     *     row if that is not known
     */
    record OfSession(String scope, String acquire, String held, String release, String holder)
            implements
                ProgramLocks {
        /** Checks the components. */
        public OfSession {
            Objects.requireNonNull(scope, "scope");
            Objects.requireNonNull(acquire, "acquire");
            Objects.requireNonNull(held, "held");
            Objects.requireNonNull(release, "release");
            Objects.requireNonNull(holder, "holder");
        }
    }

    /** A row that is changed in an open transaction, for every database with row locks. */
    record OfRow() implements ProgramLocks {}

    /**
     * A lock of the operating system on a file next to that of the database.
     *
     * @param query the query for the path of the database file, with the column {@code answer}; empty if the database
     *     is in memory
     */
    record OfFile(String query) implements ProgramLocks {
        /** Checks the query. */
        public OfFile {
            Objects.requireNonNull(query, "query");
        }
    }
}
