package dev.rubedo.orm.inheritance.passive;

import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Polymorphic;

/** A subclass of a subclass with a third table. Confined to one thread at a time. */
@Entity(table = "violas")
@Polymorphic(identity = "viola")
public final class Viola extends ViolaBase {
    interface Mapped extends Strings.Mapped {
        int size();
    }

    Viola() {}

    Viola(String name, int size) {
        name(name).strings(4);
        size(size);
    }
}
