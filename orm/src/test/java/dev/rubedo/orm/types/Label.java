package dev.rubedo.orm.types;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Type;

/** A label with one of two shades. Confined to one thread at a time. */
@Entity
public final class Label extends LabelBase {
    interface Mapped {
        @Id
        Long id();

        @Column(length = 20)
        String text();

        @Column(name = "shade_name")
        @Type(Shade.class)
        String shade();
    }

    Label() {}

    /** Makes one. */
    public Label(String text, String shade) {
        text(text);
        shade(shade);
    }
}
