/**
 * What generated code says about an entity: {@link dev.rubedo.orm.metamodel.EntityDefinition} is plain data, and
 * {@link dev.rubedo.orm.metamodel.EntityPath}, {@link dev.rubedo.orm.metamodel.Attribute},
 * {@link dev.rubedo.orm.metamodel.ToOne} and {@link dev.rubedo.orm.metamodel.ToMany} are what statements are written with.
 * Nothing here knows a table: which column an attribute means is decided by a model.
 */
@NullMarked
package dev.rubedo.orm.metamodel;

import org.jspecify.annotations.NullMarked;
