package dev.rubedo.examples.recipes.restricted;

import dev.rubedo.mapping.Mixin;
import java.time.Instant;

/** What has a time. */
@Mixin
public interface Dated {
    /** The time. */
    Instant at();
}
