/** The workloads by Rubedo, as an application would write them. */
@NullMarked
package dev.rubedo.benchmarks.rubedo;

import org.jspecify.annotations.NullMarked;
