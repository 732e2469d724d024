package dev.rubedo.orm.session;

import dev.rubedo.compile.StatementShape;
import dev.rubedo.engine.Engine;
import dev.rubedo.orm.metamodel.Attribute;
import dev.rubedo.orm.metamodel.EntityPath;
import dev.rubedo.orm.model.Mapper;
import dev.rubedo.orm.model.RelationshipProperty;
import dev.rubedo.orm.routing.RoutingRequest;
import dev.rubedo.orm.routing.RoutingRequest.Purpose;
import dev.rubedo.sql.Delete;
import dev.rubedo.sql.Insert;
import dev.rubedo.sql.Select;
import dev.rubedo.sql.Statement;
import dev.rubedo.sql.Update;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The places of a session over several databases: decides which of them a statement is executed in, and where rows are
 * written and loaded. Confined to one thread at a time.
 */
final class Places {

    private final UnitOfWork unit;
    private final Distribution distribution;
    private final List<SessionPlace> known = new ArrayList<>(2);

    Places(UnitOfWork unit, Distribution distribution) {
        this.unit = unit;
        this.distribution = distribution;
    }

    private SessionPlace of(Engine engine) {
        for (SessionPlace place : known) {
            if (place.engine() == engine) {
                return place;
            }
        }
        SessionPlace place = new SessionPlace(unit, distribution, engine);
        known.add(place);
        return place;
    }

    private SessionPlace of(Purpose purpose, @Nullable Mapper<?> mapper, @Nullable EntityPath<?> path,
            @Nullable Statement<?> statement, Engine bound) {
        Engine routed = distribution.router() == null ? null
                : distribution.router().route(new RoutingRequest(purpose, mapper == null ? path : mapper.path(),
                        statement, unit.session().info()));
        return of(routed == null ? bound : routed);
    }

    /** Returns the place that rows of an entity are loaded from. */
    SessionPlace reading(Mapper<?> mapper) {
        return of(Purpose.READ, mapper, null, null, distribution.binds().of(mapper));
    }

    /** Returns the place in which rows of an entity are locked or changed by statements. */
    SessionPlace writing(Mapper<?> mapper) {
        return of(Purpose.WRITE, mapper, null, null, distribution.binds().of(mapper));
    }

    /** Returns the place that a flush writes rows of an entity to. */
    SessionPlace flushing(Mapper<?> mapper) {
        return of(Purpose.FLUSH, mapper, null, null, distribution.binds().of(mapper));
    }

    /** Returns the place that a flush writes rows of a relationship's join table to. */
    SessionPlace linking(RelationshipProperty relationship) {
        return of(Purpose.FLUSH, relationship.owner(), null, null,
                distribution.binds().of(relationship.link().table()));
    }

    /** Returns the place in which a statement is executed. */
    SessionPlace executing(Statement<?> statement) {
        Distribution.Target target = distribution.target(StatementShape.of(statement), statement, unit.plans());
        EntityPath<?> path = entity(statement);
        Mapper<?> mapper = path == null ? null : unit.model().mapper(path);
        return of(target.isRead() ? Purpose.READ : Purpose.WRITE, mapper, path, statement, target.engine());
    }

    /** Returns the entity that a statement is about, or null. */
    private static @Nullable EntityPath<?> entity(Statement<?> statement) {
        Object subject = switch (statement) {
            case Insert<?> insert -> insert.target();
            case Update<?> update -> update.target();
            case Delete<?> delete -> delete.target();
            case Select<?> select when !select.selectList().projections().isEmpty() ->
                select.selectList().projections().get(0);
            case Statement<?> other -> Objects.requireNonNull(other);
        };
        return switch (subject) {
            case EntityPath<?> path -> path;
            case Attribute<?, ?> attribute -> attribute.owner();
            default -> null;
        };
    }
}
