package dev.rubedo.orm.inheritance.archive;

import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Polymorphic;

/** A subclass in the table of the root. Confined to one thread at a time. */
@Entity
@Polymorphic(identity = "booklet")
public class Booklet extends BookletBase {

    interface Mapped extends Paper.Mapped {}

    Booklet() {}

    Booklet(String title, int pages) {
        title(title).pages(pages);
    }
}
