/** Tests of the dialect of Oracle. */
@NullMarked
package dev.rubedo.dialect.oracle;

import org.jspecify.annotations.NullMarked;
