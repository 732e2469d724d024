package dev.rubedo.examples.recipes.vertical;

import static dev.rubedo.examples.recipes.vertical.Animal_.ANIMAL;
import static dev.rubedo.examples.recipes.vertical.Fact_.FACT;
import static dev.rubedo.orm.Orm.select;

import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.Session;
import java.util.List;

/** Animals and their facts. Stateless and thread-safe. */
public final class Animals {

    /** The entities. */
    public static final Model MODEL = Model.of(ANIMAL, FACT);

    private Animals() {}

    /** Returns the names of the animals with a fact. */
    public static List<String> with(Session session, String fact, String value) {
        return session.all(select(ANIMAL.name).where(ANIMAL.facts.any(FACT.name.eq(fact).and(FACT.text.eq(value))))
                .orderBy(ANIMAL.name));
    }
}
