package dev.rubedo.orm.session;

import dev.rubedo.engine.Connection;
import dev.rubedo.engine.StatementOrigin;
import dev.rubedo.event.CallSite;
import dev.rubedo.orm.metamodel.EntityDefinition;
import dev.rubedo.orm.metamodel.RelationshipDefinition;
import dev.rubedo.orm.state.EntityInternals;
import dev.rubedo.orm.state.ManagedEntity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The lazy loads of a session: reports to its connection for which attribute statements are executed, counts them, and
 * warns about N+1 statements if the factory requests it. A load that the identity map can satisfy costs two field
 * accesses. Confined to one thread at a time.
 */
final class LazyLoads {

    /** The number of loads of one attribute from one line of the program that cause a warning. */
    static final int MANY = 5;

    private static final Logger LOG = LoggerFactory.getLogger("dev.rubedo.orm.lazy");

    private final SessionCounters counters;
    private final boolean warns;
    private @Nullable ManagedEntity owner;
    private int attribute;
    private @Nullable StatementOrigin origin;
    /** The connections that know the origin of their statements; several only if there are several databases. */
    private final List<Connection> told = new ArrayList<>(1);
    private @Nullable LazyLoadEvent event;
    private @Nullable Map<String, Integer> places;

    LazyLoads(SessionCounters counters, boolean warns) {
        this.counters = counters;
        this.warns = warns;
    }

    /** Loads an attribute that the program accesses. */
    void load(ManagedEntity entity, int index, Runnable load) {
        ManagedEntity outerOwner = owner;
        int outerAttribute = attribute;
        StatementOrigin outerOrigin = origin;
        LazyLoadEvent outerEvent = event;
        owner = entity;
        attribute = index;
        origin = null;
        event = LazyLoadEvent.begun();
        try {
            load.run();
        } finally {
            if (event != null && origin != null) {
                event.written(origin);
            }
            owner = outerOwner;
            attribute = outerAttribute;
            origin = outerOrigin;
            event = outerEvent;
            tellAgain();
        }
    }

    /** Called before a statement is executed on the connection of the session. */
    void executing(Connection connection, boolean isFlushing) {
        if (isFlushing) {
            tell(connection, StatementOrigin.FLUSH);
        } else if (owner != null) {
            tell(connection, origin(owner));
        } else if (!told.isEmpty()) {
            tell(connection, null);
        }
    }

    /** Called when a flush has ended, possibly one that a lazy load began with. */
    void flushed() {
        tellAgain();
    }

    private void tellAgain() {
        for (int i = told.size() - 1; i >= 0; i--) {
            tell(told.get(i), origin);
        }
    }

    /** Called when the transaction has ended, and with it the unit of work. */
    void ended() {
        places = null;
        told.clear();
    }

    private void tell(Connection connection, @Nullable StatementOrigin why) {
        connection.prepared().origin(why);
        if (why == null) {
            told.remove(connection);
        } else if (!told.contains(connection)) {
            told.add(connection);
        }
    }

    private StatementOrigin origin(ManagedEntity entity) {
        StatementOrigin known = origin;
        if (known == null) {
            EntityDefinition<?> definition = EntityInternals.definition(entity);
            String name = definition.attribute(attribute).name();
            known = new StatementOrigin(StatementOrigin.Cause.LAZY_LOAD,
                    definition.type().getSimpleName() + "." + name, advice(definition, name));
            origin = known;
            counters.lazyLoad(known.subject());
            if (warns) {
                count(known);
            }
        }
        return known;
    }

    private String advice(EntityDefinition<?> definition, String name) {
        String path = definition.constant() + "." + name;
        if (definition.attribute(attribute) instanceof RelationshipDefinition) {
            return ".options(selectIn(" + path + "))";
        }
        return definition.attribute(attribute).deferral() == null ? "" : ".options(undefer(" + path + "))";
    }

    private void count(StatementOrigin why) {
        String place = CallSite.current(1);
        if (places == null) {
            places = new HashMap<>();
        }
        if (places.merge(why.subject() + "\n" + place, 1, Integer::sum) == MANY) {
            LOG.warn("N+1 statements: \"{}\" was loaded {} times, one by one, in one transaction, at {}. {}",
                    why.subject(), MANY, place.isEmpty() ? "an unknown place" : place,
                    why.advice().isEmpty()
                            ? "The objects were expired or read by another query: read their rows again with one query."
                            : "Load it together with its owners: add " + why.advice() + " to their query.");
        }
    }
}
