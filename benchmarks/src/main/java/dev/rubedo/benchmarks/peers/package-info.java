/** The workloads by other libraries, each in the best way that its documentation describes. */
@NullMarked
package dev.rubedo.benchmarks.peers;

import org.jspecify.annotations.NullMarked;
