/** Employees in several tables: a root, subclasses with and without tables of their own. */
@NullMarked
package dev.rubedo.orm.inheritance.firm;

import org.jspecify.annotations.NullMarked;
