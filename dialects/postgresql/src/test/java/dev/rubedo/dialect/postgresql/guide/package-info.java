/** The samples of the guide that need PostgreSQL. */
@NullMarked
package dev.rubedo.dialect.postgresql.guide;

import org.jspecify.annotations.NullMarked;
