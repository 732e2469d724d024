package dev.rubedo.schema;

/** An element of a table declaration. Immutable, except columns until their table freezes. */
public sealed interface TableItem permits Column, Constraint, Index, TableOption, ViewDefinition {}
