package dev.rubedo.orm.hospital;

import dev.rubedo.mapping.Column;
import org.jspecify.annotations.Nullable;

/** A record that is embedded with a column prefix. */
public record Location(@Column(length = 80) String street, int zip, @Nullable Double latitude) {}
