package dev.rubedo.orm.corner;

import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.JoinTable;
import dev.rubedo.mapping.Loading;
import dev.rubedo.mapping.Relationship;
import java.util.List;
import java.util.Set;

/** Primitive key, friends among themselves over a table, a spouse, letters in two roles. Confined to one thread at a time. */
@Entity(table = "people")
public final class Person extends PersonBase {
    interface Mapped {
        @Id
        long id();

        String name();

        boolean active();

        @Relationship(backPopulates = "admirers")
        @JoinTable(name = "friendships", columns = "person_id", inverseColumns = "friend_id")
        Set<Person> friends();

        @Relationship(backPopulates = "friends")
        @JoinTable(name = "friendships", columns = "friend_id", inverseColumns = "person_id")
        Set<Person> admirers();

        @Relationship(foreignKey = "senderId", backPopulates = "sender", orderBy = "text desc")
        List<Letter> sent();

        @Relationship(foreignKey = "receiverId", backPopulates = "receiver", loading = Loading.SELECT_IN)
        List<Letter> received();
    }

    Person() {}

    /** Makes one. */
    public Person(String name) {
        name(name);
    }
}
