/**
 * The command line of migrations: one class for each command, which only parses its arguments. The commands themselves
 * are in {@code dev.rubedo.migrate.command}. Start reading at {@link dev.rubedo.cli.RubedoMigrations}.
 */
@NullMarked
package dev.rubedo.cli;

import org.jspecify.annotations.NullMarked;
