/**
 * The schema as data: tables, columns, constraints, indexes, and the DDL that creates and drops them. Both are in one
 * package because {@code createAll} creates DDL and DDL contains tables. Nothing here accesses a database except
 * through {@link dev.rubedo.schema.DdlTarget}. Start reading at {@link dev.rubedo.schema.MetaData} and
 * {@link dev.rubedo.schema.Table}.
 */
@NullMarked
package dev.rubedo.schema;

import org.jspecify.annotations.NullMarked;
