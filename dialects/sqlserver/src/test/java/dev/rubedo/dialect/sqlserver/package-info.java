/** Tests of the dialect of SQL Server. */
@NullMarked
package dev.rubedo.dialect.sqlserver;

import org.jspecify.annotations.NullMarked;
