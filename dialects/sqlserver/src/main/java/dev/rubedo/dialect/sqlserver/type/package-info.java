/** The types that only SQL Server has. Start reading at {@link dev.rubedo.dialect.sqlserver.type.SqlServerTypes}. */
@NullMarked
package dev.rubedo.dialect.sqlserver.type;

import org.jspecify.annotations.NullMarked;
