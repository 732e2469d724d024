package dev.rubedo.orm.inheritance.press;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import org.jspecify.annotations.Nullable;

/** What only journals have. Confined to one thread at a time. */
@Entity(table = "issues")
public final class Issue extends IssueBase {
    interface Mapped {
        @Id
        Long id();

        @Column(length = 20)
        String name();

        @Relationship(backPopulates = "issues")
        @Nullable
        Journal journal();
    }

    Issue() {}

    Issue(String name) {
        name(name);
    }
}
