package dev.rubedo.orm.extension.guide;

import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;

@Entity(table = "summaries")
final class Summary extends SummaryBase {
    interface Mapped {
        @Id
        Long id();

        String text();

        @Relationship(backPopulates = "summary")
        Article article();
    }

    Summary() {}

    Summary(String text) {
        text(text);
    }
}
