/**
 * A model of twelve entities with every kind of relationship, and what a unit of work must do with it.
 *
 * <p>
 * Start reading at {@link dev.rubedo.orm.hospital.CompanyTest}. Nothing may depend on this package.
 */
@NullMarked
package dev.rubedo.orm.hospital;

import org.jspecify.annotations.NullMarked;
