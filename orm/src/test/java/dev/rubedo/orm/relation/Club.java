package dev.rubedo.orm.relation;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;

/** A club of people. Confined to one thread at a time. */
@Entity(table = "clubs")
public final class Club extends ClubBase {
    interface Mapped {
        @Id
        Long id();

        @Column(length = 30)
        String name();
    }

    Club() {}

    /** Makes one. */
    public Club(String name) {
        name(name);
    }
}
