package dev.rubedo.benchmarks.jdbc;

/** A bare bean. Immutable. */
record JdbcAddress(long id, String email, String city) {}
