package dev.rubedo.orm.relation.guide;

import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;

/** A letter from one employee to another. Confined to one thread at a time. */
@Entity(table = "letters")
public final class Letter extends LetterBase {
    interface Mapped {
        @Id
        Long id();

        @Relationship
        Employee sender();

        @Relationship
        Employee recipient();
    }
}
