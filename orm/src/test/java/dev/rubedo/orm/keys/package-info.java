/** Tests of keys. */
@NullMarked
package dev.rubedo.orm.keys;

import org.jspecify.annotations.NullMarked;
