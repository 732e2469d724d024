package dev.rubedo.orm.relation;

import dev.rubedo.mapping.Cascade;
import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.JoinCondition;
import dev.rubedo.mapping.Relationship;
import dev.rubedo.sql.Condition;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Somebody with homes and clubs, some of which are related by conditions. Confined to one thread at a time. */
@Entity(table = "people")
public final class Person extends PersonBase {
    interface Mapped {
        @Id
        Long id();

        @Column(length = 30)
        String name();

        @Column(length = 30)
        String city();

        @Relationship(backPopulates = "person", cascade = Cascade.ALL_DELETE_ORPHAN, orderBy = "id")
        List<Home> homes();

        @Relationship(viewOnly = true, orderBy = "id")
        List<Home> bostonHomes();

        @Relationship(viewOnly = true, orderBy = "id")
        List<Home> localHomes();

        @Relationship(viewOnly = true)
        @Nullable
        Home mainHome();

        @Relationship(viewOnly = true, orderBy = "id")
        List<Person> neighbours();

        @Relationship(joinTable = "memberships", viewOnly = true)
        Set<Club> clubs();

        @Relationship(joinTable = "memberships", viewOnly = true)
        Set<Club> activeClubs();
    }

    Person() {}

    /** Makes one. */
    public Person(String name, String city) {
        name(name).city(city);
    }

    @JoinCondition("bostonHomes")
    static Condition inBoston(Person_ person, Home_ home) {
        return home.city.eq("Boston");
    }

    @JoinCondition("localHomes")
    static Condition local(Person_ person, Home_ home) {
        return home.city.eq(person.city);
    }

    @JoinCondition("mainHome")
    static Condition main(Person_ person, Home_ home) {
        return home.main.eq(true);
    }

    @JoinCondition(value = "neighbours", standalone = true)
    static Condition near(Person_ person, Person_ other) {
        return person.city.eq(other.city).and(person.id.ne(other.id));
    }

    @JoinCondition("activeClubs")
    static Condition active(Person_ person, Membership_ membership, Club_ club) {
        return membership.active.eq(true);
    }
}
