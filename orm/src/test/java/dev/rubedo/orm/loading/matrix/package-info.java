/** Every way to load, for every kind of relationship and of inheritance. */
@NullMarked
package dev.rubedo.orm.loading.matrix;

import org.jspecify.annotations.NullMarked;
