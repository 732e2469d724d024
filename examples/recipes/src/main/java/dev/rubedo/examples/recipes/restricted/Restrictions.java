package dev.rubedo.examples.recipes.restricted;

import static dev.rubedo.examples.recipes.restricted.Note_.NOTE;
import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.Orm.withoutCriteria;

import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import java.time.Instant;
import java.util.List;

/**
 * Factories whose sessions see only some of the rows, in all statements and all kinds of loading. Stateless and
 * thread-safe.
 */
public final class Restrictions {

    /** The entities. */
    public static final Model MODEL = Model.of(NOTE);

    private Restrictions() {}

    /** Returns a factory for public rows. */
    public static SessionFactory publicOnly(SessionFactory sessions) {
        return sessions.toBuilder().criteria(NOTE, note -> note.open.eq(true)).build();
    }

    /** Returns a factory for rows of a period, for every entity that has a time. */
    public static SessionFactory between(SessionFactory sessions, Instant from, Instant to) {
        return sessions.toBuilder().mixinCriteria(Dated.class, Dated_::of, row -> row.at.between(from, to)).build();
    }

    /** Returns the texts of the rows that a session sees, or of all rows. */
    public static List<String> texts(Session session, boolean all) {
        var query = select(NOTE.text).orderBy(NOTE.text);
        return session.all(all ? query.options(withoutCriteria(NOTE)) : query);
    }
}
