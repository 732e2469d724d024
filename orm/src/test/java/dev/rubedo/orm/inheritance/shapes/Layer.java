package dev.rubedo.orm.inheritance.shapes;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;

/** What shapes of all classes refer to. Confined to one thread at a time. */
@Entity(table = "layers")
public final class Layer extends LayerBase {

    interface Mapped {
        @Id
        Long id();

        @Column(length = 30)
        String title();
    }

    Layer() {}

    Layer(String title) {
        title(title);
    }
}
