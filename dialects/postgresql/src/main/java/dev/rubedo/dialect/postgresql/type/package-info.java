/**
 * The types that PostgreSQL alone has, and their operators. Start reading at
 * {@link dev.rubedo.dialect.postgresql.type.PostgresTypes}; a type of one's own implements
 * {@link dev.rubedo.dialect.postgresql.type.TextualType}. Nothing here may depend on the dialect.
 */
@NullMarked
package dev.rubedo.dialect.postgresql.type;

import org.jspecify.annotations.NullMarked;
