/**
 * Files: the configuration, the directory of revisions, the sources of revisions and what compiles and writes them. Start
 * reading at {@link dev.rubedo.migrate.script.ScriptDirectory}.
 */
@NullMarked
package dev.rubedo.migrate.script;

import org.jspecify.annotations.NullMarked;
