/**
 * The types that only PostgreSQL has, and their operators. Start reading at
 * {@link dev.rubedo.dialect.postgresql.type.PostgresTypes}; user-defined types implement
 * {@link dev.rubedo.dialect.postgresql.type.TextualType}. Nothing here depends on the dialect.
 */
@NullMarked
package dev.rubedo.dialect.postgresql.type;

import org.jspecify.annotations.NullMarked;
