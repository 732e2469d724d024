package dev.rubedo.orm.everyday;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Version;
import java.util.UUID;

/** Has a random version. Confined to one thread at a time. */
@Entity
final class Page extends PageBase {
    interface Mapped {
        @Id
        Long id();

        @Column(length = 50)
        String title();

        @Version(from = UUID.class, method = "randomUUID")
        UUID version();
    }

    Page() {}

    Page(String title) {
        title(title);
    }
}
