/** The types that only Oracle has. Start reading at {@link dev.rubedo.dialect.oracle.type.OracleTypes}. */
@NullMarked
package dev.rubedo.dialect.oracle.type;

import org.jspecify.annotations.NullMarked;
