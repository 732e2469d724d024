package dev.rubedo.orm.defaults;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Default;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.ForeignKey;
import dev.rubedo.mapping.Id;
import java.time.LocalDateTime;

/** A row of a join table, with more than its keys. Confined to one thread at a time. */
@Entity
final class Guidance extends GuidanceBase {
    interface Mapped {
        @Default(from = Clock.class)
        LocalDateTime since();

        @Id
        @ForeignKey("visit.id")
        Long visitId();

        @Id
        @ForeignKey("guide.id")
        Long guideId();

        @Default("en")
        @Column(length = 5)
        String language();
    }
}
