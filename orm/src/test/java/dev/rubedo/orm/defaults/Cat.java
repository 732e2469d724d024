package dev.rubedo.orm.defaults;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Default;
import dev.rubedo.mapping.Deferred;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.OnUpdate;
import dev.rubedo.mapping.Polymorphic;
import org.jspecify.annotations.Nullable;

/** Is stored with pets. Confined to one thread at a time. */
@Entity
@Polymorphic(identity = "cat")
public final class Cat extends CatBase {
    interface Mapped extends Pet.Mapped {
        @Default("9")
        int lives();

        @Default(sql = "'grey'")
        @Column(length = 20)
        String color();

        @OnUpdate("purr")
        @Column(length = 20)
        @Nullable
        String trick();

        @Deferred
        @Column(length = 100)
        @Nullable
        String secret();
    }

    Cat() {}

    Cat(String name) {
        name(name);
    }
}
