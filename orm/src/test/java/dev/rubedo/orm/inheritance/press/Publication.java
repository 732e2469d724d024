package dev.rubedo.orm.inheritance.press;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Polymorphic;

/** The root of the hierarchy. Confined to one thread at a time. */
@Entity(table = "publications")
@Polymorphic(on = "kind", identity = "publication")
public class Publication extends PublicationBase {
    protected interface Mapped {
        @Id(assigned = true)
        @Column(length = 10)
        String code();

        @Column(length = 20)
        String kind();

        @Column(length = 50)
        String title();
    }

    protected Publication() {}

    Publication(String code, String title) {
        code(code).title(title);
    }
}
