package dev.rubedo.orm.company;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.ForeignKey;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;

/** One-to-one: the foreign key is unique and not null. */
@Entity
public final class Badge extends BadgeBase {
    interface Mapped {
        @Id
        Long id();

        @Column(length = 20)
        String number();

        @ForeignKey("employee.id")
        @Column(unique = true)
        Long holderId();

        @Relationship(backPopulates = "badge")
        Employee holder();
    }

    Badge() {}

    Badge(String number) {
        number(number);
    }
}
