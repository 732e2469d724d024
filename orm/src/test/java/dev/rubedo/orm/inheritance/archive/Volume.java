package dev.rubedo.orm.inheritance.archive;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Polymorphic;

/** A subclass with a table of its own. Confined to one thread at a time. */
@Entity(table = "volumes")
@Polymorphic(identity = "book")
public final class Volume extends VolumeBase {

    interface Mapped extends Paper.Mapped {
        @Column(length = 20)
        String binding();
    }

    Volume() {}

    Volume(String title, int pages, String binding) {
        title(title).pages(pages).binding(binding);
    }
}
