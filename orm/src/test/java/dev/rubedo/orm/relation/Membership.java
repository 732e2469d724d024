package dev.rubedo.orm.relation;

import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.ForeignKey;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;

/** The membership of a person in a club: an association object. Confined to one thread at a time. */
@Entity(table = "memberships")
public final class Membership extends MembershipBase {
    interface Mapped {
        @Id
        @ForeignKey("people.id")
        Long personId();

        @Id
        @ForeignKey("clubs.id")
        Long clubId();

        boolean active();

        @Relationship
        Person person();

        @Relationship
        Club club();
    }

    Membership() {}

    /** Makes one. */
    public Membership(Person person, Club club, boolean active) {
        person(person).club(club).active(active);
    }
}
