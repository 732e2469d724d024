/**
 * Caching of query results, after the caching example of SQLAlchemy: a {@link dev.rubedo.cache.CacheRegion} keeps rows,
 * not objects, and evicts them after a time or when the engine commits a change to their tables.
 */
@NullMarked
package dev.rubedo.cache;

import org.jspecify.annotations.NullMarked;
