package dev.rubedo.examples.recipes.graph;

import static dev.rubedo.examples.recipes.graph.City_.CITY;
import static dev.rubedo.examples.recipes.graph.Road_.ROAD;
import static dev.rubedo.orm.Orm.literal;
import static dev.rubedo.orm.Orm.select;

import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.Session;
import java.util.List;

/** Queries the graph. Stateless and thread-safe. */
public final class Roads {

    /** The entities. */
    public static final Model MODEL = Model.of(CITY, ROAD);

    private Roads() {}

    /** Returns the cities that a road connects directly to a city. */
    public static List<String> neighbors(Session session, City city) {
        return session.all(select(ROAD.end().name).where(ROAD.start.eq(city)).orderBy(ROAD.end().name));
    }

    /** Returns all cities that can be reached by at most this many roads; the roads may form cycles. */
    public static List<String> reachable(Session session, City city, int roads) {
        Road_ next = ROAD.as("next");
        var reached = select(ROAD.endId, literal(1).as("roads")).where(ROAD.startId.eq(city.id()))
                .recursive("reached", all -> select(next.endId, all.column("roads", Integer.class).plus(1))
                        .join(all, next.startId.eq(all.column(ROAD.endId)))
                        .where(all.column("roads", Integer.class).lt(roads)));
        return session.all(select(CITY.name).where(CITY.id.in(select(reached.column(ROAD.endId)))).orderBy(CITY.name));
    }
}
