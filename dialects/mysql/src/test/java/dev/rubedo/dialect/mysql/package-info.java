/** Tests of the dialect. */
@NullMarked
package dev.rubedo.dialect.mysql;

import org.jspecify.annotations.NullMarked;
