package dev.rubedo.orm.defaults;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Default;
import dev.rubedo.mapping.Deferred;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.OnUpdate;
import dev.rubedo.mapping.Polymorphic;
import org.jspecify.annotations.Nullable;

/** The root of a hierarchy with defaults. Confined to one thread at a time. */
@Entity
@Polymorphic(on = "kind", identity = "pet")
public class Pet extends PetBase {
    protected interface Mapped {
        @Id
        Long id();

        @Column(length = 20)
        String name();

        @Default("1")
        int age();

        @OnUpdate("changed")
        @Column(length = 20)
        @Nullable
        String state();

        @Deferred
        @Column(length = 100)
        @Nullable
        String story();
    }

    protected Pet() {}

    Pet(String name) {
        name(name);
    }
}
