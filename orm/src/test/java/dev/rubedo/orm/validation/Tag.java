package dev.rubedo.orm.validation;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import java.util.Set;

/** A word for customers. Confined to one thread at a time. */
@Entity
final class Tag extends TagBase {
    interface Mapped {
        @Id
        Long id();

        @Column(length = 20)
        String name();

        @Relationship(joinTable = "customer_label", backPopulates = "tags")
        Set<Customer> customers();
    }

    Tag() {}

    Tag(String name) {
        name(name);
    }
}
