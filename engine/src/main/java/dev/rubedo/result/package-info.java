/**
 * Results and parameters: reading what a statement returns, and writing its parameters.
 *
 * <p>{@link dev.rubedo.result.RowReader} and {@link dev.rubedo.result.ParameterWriter} are the fast, low-level API used
 * by generated code; {@link dev.rubedo.result.Result} is the convenient API. Start reading at
 * {@link dev.rubedo.result.Result}.
 */
@NullMarked
package dev.rubedo.result;

import org.jspecify.annotations.NullMarked;
