package blog;

import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.ForeignKey;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;

/** A composite key whose parts are foreign keys: an association object. */
@Entity
final class Membership extends MembershipBase {

    interface Mapped {
        @Id @ForeignKey("shop.users.id") Long userId();

        @Id @ForeignKey("groups.id") Integer groupId();

        String role();

        @Relationship User user();

        @Relationship Group group();
    }
}
