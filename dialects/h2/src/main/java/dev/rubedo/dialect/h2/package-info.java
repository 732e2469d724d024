/** H2: its dialect, JDBC backend and reflection. Start reading at {@link dev.rubedo.dialect.h2.H2Dialect}. */
@NullMarked
package dev.rubedo.dialect.h2;

import org.jspecify.annotations.NullMarked;
