/**
 * Which column an attribute means: a {@link dev.rubedo.orm.model.Model} makes ordinary tables out of entity definitions and
 * checks the foreign key or join table of each relationship. Start reading at {@code Model}.
 */
@NullMarked
package dev.rubedo.orm.model;

import org.jspecify.annotations.NullMarked;
