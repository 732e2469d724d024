package dev.rubedo.examples.modules;

import static dev.rubedo.examples.modules.Sighting_.SIGHTING;
import static dev.rubedo.orm.Orm.into;
import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.sql.Functions.sum;

import dev.rubedo.engine.Engine;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.SessionFactory;
import java.util.List;

/** Counts birds. Stateless. */
public final class Birds {

    private Birds() {}

    /**
     * A kind of bird. Immutable.
     *
     * @param bird the name
     * @param number how many were seen
     */
    public record Kind(String bird, Long number) {}

    /** Stores sightings in a database and returns the birds, the most frequent first. */
    public static List<Kind> count(String url) {
        try (Engine engine = Engine.create(url)) {
            Model model = Model.of(SIGHTING);
            model.metadata().createAll(engine);
            SessionFactory sessions = SessionFactory.of(engine, model);
            sessions.inTransaction(session -> session.addAll(List.of(new Sighting("Heron", 2), new Sighting("Coot", 5),
                    new Sighting("Heron", 1))));
            return sessions.fromTransaction(session -> session.all(select(into(Kind::new, SIGHTING.bird,
                    sum(SIGHTING.number))).groupBy(SIGHTING.bird).orderBy(sum(SIGHTING.number).desc())));
        }
    }

    /** Prints the birds and the modules that count them. */
    public static void main(String[] arguments) {
        count(arguments.length > 0 ? arguments[0] : "h2:///mem:birds").forEach(System.out::println);
        System.out.println(Birds.class.getModule() + " reads " + Engine.class.getModule());
    }
}
