/**
 * The metamodel that generated code creates for entities: {@link dev.rubedo.orm.metamodel.EntityDefinition} is plain
 * data, and {@link dev.rubedo.orm.metamodel.EntityPath}, {@link dev.rubedo.orm.metamodel.Attribute}, {@link
 * dev.rubedo.orm.metamodel.ToOne} and {@link dev.rubedo.orm.metamodel.ToMany} are the elements of statements. Nothing
 * here refers to a table: a model determines the column of an attribute.
 */
@NullMarked
package dev.rubedo.orm.metamodel;

import org.jspecify.annotations.NullMarked;
