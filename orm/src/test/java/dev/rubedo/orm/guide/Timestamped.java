package dev.rubedo.orm.guide;

import dev.rubedo.mapping.Access;
import dev.rubedo.mapping.Default;
import dev.rubedo.mapping.OnUpdate;
import dev.rubedo.mapping.Setter;
import java.time.Instant;

/** When a row was inserted and when it was changed last. */
interface Timestamped {
    @Setter(Access.NONE)
    @Default(from = Instant.class, method = "now")
    Instant createdAt();

    @Setter(Access.NONE)
    @Default(from = Instant.class, method = "now")
    @OnUpdate(from = Instant.class, method = "now")
    Instant updatedAt();
}
