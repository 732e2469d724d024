/**
 * The exceptions of Core and the codes of all errors. They carry only names and texts, never nodes of the tree, so that
 * every other package can throw them. Start reading at {@link dev.rubedo.error.RubedoException}.
 */
@NullMarked
package dev.rubedo.error;

import org.jspecify.annotations.NullMarked;
