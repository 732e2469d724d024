/**
 * Results: reading what a statement returned, and writing what it is given.
 *
 * <p>{@link dev.rubedo.result.RowReader} and {@link dev.rubedo.result.ParameterWriter} are the fast and plain way, used
 * by generated code; {@link dev.rubedo.result.Result} is the comfortable one. Start reading at
 * {@link dev.rubedo.result.Result}.
 */
@NullMarked
package dev.rubedo.result;

import org.jspecify.annotations.NullMarked;
