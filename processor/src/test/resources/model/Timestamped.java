package blog;

import dev.rubedo.mapping.Access;
import dev.rubedo.mapping.ServerDefault;
import dev.rubedo.mapping.Setter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A mixin, with a method that needs no generating. */
@Setter(Access.NONE)
public interface Timestamped {

    /** When the row was made. */
    @ServerDefault("CURRENT_TIMESTAMP") Instant created();

    @Setter(Access.PUBLIC) @Nullable Instant updated();

    default boolean isFresh() {
        return updated() == null;
    }
}
