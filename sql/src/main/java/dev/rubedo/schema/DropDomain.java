package dev.rubedo.schema;

import dev.rubedo.type.Domain;

/**
 * {@code DROP DOMAIN}. Immutable.
 *
 * @param domain the domain
 * @param ifExists whether to do nothing if the domain does not exist, instead of failing
 */
public record DropDomain(Domain<?> domain, boolean ifExists) implements DdlElement {}
