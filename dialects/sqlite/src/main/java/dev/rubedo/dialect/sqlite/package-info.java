/** The dialect and the backend of one database. */
@NullMarked
package dev.rubedo.dialect.sqlite;

import org.jspecify.annotations.NullMarked;
