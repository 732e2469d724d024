package dev.rubedo.examples.tutorial;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Default;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import java.time.Instant;

/** An association object: the role of a user in a team, and since when. Confined to one thread at a time. */
@Entity(table = "memberships")
public final class Membership extends MembershipBase {
    interface Mapped {
        @Id
        Long id();

        @Column(length = 20)
        String role();

        @Default(from = Instant.class, method = "now")
        Instant joinedAt();

        @Relationship(backPopulates = "memberships")
        User user();

        @Relationship(backPopulates = "memberships")
        Team team();
    }

    Membership() {}

    /** Creates the membership of a user in a team. */
    public Membership(User user, Team team, String role) {
        role(role);
        user(user);
        team(team);
    }
}
