/** JSON of entities with Jackson 3, limited to what is loaded. */
@NullMarked
package dev.rubedo.jackson;

import org.jspecify.annotations.NullMarked;
