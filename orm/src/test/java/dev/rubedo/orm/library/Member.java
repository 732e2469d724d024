package dev.rubedo.orm.library;

import static dev.rubedo.mapping.Cascade.ALL_DELETE_ORPHAN;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Owns at most one card, likes books that do not know of it, and is in clubs that do. Confined to one thread at a time. */
@Entity
public final class Member extends MemberBase {
    interface Mapped {
        @Id
        Long id();

        @Column(length = 30)
        String name();

        @Relationship(backPopulates = "member", cascade = ALL_DELETE_ORPHAN)
        @Nullable
        Card card();

        @Relationship(joinTable = "favourite")
        List<Book> favourites();

        @Relationship(joinTable = "membership", backPopulates = "members")
        List<Club> clubs();
    }

    Member() {}

    Member(String name) {
        name(name);
    }
}
