/**
 * The Chinook music store: eleven mapped tables, and ten questions answered twice, by Core and by the ORM.
 *
 * <p>
 * Start reading at {@link dev.rubedo.examples.chinook.Answers}, the questions; {@link dev.rubedo.examples.chinook.CoreAnswers}
 * and {@link dev.rubedo.examples.chinook.OrmAnswers} must agree on every database. Nothing may depend on this package.
 */
@NullMarked
package dev.rubedo.examples.chinook;

import org.jspecify.annotations.NullMarked;
