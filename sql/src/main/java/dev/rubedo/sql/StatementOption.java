package dev.rubedo.sql;

import dev.rubedo.stability.Spi;

/** An option of a statement that only the ORM understands, such as how relationships are loaded. Immutable. */
@Spi
public interface StatementOption {}
