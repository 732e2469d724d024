/** Process timings of migrations beside other tools. Start reading at {@link dev.rubedo.benchmarks.migrations.MigrationProcesses}. */
@NullMarked
package dev.rubedo.benchmarks.migrations;

import org.jspecify.annotations.NullMarked;
