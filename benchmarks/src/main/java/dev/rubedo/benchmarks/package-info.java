/**
 * Workloads that Rubedo, hand-written JDBC and other libraries do side by side in one run.
 *
 * <p>
 * Start reading at {@link dev.rubedo.benchmarks.Comparison}, which runs them and prints the table of ratios;
 * {@link dev.rubedo.benchmarks.ObjectWorkloads} and {@link dev.rubedo.benchmarks.TableWorkloads} say what each workload is. Nothing may depend on this package.
 */
@NullMarked
package dev.rubedo.benchmarks;

import org.jspecify.annotations.NullMarked;
