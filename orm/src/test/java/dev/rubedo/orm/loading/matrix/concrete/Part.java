package dev.rubedo.orm.loading.matrix.concrete;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Polymorphic;

/** A part, the root of its hierarchy. Confined to one thread at a time. */
@Entity(table = "parts")
@Polymorphic(concrete = true)
public class Part extends PartBase {
    interface Mapped {
        @Id
        Long id();

        @Column(length = 20)
        String name();
    }
}
