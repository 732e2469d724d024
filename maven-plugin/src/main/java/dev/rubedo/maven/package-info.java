/**
 * The goals of the Maven plugin. One class runs all of them: the goal names the command, which runs in a separate
 * process. Start reading at {@link dev.rubedo.maven.CommandMojo}.
 */
@NullMarked
package dev.rubedo.maven;

import org.jspecify.annotations.NullMarked;
