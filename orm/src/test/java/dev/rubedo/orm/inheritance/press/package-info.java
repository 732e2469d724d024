/** A hierarchy with a table for each class, whose keys are assigned by the application. */
@NullMarked
package dev.rubedo.orm.inheritance.press;

import org.jspecify.annotations.NullMarked;
