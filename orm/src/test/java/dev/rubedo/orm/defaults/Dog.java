package dev.rubedo.orm.defaults;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Default;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.OnUpdate;
import dev.rubedo.mapping.Polymorphic;
import org.jspecify.annotations.Nullable;

/** Has a table of its own. Confined to one thread at a time. */
@Entity(table = "dogs")
@Polymorphic(identity = "dog")
public final class Dog extends DogBase {
    interface Mapped extends Pet.Mapped {
        @Default("woof")
        @Column(length = 20)
        String sound();

        @OnUpdate(sql = "'trained'")
        @Column(length = 20)
        @Nullable
        String training();
    }

    Dog() {}

    Dog(String name) {
        name(name);
    }
}
