package dev.rubedo.orm.hospital;

import dev.rubedo.mapping.Access;
import dev.rubedo.mapping.ServerDefault;
import dev.rubedo.mapping.Setter;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** A mixin: who wrote a row, and when. */
@Setter(Access.NONE)
public interface Audited {
    @ServerDefault("CURRENT_TIMESTAMP")
    LocalDateTime created();
    @Setter(Access.PUBLIC)
    @Nullable
    String changedBy();
}
