package dev.rubedo.orm.library;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Embedded;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.ForeignKey;
import dev.rubedo.mapping.Id;

/** Its label is its key in the map of its cabinet, of which it does not know. Confined to one thread at a time. */
@Entity
public final class Drawer extends DrawerBase {

    /** How large it is. Immutable. */
    record Size(int width, int height) {}

    interface Mapped {
        @Id
        Long id();

        @Column(length = 30)
        String name();

        @Column(length = 30)
        String label();

        @Embedded
        Size size();

        @ForeignKey("cabinet.id")
        Long cabinetId();
    }

    Drawer() {}

    Drawer(String name, int width) {
        name(name).size(new Size(width, 1));
    }
}
