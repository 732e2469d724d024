package dev.rubedo.orm.model;

/**
 * A foreign key between the tables of two entities, of a relationship or of columns only. The attributes correspond by
 * position. Immutable; the arrays must not be modified.
 *
 * @param attributes the attributes of the referencing entity
 * @param target the referenced entity
 * @param targetAttributes the referenced attributes
 */
public record ForeignKeyProperty(int[] attributes, Mapper<?> target, int[] targetAttributes) {}
