package dev.rubedo.schema;

/** Something that a table is made of. Immutable, but for columns until their table freezes. */
public sealed interface TableItem permits Column, Constraint, Index, TableOption {}
