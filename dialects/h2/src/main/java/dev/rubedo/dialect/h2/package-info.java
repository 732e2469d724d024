/** The dialect and the backend of one database. */
@NullMarked
package dev.rubedo.dialect.h2;

import org.jspecify.annotations.NullMarked;
