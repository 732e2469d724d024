package dev.rubedo.orm.query;

import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.orm.mapper.Mapper;
import dev.rubedo.orm.mapper.Model;
import dev.rubedo.orm.mapper.RelationshipProperty;
import dev.rubedo.orm.mapper.RelationshipProperty.Kind;
import dev.rubedo.orm.metamodel.Attribute;
import dev.rubedo.orm.metamodel.EntityPath;
import dev.rubedo.orm.metamodel.PathOrigin;
import dev.rubedo.orm.metamodel.Relationship;
import dev.rubedo.orm.metamodel.RelationshipTest;
import dev.rubedo.sql.ColumnReference;
import dev.rubedo.sql.Condition;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.FromClause;
import dev.rubedo.sql.FromList;
import dev.rubedo.sql.Join;
import dev.rubedo.sql.JoinStep;
import dev.rubedo.sql.Projection;
import dev.rubedo.sql.Rewriter;
import dev.rubedo.sql.RowSource;
import dev.rubedo.sql.Select;
import dev.rubedo.sql.SelectList;
import dev.rubedo.sql.Selectable;
import dev.rubedo.sql.Truth;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Replaces entities by tables, attributes by columns, joins over relationships by joins of tables, and conditions on relationships by
 * comparisons of keys or EXISTS. A path behind a to-one relationship becomes a join of the query that has its beginning. Used for one statement.
 * Confined to one thread at a time.
 */
final class EntityRewriter extends Rewriter {

    /** A query that is being rewritten: what it reads, and the joins that paths add to it. */
    private static final class Scope {
        final Set<Object> sources = new HashSet<>();
        /** Those of the sources whose rows may be missing: the other side of an outer join. */
        final Set<Object> optional = new HashSet<>();
        final Map<EntityPath<?>, PathJoin> joins = new LinkedHashMap<>();
        final boolean isInner;

        /** {@code isInner}: made for a condition, and only what stands behind its own entity joins in it. */
        Scope(boolean isInner) {
            this.isInner = isInner;
        }
    }

    private record PathJoin(RowSource left, RowSource right, Condition on, boolean outer) {}

    private final Model model;
    private final Map<EntityPath<?>, RowSource> places = new HashMap<>();
    private final Deque<Scope> scopes = new ArrayDeque<>();
    private @Nullable Scope outermost;

    EntityRewriter(Model model) {
        this.model = model;
    }

    Model model() {
        return model;
    }

    /** Returns the table or alias that an entity stands for. */
    RowSource place(EntityPath<?> path) {
        if (path.$origin() instanceof PathOrigin.Through through) {
            return joined(path, through.relationship());
        }
        RowSource known = places.get(path);
        if (known != null) {
            return known;
        }
        Mapper<?> mapper = model.mapper(path);
        RowSource made = path.$origin() instanceof PathOrigin.Named named ? mapper.table().as(named.name())
                : mapper.table();
        places.put(path, made);
        return made;
    }

    /** Lets an entity stand for another source while something is rewritten. */
    RowSource replace(EntityPath<?> path, @Nullable RowSource source) {
        RowSource before = source == null ? places.remove(path) : places.put(path, source);
        return before == null ? model.mapper(path).table() : before;
    }

    private RowSource joined(EntityPath<?> path, Relationship<?, ?> relationship) {
        Scope scope = scopeOf(root(path));
        PathJoin known = scope.joins.get(path);
        if (known != null) {
            return known.right;
        }
        EntityPath<?> owner = relationship.owner();
        RowSource left = place(owner);
        RelationshipProperty property = property(relationship);
        RowSource right = property.target().table().as();
        PathJoin before = scope.joins.get(owner);
        boolean outer = before != null && before.outer || scope.optional.contains(owner)
                || property.kind() != Kind.MANY_TO_ONE || isNullable(property);
        scope.joins.put(path,
                new PathJoin(left, right, SelectBuilder.on(property, Place.of(left), Place.of(right)), outer));
        return right;
    }

    private static boolean isNullable(RelationshipProperty property) {
        for (int attribute : property.local()) {
            if (property.owner().columnDefinition(attribute).isNullable()) {
                return true;
            }
        }
        return false;
    }

    private static EntityPath<?> root(EntityPath<?> path) {
        EntityPath<?> at = path;
        while (at.$origin() instanceof PathOrigin.Through through) {
            at = through.relationship().owner();
        }
        return at;
    }

    private Scope scopeOf(EntityPath<?> root) {
        Scope scope = findScope(root);
        if (scope == null) {
            throw new InvalidStatementException("A path behind a relationship of \"" + root
                    + "\" stands in a statement that cannot join. Use has(...) of the relationship.");
        }
        return scope;
    }

    /** Returns the query in which a path joins: the nearest that reads its root, or else the nearest. */
    private @Nullable Scope findScope(EntityPath<?> root) {
        for (Scope scope : scopes) {
            if (scope.sources.contains(root)) {
                return scope;
            }
        }
        for (Scope scope : scopes) {
            if (!scope.isInner) {
                return scope;
            }
        }
        return null;
    }

    private boolean isJoined(EntityPath<?> path) {
        Scope scope = findScope(root(path));
        return scope != null && scope.joins.containsKey(path);
    }

    /** Makes the query of a condition, in which paths behind this entity join. */
    <T extends @Nullable Object> Select<T> inside(EntityPath<?> entity, Supplier<Select<T>> query) {
        Scope scope = new Scope(true);
        scope.sources.add(entity);
        scopes.push(scope);
        try {
            return withPaths(query.get(), scope);
        } finally {
            scopes.pop();
        }
    }

    /** Makes something of the query that was rewritten last, in which its paths are known. */
    <R> R reopened(Supplier<R> work) {
        if (outermost == null) {
            return work.get();
        }
        scopes.push(outermost);
        try {
            return work.get();
        } finally {
            scopes.pop();
        }
    }

    RelationshipProperty property(Relationship<?, ?> relationship) {
        return model.mapper(relationship.owner()).relationship(relationship.index());
    }

    /** Returns the column of an attribute. */
    ColumnReference<?> resolved(Attribute<?, ?> attribute) {
        EntityPath<?> owner = attribute.entity();
        if (owner.$origin() instanceof PathOrigin.Through through) {
            RelationshipProperty property = property(through.relationship());
            for (int i = 0; property.kind() == Kind.MANY_TO_ONE && i < property.remote().length; i++) {
                if (property.remote()[i] == attribute.index() && !isJoined(owner)) {
                    return column(through.relationship().owner(), property.local()[i]);
                }
            }
        }
        return column(owner, attribute.index());
    }

    private ColumnReference<?> column(EntityPath<?> owner, int attribute) {
        return SelectBuilder.column(model.mapper(owner), place(owner), attribute);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T extends @Nullable Object> Expression<T> expression(Expression<T> node) {
        if (node instanceof Attribute<?, ?> attribute) {
            return (Expression<T>) resolved(attribute);
        }
        return super.expression(node);
    }

    @Override
    public Condition condition(Condition node) {
        if (node instanceof Truth truth && (Object) truth.expression() instanceof RelationshipTest test) {
            return new RelationshipConditions(this).resolve(test);
        }
        return super.condition(node);
    }

    @Override
    public Projection<?> projection(Projection<?> node) {
        return node instanceof EntityPath<?> path ? place(path) : super.projection(node);
    }

    @Override
    public FromClause from(FromClause node) {
        return node instanceof EntityPath<?> path ? place(path) : super.from(node);
    }

    @Override
    public SelectList selectList(SelectList node) {
        List<Projection<?>> flat = new ArrayList<>();
        boolean changed = false;
        for (Projection<?> projection : node.projections()) {
            if (projection instanceof EntityPath<?> path) {
                changed = true;
                Mapper<?> mapper = model.mapper(path);
                for (int attribute : mapper.columnAttributes()) {
                    flat.add(column(path, attribute));
                }
            } else {
                flat.add(projection);
            }
        }
        if (!changed) {
            return super.selectList(node);
        }
        return super.selectList(
                node.isSingle() && flat.size() == 1 ? SelectList.one(flat.get(0)) : SelectList.many(flat));
    }

    @Override
    public <T extends @Nullable Object> Selectable<T> query(Selectable<T> node) {
        if (!(node instanceof Select<T> select)) {
            return super.query(node);
        }
        Scope scope = scope(select);
        scopes.push(scope);
        try {
            Selectable<T> rewritten = super.query(expandJoins(select));
            return rewritten instanceof Select<T> changed ? withPaths(changed, scope) : rewritten;
        } finally {
            scopes.pop();
            if (scopes.isEmpty()) {
                outermost = scope;
            }
        }
    }

    private static Scope scope(Select<?> select) {
        Scope scope = new Scope(false);
        scope.sources.addAll(FromList.sources(select.selectList().projections()));
        scope.sources.addAll(select.explicitFroms());
        for (JoinStep step : select.joins()) {
            if (step.left() != null) {
                scope.sources.add(step.left());
            }
            if (step.relationship() instanceof Relationship<?, ?> relationship) {
                scope.sources.add(relationship.owner());
            }
            if (step.kind() == Join.Kind.FULL) {
                scope.optional.addAll(scope.sources);
            }
            Object right = step.relationship() != null ? step.relationship().target() : step.right();
            if (right != null) {
                scope.sources.add(right);
                if (step.kind() != Join.Kind.INNER) {
                    scope.optional.add(right);
                }
            }
        }
        return scope;
    }

    private static <T extends @Nullable Object> Select<T> withPaths(Select<T> select, Scope scope) {
        Select<T> joined = select;
        for (PathJoin join : scope.joins.values()) {
            joined = join.outer ? joined.leftJoinFrom(join.left, join.right, join.on)
                    : joined.joinFrom(join.left, join.right, join.on);
        }
        return joined;
    }

    private <T extends @Nullable Object> Select<T> expandJoins(Select<T> select) {
        boolean any = select.joins().stream().anyMatch(step -> step.relationship() != null);
        if (!any) {
            return select;
        }
        List<JoinStep> steps = new ArrayList<>();
        for (JoinStep step : select.joins()) {
            if (step.relationship() instanceof Relationship<?, ?> relationship) {
                expand(step, relationship, steps);
            } else {
                steps.add(step);
            }
        }
        return select.withJoins(steps);
    }

    private void expand(JoinStep step, Relationship<?, ?> relationship, List<JoinStep> steps) {
        RelationshipProperty property = property(relationship);
        EntityPath<?> target = (EntityPath<?>) relationship.target();
        if (target.equals(relationship.owner())) {
            throw new InvalidStatementException("\"" + relationship + "\" leads to \"" + target
                    + "\" itself: join it under another name, " + property.owner().definition().constant()
                    + "." + property.name() + ".to(" + property.target().definition().constant() + ".as(\"other\")).");
        }
        RowSource left = place(relationship.owner());
        RowSource right = place(target);
        List<Condition> more = new ArrayList<>();
        if (step.on() != null) {
            more.add(step.on());
        }
        more.addAll(relationship.criteria());
        if (property.kind() != Kind.MANY_TO_MANY) {
            more.add(0, SelectBuilder.on(property, Place.of(left), Place.of(right)));
            steps.add(new JoinStep(left, right, null, step.kind(), SelectBuilder.all(more)));
            return;
        }
        RowSource between = property.link().table().as();
        Condition linked = SelectBuilder.linked(property, Place.of(left), between);
        more.add(0, SelectBuilder.reached(property, Place.of(right), between));
        if (step.kind() == Join.Kind.INNER) {
            steps.add(new JoinStep(left, between, null, step.kind(), linked));
            steps.add(new JoinStep(between, right, null, step.kind(), SelectBuilder.all(more)));
        } else {
            Join inner = new Join(between, right, Join.Kind.INNER, SelectBuilder.all(more));
            steps.add(new JoinStep(left, inner, null, step.kind(), linked));
        }
    }
}
