/**
 * Reflection: reading the schema of a database.
 *
 * <p>{@link dev.rubedo.reflect.Inspector} is the API. A {@link dev.rubedo.reflect.SchemaReader} per database reads the
 * catalog through {@link dev.rubedo.reflect.CatalogQueries}, which a connection implements, so that these statements
 * are logged and translated like any other. Start reading at {@link dev.rubedo.reflect.Inspector}.
 */
@NullMarked
package dev.rubedo.reflect;

import org.jspecify.annotations.NullMarked;
