/**
 * The commands: what programs, the command line and build tools call. One class for each command. May use everything of
 * migrations. Start reading at {@link dev.rubedo.migrate.command.CommandContext}.
 */
@NullMarked
package dev.rubedo.migrate.command;

import org.jspecify.annotations.NullMarked;
