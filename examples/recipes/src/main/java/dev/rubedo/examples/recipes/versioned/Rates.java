package dev.rubedo.examples.recipes.versioned;

import static dev.rubedo.examples.recipes.versioned.Rate_.RATE;
import static dev.rubedo.orm.Orm.not;
import static dev.rubedo.orm.Orm.select;

import dev.rubedo.event.Registration;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.orm.session.SessionListener;
import java.util.ArrayList;
import java.util.List;

/** Inserts a row for each change. Stateless and thread-safe. */
public final class Rates {

    /** The entities. */
    public static final Model MODEL = Model.of(RATE);

    private Rates() {}

    /** Makes the sessions of a factory insert a new row instead of updating one. */
    public static Registration insertOnly(SessionFactory sessions) {
        return sessions.listen(new SessionListener() {
            @Override
            public void beforeFlush(Session session) {
                for (Object object : new ArrayList<>(session.dirty())) {
                    if (object instanceof Rate rate && session.isModified(rate)) {
                        session.add(new Rate(rate.name(), rate.percent()));
                        session.expire(rate);
                    }
                }
            }
        });
    }

    /** Returns the newest rate of each name. */
    public static List<Rate> newest(Session session) {
        Rate_ later = RATE.as("later");
        return session.all(select(RATE).where(not(select(later.id).where(later.name.eq(RATE.name),
                later.id.gt(RATE.id)).exists())).orderBy(RATE.name));
    }
}
