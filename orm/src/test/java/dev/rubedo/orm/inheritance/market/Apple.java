package dev.rubedo.orm.inheritance.market;

import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Polymorphic;
import org.jspecify.annotations.Nullable;

/** An apple. Confined to one thread at a time. */
@Entity
@Polymorphic(identity = "apple")
public final class Apple extends AppleBase {
    interface Mapped extends Fruit.Mapped {
        @Nullable
        String color();
    }

    Apple() {}
}
