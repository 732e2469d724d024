/**
 * The engines of a session over several databases: binds of entities and tables, and routing by statement. Sessions and
 * their factories use it; start reading with {@link dev.rubedo.orm.routing.EngineRouter}.
 */
@NullMarked
package dev.rubedo.orm.routing;

import org.jspecify.annotations.NullMarked;
