/** The entities that the tests of the ORM share: every kind of relationship once. */
@NullMarked
package dev.rubedo.orm.shop;

import org.jspecify.annotations.NullMarked;
