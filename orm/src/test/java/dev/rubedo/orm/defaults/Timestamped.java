package dev.rubedo.orm.defaults;

import dev.rubedo.mapping.Access;
import dev.rubedo.mapping.Default;
import dev.rubedo.mapping.OnUpdate;
import dev.rubedo.mapping.Setter;
import java.time.LocalDateTime;

/** A mixin with the times of the INSERT and of the last UPDATE, as the clock of the test has them. */
interface Timestamped {

    @Default(from = Clock.class)
    @Setter(Access.NONE)
    LocalDateTime created();

    @Default(from = Clock.class)
    @OnUpdate(from = Clock.class)
    LocalDateTime updated();
}
