package dev.rubedo.examples.recipes.history;

import static dev.rubedo.examples.recipes.history.Contract_.CONTRACT;
import static dev.rubedo.examples.recipes.history.FormerContract_.FORMER_CONTRACT;
import static dev.rubedo.orm.Orm.insertInto;
import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.Orm.value;

import dev.rubedo.event.Registration;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.orm.session.SessionListener;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Keeps the previous versions of contracts. Stateless and thread-safe. */
public final class Histories {

    /** The entities. */
    public static final Model MODEL = Model.of(CONTRACT, FORMER_CONTRACT);

    private Histories() {}

    /** Has the database copy the rows that a flush is about to overwrite or delete, with one statement. */
    public static Registration keep(SessionFactory sessions) {
        return sessions.listen(new SessionListener() {
            @Override
            public void beforeFlush(Session session) {
                List<Long> changed = new ArrayList<>();
                session.dirty().forEach(object -> collect(session, object, changed));
                session.deleted().forEach(object -> collect(session, object, changed));
                if (!changed.isEmpty()) {
                    session.execute(insertInto(FORMER_CONTRACT).fromSelect(
                            select(CONTRACT.id, CONTRACT.version, CONTRACT.partner, CONTRACT.amount,
                                    value(Instant.now())).where(CONTRACT.id.in(changed)),
                            FORMER_CONTRACT.id, FORMER_CONTRACT.version, FORMER_CONTRACT.partner,
                            FORMER_CONTRACT.amount, FORMER_CONTRACT.replaced));
                }
            }
        });
    }

    private static void collect(Session session, Object object, List<Long> changed) {
        if (object instanceof Contract contract
                && (session.isModified(contract) || session.deleted().contains(contract))) {
            changed.add(contract.id());
        }
    }

    /** Returns the previous versions of a contract, oldest first. */
    public static List<String> of(Session session, Contract contract) {
        return session.all(select(FORMER_CONTRACT).where(FORMER_CONTRACT.id.eq(contract.id()))
                .orderBy(FORMER_CONTRACT.version)).stream()
                .map(former -> former.version() + ": " + former.partner() + ", " + former.amount()).toList();
    }
}
