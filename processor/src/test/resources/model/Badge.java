package blog;

import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;

/** A foreign key of two columns, made by its relationship. */
@Entity
final class Badge extends BadgeBase {

    interface Mapped {
        @Id(assigned = true) int number();

        @Relationship Membership membership();
    }
}
