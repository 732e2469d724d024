/** The workloads by hand-written JDBC: typed getters, batches of 1000, ids from a sequence. */
@NullMarked
package dev.rubedo.benchmarks.jdbc;

import org.jspecify.annotations.NullMarked;
