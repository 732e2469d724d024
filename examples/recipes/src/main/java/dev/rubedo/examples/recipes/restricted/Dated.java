package dev.rubedo.examples.recipes.restricted;

import dev.rubedo.mapping.Mixin;
import java.time.Instant;

/** An entity with a time. */
@Mixin
public interface Dated {
    /** The time. */
    Instant at();
}
