package dev.rubedo.orm.internal.query;

import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.orm.internal.query.Criteria.Criterion;
import dev.rubedo.orm.internal.query.Place.DerivedPlace;
import dev.rubedo.orm.internal.query.Place.JoinedPlace;
import dev.rubedo.orm.metamodel.Attribute;
import dev.rubedo.orm.metamodel.EntityPath;
import dev.rubedo.orm.metamodel.FormulaDefinition;
import dev.rubedo.orm.metamodel.HybridAttribute;
import dev.rubedo.orm.metamodel.PathOrigin;
import dev.rubedo.orm.metamodel.Relationship;
import dev.rubedo.orm.metamodel.RelationshipTest;
import dev.rubedo.orm.model.EntityTable;
import dev.rubedo.orm.model.Mapper;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.model.RelationshipProperty;
import dev.rubedo.orm.model.RelationshipProperty.Kind;
import dev.rubedo.sql.Alias;
import dev.rubedo.sql.BooleanCondition;
import dev.rubedo.sql.ColumnReference;
import dev.rubedo.sql.CommonTableExpression;
import dev.rubedo.sql.CompoundSelect;
import dev.rubedo.sql.Condition;
import dev.rubedo.sql.Delete;
import dev.rubedo.sql.DerivedColumn;
import dev.rubedo.sql.DmlTarget;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.FromClause;
import dev.rubedo.sql.FromList;
import dev.rubedo.sql.Insert;
import dev.rubedo.sql.JoinStep;
import dev.rubedo.sql.NoCondition;
import dev.rubedo.sql.Not;
import dev.rubedo.sql.Projection;
import dev.rubedo.sql.Rewriter;
import dev.rubedo.sql.RowSource;
import dev.rubedo.sql.Select;
import dev.rubedo.sql.SelectList;
import dev.rubedo.sql.Selectable;
import dev.rubedo.sql.SettableColumn;
import dev.rubedo.sql.Statement;
import dev.rubedo.sql.StatementOption;
import dev.rubedo.sql.Subquery;
import dev.rubedo.sql.Update;
import dev.rubedo.sql.Values;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Replaces entities with tables, attributes with columns, joins over relationships with joins of tables, and conditions
 * on relationships with comparisons of keys or EXISTS. A path through a to-one relationship becomes a join of the query
 * that contains its root. Used for one statement. Confined to one thread at a time.
 */
final class EntityRewriter extends Rewriter {

    private final Model model;
    private final Criteria criteria;
    private final Map<EntityPath<?>, Place> places = new HashMap<>();
    private final Set<Criterion> applied = new HashSet<>();
    /** The entities whose queries are being rewritten. */
    private final Set<Mapper<?>> expanding = new HashSet<>();
    private final EntityScopes scopes = new EntityScopes();
    /** The scopes of the rewritten queries, by original query. */
    private final Map<Statement<?>, EntityScope> scopesOfQueries = new IdentityHashMap<>();
    private final FormulaExpressions formulas = new FormulaExpressions(this);
    private final AttributeExpressions attributes = new AttributeExpressions(this, formulas);
    private final EntityJoins joins = new EntityJoins(this);
    private @Nullable EntityPath<?> inserted;

    EntityRewriter(Model model, Criteria criteria) {
        this.model = model;
        this.criteria = criteria;
    }

    Model model() {
        return model;
    }

    /** Drops the options: the planner has applied them, and the executing connection does not support them. */
    @Override
    protected List<StatementOption> options(List<StatementOption> options) {
        return List.of();
    }

    /** Returns the place of an entity's rows. */
    Place place(EntityPath<?> path) {
        if (path.$origin() instanceof PathOrigin.Through through) {
            return joined(path, through.relationship());
        }
        Place known = places.get(path);
        if (known != null) {
            return known;
        }
        if (path.$origin() instanceof PathOrigin.Treated treated) {
            return treated(path, place(treated.path()));
        }
        Mapper<?> mapper = model.mapper(path);
        Place made = switch (path.$origin()) {
            case PathOrigin.Named named -> Place.as(this, mapper, named.name());
            case PathOrigin.Anonymous anonymous -> Place.anonymous(this, mapper);
            case PathOrigin.Derived derived -> new DerivedPlace(mapper, alone(derived.source()), derived.isByName());
            case PathOrigin other -> isUsed(mapper) ? Place.anonymous(this, mapper) : Place.of(this, mapper);
        };
        places.put(path, made);
        return made;
    }

    /** Rewrites a source of the FROM clause, whose entities are not those of the enclosing statement. */
    private RowSource alone(RowSource source) {
        return scopes.alone(() -> source(source));
    }

    /** Rewrites the query that an entity is mapped to. */
    RowSource ofMapping(Mapper<?> mapper, RowSource query) {
        if (!expanding.add(mapper)) {
            throw new InvalidStatementException("The query of entity \"" + mapper.name()
                    + "\" reads this entity itself, directly or through others. Read the underlying tables.");
        }
        try {
            return alone(query);
        } finally {
            expanding.remove(mapper);
        }
    }

    /** Returns whether another entity of a hierarchy already has one of these tables under its own name. */
    private boolean isUsed(Mapper<?> mapper) {
        if (!mapper.hierarchy().isPolymorphic()) {
            return false;
        }
        return places.values().stream().flatMap(place -> place.sources().stream())
                .anyMatch(source -> mapper.tables().stream().anyMatch(table -> table.table() == source));
    }

    /** Runs a function while an entity refers to another place. */
    <R> R at(EntityPath<?> path, Place place, Supplier<R> work) {
        Place before = places.put(path, place);
        try {
            return work.get();
        } finally {
            if (before == null) {
                places.remove(path);
            } else {
                places.put(path, before);
            }
        }
    }

    /** Returns a condition of a mapping for these places. Its paths cannot add joins. */
    Condition apart(Map<EntityPath<?>, Place> at, Condition condition) {
        EntityScope scope = new EntityScope(EntityScope.Kind.CLOSED);
        scope.sources.addAll(at.keySet());
        Map<EntityPath<?>, @Nullable Place> before = new HashMap<>();
        at.forEach((path, place) -> before.put(path, places.put(path, place)));
        try {
            return scopes.within(scope, () -> condition(condition));
        } finally {
            before.forEach((path, place) -> {
                if (place == null) {
                    places.remove(path);
                } else {
                    places.put(path, place);
                }
            });
        }
    }

    /**
     * Returns the condition for the rows of an entity wherever they are read: the discriminator test and the criteria.
     */
    Condition filter(Place place) {
        if (place instanceof DerivedPlace) {
            // its query has the conditions
            return NoCondition.NONE;
        }
        List<Condition> parts = new ArrayList<>();
        parts.add(place.test(attribute -> attributes.at(place, attribute)));
        for (Criterion criterion : criteria.of(place.mapper())) {
            // a criterion that uses a relationship does not apply within itself
            if (applied.add(criterion)) {
                EntityScope scope = new EntityScope(EntityScope.Kind.CLOSED);
                scope.sources.add(criterion.entity());
                try {
                    parts.add(scopes.within(scope,
                            () -> at(criterion.entity(), place, () -> condition(criterion.condition()))));
                } finally {
                    applied.remove(criterion);
                }
            }
        }
        return Place.all(parts);
    }

    /** Returns the conditions of a loader option for the targets of a relationship. */
    Condition restriction(Place target, FetchGraph fetch) {
        if (fetch.restriction().isEmpty()) {
            return NoCondition.NONE;
        }
        return apart(Map.of(target.mapper().path(), target),
                Place.all(fetch.restriction().stream().map(Restriction::condition).toList()));
    }

    /**
     * Returns the place of an entity in the rows of another one of its hierarchy. The tables that only a subclass has
     * are joined by left joins.
     */
    private Place treated(EntityPath<?> path, Place place) {
        Mapper<?> mapper = model.mapper(path);
        if (place instanceof UnionPlace union) {
            return union.as(mapper);
        }
        List<RowSource> sources = new ArrayList<>(place.sources());
        for (int slot = sources.size(); slot < mapper.tables().size(); slot++) {
            EntityScope scope = scopes.of(EntityScopes.root(path));
            EntityTable table = mapper.tables().get(slot);
            EntityScope.TreatedTable key = new EntityScope.TreatedTable(place.source(), table);
            EntityScope.TreatedJoin known = scope.treated.get(key);
            if (known == null) {
                sources.add(table.table().as());
                scope.join(key, new EntityScope.TreatedJoin(sources.get(slot - 1), sources.get(slot),
                        Place.sameKey(mapper, slot, sources)));
            } else {
                sources.add(known.right());
            }
        }
        return Place.at(mapper, sources);
    }

    /** Returns whether criteria apply to an entity. */
    boolean hasCriteria(Mapper<?> mapper) {
        return !criteria.of(mapper).isEmpty();
    }

    private Place joined(EntityPath<?> path, Relationship<?, ?> relationship) {
        EntityScope scope = scopes.of(EntityScopes.root(path));
        EntityScope.PathJoin known = scope.joins.get(path);
        if (known != null) {
            return known.right();
        }
        EntityPath<?> owner = relationship.owner();
        Place left = place(owner);
        RelationshipProperty property = property(relationship);
        Place right = Place.anonymous(this, property.target());
        EntityScope.PathJoin before = scope.joins.get(owner);
        boolean outer = before != null && before.outer() || scope.optional.contains(owner)
                || owner.$origin() instanceof PathOrigin.Treated
                || property.kind() != Kind.MANY_TO_ONE || property.condition() != null || isNullable(property);
        Condition on = RelationshipJoin.to(this, right, property).on(left);
        // registered before its criteria are rewritten, which may lead here again
        scope.join(path, new EntityScope.PathJoin(left, right, on, outer));
        Condition filter = filter(right);
        if (filter != NoCondition.NONE) {
            scope.join(path, new EntityScope.PathJoin(left, right, Place.all(List.of(on, filter)), outer));
        }
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

    /**
     * Returns the place of an entity in the query that was rewritten last.
     *
     * @throws InvalidStatementException if the query does not read the entity
     */
    Place joinedPlace(EntityPath<?> path) {
        boolean isRead = path.$origin() instanceof PathOrigin.Through ? scopes.isJoined(path)
                : scopes.isReadOutermost(path);
        if (!isRead) {
            throw new InvalidStatementException("containsEager(...) reads \"" + path
                    + "\" from the rows of the statement, which does not join it. Join it over the relationship, or load"
                    + " it with joined(...).");
        }
        return place(path);
    }

    /** Returns the queries and conditions that are being rewritten. */
    EntityScopes scopes() {
        return scopes;
    }

    /** Returns the expressions of attributes. */
    AttributeExpressions attributes() {
        return attributes;
    }

    RelationshipProperty property(Relationship<?, ?> relationship) {
        return model.mapper(relationship.owner()).relationship(relationship.index());
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T extends @Nullable Object> Expression<T> expression(Expression<T> node) {
        return switch (node) {
            case Attribute<?, ?> attribute -> (Expression<T>) attributes.resolved(attribute);
            case HybridAttribute<?, T> hybrid -> expression(hybrid.definition());
            case Expression<T> other -> super.expression(other);
        };
    }

    @Override
    public <T extends @Nullable Object> SettableColumn<T> column(SettableColumn<T> node) {
        if (node instanceof HybridAttribute<?, ?> hybrid) {
            throw new InvalidStatementException(
                    "Hybrid \"" + hybrid + "\" is not a column, so it cannot be used here."
                            + " Name the attributes that it is computed from.");
        }
        if (node instanceof Attribute<?, ?> attribute
                && attribute.owner().$definition().attribute(attribute.index()) instanceof FormulaDefinition) {
            throw new InvalidStatementException("\"" + attribute + "\" is a formula, which the database computes, and"
                    + " cannot be set. Set the attributes that it is computed from.");
        }
        return super.column(node);
    }

    @Override
    public Condition condition(Condition node) {
        if (node instanceof BooleanCondition truth && (Object) truth.expression() instanceof RelationshipTest test) {
            return new RelationshipConditions(this).resolve(test);
        }
        Expression<Boolean> hybrid = hybrid(node);
        if (hybrid != null) {
            return BooleanCondition.of(expression(hybrid));
        }
        if (node instanceof Not not && hybrid(not.operand()) != null) {
            return condition(not.operand()).negate();
        }
        return super.condition(node);
    }

    /** Returns the expression of a condition that is a hybrid, or null. */
    private static @Nullable Expression<Boolean> hybrid(Condition node) {
        return node instanceof BooleanCondition truth
                && truth.expression() instanceof HybridAttribute<?, Boolean> hybrid
                        ? hybrid.definition() : null;
    }

    @Override
    public Projection<?> projection(Projection<?> node) {
        return switch (node) {
            case EntityPath<?> path -> place(selectable(path)).source();
            case Expression<?> expression -> attributes.selected(expression);
            case Projection<?> other -> super.projection(other);
        };
    }

    private static EntityPath<?> selectable(EntityPath<?> path) {
        if (path.$origin() instanceof PathOrigin.Treated treated) {
            throw new InvalidStatementException("\"" + path + "\" cannot be selected, because a row may be of another"
                    + " class. Select \"" + path.$definition().constant() + "\", or select \"" + treated.path()
                    + "\" and look at the class of each object.");
        }
        return path;
    }

    @Override
    public FromClause from(FromClause node) {
        return node instanceof EntityPath<?> path ? place(path).from() : super.from(node);
    }

    @Override
    public DmlTarget target(DmlTarget node) {
        if (node instanceof EntityPath<?> path && !(place(path).from() instanceof DmlTarget)) {
            throw JoinedUpdates.unwritable(path, place(path));
        }
        return super.target(node);
    }

    @Override
    @SuppressWarnings("unchecked") // an UPDATE of several tables has no results
    public <T extends @Nullable Object> Statement<T> statement(Statement<T> node) {
        // the place of a target is determined before its conditions, which may read other entities of its tables
        if (node instanceof Update<T> update && update.target() instanceof EntityPath<?> path
                && place(path) instanceof JoinedPlace joined) {
            return (Statement<T>) new JoinedUpdates(this).update(update, path, joined);
        }
        if (node instanceof Delete<T> delete && delete.target() instanceof EntityPath<?> path) {
            place(path);
        }
        if (node instanceof Insert<T> insert && insert.target() instanceof EntityPath<?> path) {
            EntityPath<?> before = inserted;
            inserted = path;
            try {
                return super.statement(new InsertedClass(model.mapper(path), path).complete(insert));
            } finally {
                inserted = before;
            }
        }
        Statement<T> rewritten = super.statement(node);
        return switch (rewritten) {
            case Update<T> update when node instanceof Update<T> before
                    && before.target() instanceof EntityPath<?> path ->
                update.where(filters(path, before.explicitFroms()));
            case Delete<T> delete when node instanceof Delete<T> before
                    && before.target() instanceof EntityPath<?> path ->
                delete.where(filters(path, before.explicitFroms()));
            case Statement<T> other -> other;
        };
    }

    private Condition filters(EntityPath<?> target, List<FromClause> others) {
        List<Condition> parts = new ArrayList<>();
        parts.add(filter(place(target)));
        for (FromClause other : FromList.members(others)) {
            if (other instanceof EntityPath<?> path && !path.equals(target)) {
                parts.add(filter(place(path)));
            }
        }
        return Place.all(parts);
    }

    @Override
    protected Values values(Values node) {
        Values rewritten = super.values(node);
        return inserted == null ? rewritten
                : new InsertedClass(model.mapper(inserted), inserted).complete(rewritten);
    }

    @Override
    public SelectList selectList(SelectList node) {
        List<Projection<?>> flat = new ArrayList<>();
        boolean changed = false;
        for (Projection<?> projection : node.projections()) {
            if (projection instanceof EntityPath<?> path) {
                changed = true;
                Mapper<?> mapper = model.mapper(selectable(path));
                Place place = place(path);
                for (int attribute : mapper.columnAttributes()) {
                    if (place.has(attribute) || mapper.isPrimaryKey(attribute)) {
                        flat.add(place.column(attribute));
                    }
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
        EntityScope scope = EntityScope.of(select);
        scopesOfQueries.put(select, scope);
        EntityScope around = scopes.innermost();
        return scopes.inQuery(scope, () -> {
            Selectable<T> rewritten = super.query(joins.expand(select));
            if (!(rewritten instanceof Select<T> changed)) {
                return rewritten;
            }
            Select<T> whole = scope.withPaths(withOwn(changed, select));
            return around != null && around.kind == EntityScope.Kind.FORMULA ? formulas.correlated(whole, around)
                    : whole;
        });
    }

    /** Rewrites the expression of a subquery's column within that subquery, which contains the joins of its paths. */
    @Override
    protected <T extends @Nullable Object> ColumnReference<T> rebased(DerivedColumn<T> column, RowSource source) {
        EntityScope scope = scopeOf(column.source());
        return scope == null ? super.rebased(column, source)
                : scopes.within(scope, () -> super.rebased(column, source));
    }

    /** Returns the scope of the query behind a source; null for a source without one. */
    private @Nullable EntityScope scopeOf(RowSource source) {
        if (source instanceof Alias alias) {
            return scopeOf(alias.source());
        }
        return source instanceof Subquery subquery ? scopeOf(subquery.query())
                : source instanceof CommonTableExpression expression ? scopeOf(expression.query()) : null;
    }

    /** Returns the scope of the query that determines the columns: the first one of a union. */
    private @Nullable EntityScope scopeOf(Statement<?> query) {
        return query instanceof CompoundSelect<?> compound ? scopeOf(compound.queries().get(0))
                : scopesOfQueries.get(query);
    }

    /**
     * Adds the conditions for the entities in the FROM clause of a query, and the tables of those that have several.
     */
    private <T extends @Nullable Object> Select<T> withOwn(Select<T> rewritten, Select<?> select) {
        Set<EntityPath<?>> right = new HashSet<>();
        Set<EntityPath<?>> own = new LinkedHashSet<>();
        Set<FromClause> named = FromList.members(select.explicitFroms());
        List<FromClause> sources = new ArrayList<>(FromList.sources(select.selectList().projections()));
        sources.addAll(named);
        for (JoinStep step : select.joins()) {
            if (step.relationship() instanceof Relationship<?, ?> relationship) {
                sources.add(relationship.owner());
                right.add((EntityPath<?>) relationship.target());
            } else if (step.right() instanceof EntityPath<?> path) {
                right.add(path);
            }
            if (step.left() != null) {
                sources.add(step.left());
            }
        }
        sources.forEach(source -> addRoot(own, source));
        for (FromClause source : FromList.sources(List.of(select.conditions()))) {
            if (!(source instanceof EntityPath<?> path) || !scopes.isOfOuter(EntityScopes.root(path))) {
                addRoot(own, source);
            }
        }
        own.removeAll(right);
        Select<T> result = rewritten;
        for (EntityPath<?> path : own) {
            Place place = place(path);
            if (place.from() != place.source() && !named.contains(path)) {
                result = result.from(place.from());
            }
            result = result.where(filter(place));
        }
        return result;
    }

    private static void addRoot(Set<EntityPath<?>> own, FromClause source) {
        if (source instanceof EntityPath<?> path) {
            own.add(EntityScopes.root(path));
        }
    }
}
