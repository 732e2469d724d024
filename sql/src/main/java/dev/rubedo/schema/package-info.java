/**
 * The schema as data: tables, columns, constraints, indexes, and the DDL that makes and removes them, which stands in
 * the same package because {@code createAll} makes DDL and DDL holds tables. Nothing here reaches a database but
 * through {@link dev.rubedo.schema.DdlTarget}. Start reading at {@link dev.rubedo.schema.MetaData} and
 * {@link dev.rubedo.schema.Table}.
 */
@NullMarked
package dev.rubedo.schema;

import org.jspecify.annotations.NullMarked;
