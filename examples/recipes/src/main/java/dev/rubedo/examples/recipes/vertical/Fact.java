package dev.rubedo.examples.recipes.vertical;

import dev.rubedo.mapping.Column;
import dev.rubedo.mapping.Entity;
import dev.rubedo.mapping.Id;
import dev.rubedo.mapping.Relationship;
import org.jspecify.annotations.Nullable;

/** A named value of one of several types. Confined to one thread at a time. */
@Entity(table = "facts")
public final class Fact extends FactBase {
    interface Mapped {
        @Id
        Long id();

        @Column(length = 50)
        String name();

        @Column(length = 200)
        @Nullable
        String text();

        @Nullable
        Long number();

        @Nullable
        Boolean flag();

        @Relationship(backPopulates = "facts")
        Animal animal();
    }

    Fact() {}

    Fact(String name) {
        name(name);
    }

    void value(Object value) {
        text(null).number(null).flag(null);
        switch (value) {
            case String text -> text(text);
            case Integer number -> number(number.longValue());
            case Long number -> number(number);
            case Boolean flag -> flag(flag);
            case Object other -> throw new IllegalArgumentException("no fact can be a " + other.getClass().getName());
        }
    }

    @Nullable
    Object value() {
        return text() != null ? text() : number() != null ? number() : flag();
    }
}
