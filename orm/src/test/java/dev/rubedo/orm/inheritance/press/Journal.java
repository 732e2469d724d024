package dev.rubedo.orm.inheritance.press;

import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Polymorphic;
import dev.rubedo.mapping.Relationship;
import java.util.List;

/** A subclass with a table and a relationship of its own. Confined to one thread at a time. */
@Entity(table = "journals")
@Polymorphic(identity = "journal")
public class Journal extends JournalBase {
    protected interface Mapped extends Publication.Mapped {
        int volume();

        @Relationship(backPopulates = "journal", orderBy = "id")
        List<Issue> issues();
    }

    protected Journal() {}

    Journal(String code, String title, int volume) {
        code(code).title(title);
        volume(volume);
    }
}
