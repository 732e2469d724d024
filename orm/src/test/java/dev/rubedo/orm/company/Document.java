package dev.rubedo.orm.company;

import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.ForeignKey;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import org.jspecify.annotations.Nullable;

/** Two foreign keys to one class. */
@Entity
public final class Document extends DocumentBase {
    interface Mapped {
        @Id
        Long id();

        String title();

        @ForeignKey("employee.id")
        Long authorId();

        @ForeignKey("employee.id")
        @Nullable
        Long reviewerId();

        @Relationship(backPopulates = "written", foreignKey = "authorId")
        Employee author();

        @Relationship(backPopulates = "reviewed", foreignKey = "reviewerId")
        @Nullable
        Employee reviewer();
    }

    Document() {}

    Document(String title) {
        title(title);
    }
}
