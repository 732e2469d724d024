package blog;

import dev.rubedo.mapping.Column;
import org.jspecify.annotations.Nullable;

/** A record that is stored in columns of its owner. */
public record Place(@Column(name = "city", length = 40) String city, int zip, @Nullable Status status) {
}
