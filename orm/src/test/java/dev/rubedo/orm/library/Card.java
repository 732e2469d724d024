package dev.rubedo.orm.library;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.ForeignKey;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;

/** A one-to-one whose foreign key is unique and required. Confined to one thread at a time. */
@Entity
public final class Card extends CardBase {
    interface Mapped {
        @Id
        Long id();

        @Column(length = 20, unique = true)
        String number();

        @ForeignKey("member.id")
        @Column(unique = true)
        Long memberId();

        @Relationship(backPopulates = "card")
        Member member();
    }

    Card() {}

    Card(String number) {
        number(number);
    }
}
