/**
 * Which column an attribute means: a {@link dev.rubedo.orm.mapper.Model} makes ordinary tables out of entity definitions and
 * finds for each relationship the foreign key that makes it. Start reading at {@code Model}.
 */
@NullMarked
package dev.rubedo.orm.mapper;

import org.jspecify.annotations.NullMarked;
