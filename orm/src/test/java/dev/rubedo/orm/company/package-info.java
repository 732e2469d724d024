/**
 * A model of twelve entities with every kind of relationship, and what a unit of work must do with it.
 *
 * <p>
 * Start reading at {@link dev.rubedo.orm.company.CompanyTest}. Nothing may depend on this package.
 */
@NullMarked
package dev.rubedo.orm.company;

import org.jspecify.annotations.NullMarked;
