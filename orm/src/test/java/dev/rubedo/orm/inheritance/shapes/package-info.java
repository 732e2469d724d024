/** Shapes of which each class has a table with all its attributes. */
@NullMarked
package dev.rubedo.orm.inheritance.shapes;

import org.jspecify.annotations.NullMarked;
