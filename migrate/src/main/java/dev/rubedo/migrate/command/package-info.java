/**
 * The migration commands, which programs, the command line and build tools call, with one class for each command. This
 * package may use all other packages of migrations. Start reading at {@link dev.rubedo.migrate.command.CommandContext}.
 */
@NullMarked
package dev.rubedo.migrate.command;

import org.jspecify.annotations.NullMarked;
