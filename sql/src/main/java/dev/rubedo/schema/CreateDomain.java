package dev.rubedo.schema;

import dev.rubedo.type.Domain;

/**
 * {@code CREATE DOMAIN}. Immutable.
 *
 * @param domain the domain
 */
public record CreateDomain(Domain<?> domain) implements DdlElement {}
