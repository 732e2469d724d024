/** The dialect and the backend of one database. */
@NullMarked
package dev.rubedo.dialect.postgresql;

import org.jspecify.annotations.NullMarked;
