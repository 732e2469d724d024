package dev.rubedo.examples.recipes.nested;

import static dev.rubedo.examples.recipes.nested.Position_.POSITION;
import static dev.rubedo.orm.Orm.count;
import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.Orm.update;

import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.Session;
import java.util.List;
import java.util.Objects;

/** Adds positions and reads the positions above and below them. Stateless and thread-safe. */
public final class Organization {

    /** The entities. */
    public static final Model MODEL = Model.of(POSITION);

    private Organization() {}

    /** Creates the first position. */
    public static Position root(Session session, String title) {
        Position root = new Position(title, 1);
        session.add(root);
        return root;
    }

    /**
     * Makes room below a position with two statements, which also update all loaded positions, and adds a position
     * there.
     */
    public static Position below(Session session, Position above, String title) {
        session.flush();
        int at = above.to();
        session.execute(update(POSITION).set(POSITION.from, POSITION.from.plus(2)).where(POSITION.from.gt(at)));
        session.execute(update(POSITION).set(POSITION.to, POSITION.to.plus(2)).where(POSITION.to.ge(at)));
        Position added = new Position(title, at);
        session.add(added);
        return added;
    }

    /** Returns the titles of the positions below a position. */
    public static List<String> below(Session session, Position position) {
        return session.all(select(POSITION.title).where(POSITION.from.gt(position.from()),
                POSITION.to.lt(position.to())).orderBy(POSITION.from));
    }

    /** Returns the titles, each indented by one space for every position above it. */
    public static List<String> indented(Session session) {
        Position_ above = POSITION.as("above");
        return session.execute(select(POSITION.title, count(above.id).as("depth"))
                .leftJoin(above, above.from.lt(POSITION.from).and(above.to.gt(POSITION.to)))
                .groupBy(POSITION.id, POSITION.title, POSITION.from).orderBy(POSITION.from)).stream()
                .map(row -> " ".repeat(((Number) Objects.requireNonNull(row.get("depth"))).intValue())
                        + row.get("title"))
                .toList();
    }
}
