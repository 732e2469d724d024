package dev.rubedo.orm.model;

/**
 * A foreign key between the tables of two entities, made by a relationship or only by columns. The attributes correspond by position.
 * Immutable; the arrays are not to be changed.
 *
 * @param attributes the attributes of the entity that has it
 * @param target the entity it refers to
 * @param targetAttributes the attributes it refers to
 */
public record ForeignKeyProperty(int[] attributes, Mapper<?> target, int[] targetAttributes) {}
