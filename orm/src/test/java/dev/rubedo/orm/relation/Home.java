package dev.rubedo.orm.relation;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.ForeignKey;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.JoinCondition;
import dev.rubedo.mapping.Relationship;
import dev.rubedo.sql.Condition;
import org.jspecify.annotations.Nullable;

/** A home of a person. Confined to one thread at a time. */
@Entity(table = "homes")
public final class Home extends HomeBase {
    interface Mapped {
        @Id
        Long id();

        @Column(length = 30)
        String city();

        boolean main();

        @ForeignKey("people.id")
        Long personId();

        @Relationship(backPopulates = "homes")
        Person person();

        @Relationship(viewOnly = true)
        @Nullable
        Person localPerson();

        @Relationship(viewOnly = true)
        @Nullable
        Person bostonian();
    }

    Home() {}

    /** Makes one. */
    public Home(String city, boolean main) {
        city(city).main(main);
    }

    @JoinCondition("localPerson")
    static Condition local(Home_ home, Person_ person) {
        return home.city.eq(person.city);
    }

    @JoinCondition("bostonian")
    static Condition bostonian(Home_ home, Person_ person) {
        return person.city.eq("Boston");
    }
}
