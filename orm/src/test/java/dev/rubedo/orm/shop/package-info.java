/** The entities that the tests of the object half share: every kind of relationship once. */
@NullMarked
package dev.rubedo.orm.shop;

import org.jspecify.annotations.NullMarked;
