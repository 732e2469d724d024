/** The dialect and the backend of one database. */
@NullMarked
package dev.rubedo.dialect.mysql;

import org.jspecify.annotations.NullMarked;
