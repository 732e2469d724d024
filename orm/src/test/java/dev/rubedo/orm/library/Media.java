package dev.rubedo.orm.library;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Polymorphic;
import dev.rubedo.mapping.Version;
import org.jspecify.annotations.Nullable;

/** The root of a hierarchy, of which there are objects too. Confined to one thread at a time. */
@Entity
@Polymorphic(on = "kind")
public class Media extends MediaBase {
    interface Mapped {
        @Id
        Long id();

        @Column(length = 20)
        String title();

        @Version
        int version();
    }

    Media() {}

    Media(String title) {
        title(title);
    }

    /** Returns what the subclass has, or null. */
    @Nullable
    Integer size() {
        return null;
    }
}
