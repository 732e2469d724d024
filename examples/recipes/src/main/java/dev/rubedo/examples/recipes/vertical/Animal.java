package dev.rubedo.examples.recipes.vertical;

import dev.rubedo.mapping.Cascade;
import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An animal with facts. Confined to one thread at a time. */
@Entity(table = "animals")
public final class Animal extends AnimalBase {
    interface Mapped {
        @Id
        Long id();

        @Column(length = 50)
        String name();

        @Relationship(backPopulates = "animal", cascade = Cascade.ALL_DELETE_ORPHAN, mapKey = "name")
        Map<String, Fact> facts();
    }

    Animal() {}

    /** Creates an animal without facts. */
    public Animal(String name) {
        name(name);
    }

    /** Sets the value of a fact; null removes it. */
    public Animal fact(String name, @Nullable Object value) {
        if (value == null) {
            facts().remove(name);
        } else {
            facts().computeIfAbsent(name, Fact::new).value(value);
        }
        return this;
    }

    /** Returns the value of a fact, or null. */
    public @Nullable Object fact(String name) {
        Fact fact = facts().get(name);
        return fact == null ? null : fact.value();
    }
}
