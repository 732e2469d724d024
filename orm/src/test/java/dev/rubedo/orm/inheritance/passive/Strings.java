package dev.rubedo.orm.inheritance.passive;

import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Polymorphic;

/** A subclass with a table of its own. Confined to one thread at a time. */
@Entity(table = "string_instruments")
@Polymorphic(identity = "strings")
public class Strings extends StringsBase {
    protected interface Mapped extends Instrument.Mapped {
        int strings();
    }

    protected Strings() {}

    Strings(String name, int strings) {
        name(name);
        strings(strings);
    }
}
