package dev.rubedo.orm.inheritance.market;

import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Polymorphic;
import org.jspecify.annotations.Nullable;

/** A fruit, of a known or an unknown kind. Confined to one thread at a time. */
@Entity(table = "fruits")
@Polymorphic(on = "kind", identity = "fruit", unknownAsRoot = true)
public class Fruit extends FruitBase {
    protected interface Mapped {
        @Id
        Long id();

        @Nullable
        String kind();

        int weight();
    }

    Fruit() {}

    Fruit(int weight) {
        weight(weight);
    }
}
