package dev.rubedo.orm.guide;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.RenamedFrom;

/** A sample of {@code docs/guide/autogenerate.md}. Confined to one thread at a time. */
@Entity(table = "subscribers")
@RenamedFrom("readers")
public final class Subscriber extends SubscriberBase {
    interface Mapped {
        @Id
        Long id();

        @Column(length = 100)
        @RenamedFrom("mail")
        String email();
    }
}
