/** JSON of entities with Jackson 3: what is loaded, and nothing else. */
@NullMarked
package dev.rubedo.jackson;

import org.jspecify.annotations.NullMarked;
