/** A hierarchy whose table has rows of classes that the program does not know. */
@NullMarked
package dev.rubedo.orm.inheritance.market;

import org.jspecify.annotations.NullMarked;
