package dev.rubedo.orm.session;

import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.orm.metamodel.EntityPath;
import dev.rubedo.orm.metamodel.PathOrigin;
import dev.rubedo.orm.metamodel.Relationship;
import dev.rubedo.sql.CommonTableExpression;
import dev.rubedo.sql.CompoundSelect;
import dev.rubedo.sql.Delete;
import dev.rubedo.sql.Exists;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.FromClause;
import dev.rubedo.sql.FromList;
import dev.rubedo.sql.FunctionCall;
import dev.rubedo.sql.InSelect;
import dev.rubedo.sql.JoinStep;
import dev.rubedo.sql.NoCondition;
import dev.rubedo.sql.OrderTerm;
import dev.rubedo.sql.OrderedQuery;
import dev.rubedo.sql.Over;
import dev.rubedo.sql.Projection;
import dev.rubedo.sql.Select;
import dev.rubedo.sql.Statement;
import dev.rubedo.sql.Subquery;
import dev.rubedo.sql.TableFunction;
import dev.rubedo.sql.UnresolvedExpression;
import dev.rubedo.sql.Update;
import dev.rubedo.sql.ValuesTable;
import dev.rubedo.sql.Walker;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A search of a statement that is executed in several shards for nested queries whose rows in one shard are not a part
 * of their rows in one database: limits, aggregates, groups, distinct rows and windows would be those of each shard. A
 * query that is correlated to the enclosing query, and the test whether a query has rows, are evaluated within a shard.
 * Confined to one thread at a time.
 */
final class NestedQueries extends Walker {

    private final Set<FromClause> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private Set<FromClause> around = Set.of();
    private Set<FromClause> next = Set.of();

    private NestedQueries() {}

    /**
     * Checks the nested queries of a statement.
     *
     * @throws InvalidStatementException if one of them would have other rows in one database than in its shards
     */
    static void requireCombinable(Statement<?> statement) {
        NestedQueries walk = new NestedQueries();
        switch (statement) {
            case Update<?> update -> walk.within(update, changed(update.target(), FromList.besides(update)));
            case Delete<?> delete -> walk.within(delete, changed(delete.target(), FromList.besides(delete)));
            case Select<?> select -> walk.within(select, new Sources(select).all());
            case CompoundSelect<?> compound -> walk.within(compound, List.of());
            case Statement<?> other -> {}
        }
    }

    private static Set<FromClause> changed(FromClause target, Collection<FromClause> besides) {
        Set<FromClause> all = new LinkedHashSet<>(besides);
        all.add(target);
        return all;
    }

    /** Walks over the components of a statement. Sources of columns need not be in its FROM clause. */
    private void within(Statement<?> statement, Collection<FromClause> froms) {
        Set<FromClause> outerAround = around;
        Set<FromClause> outerNext = next;
        next = FromList.members(froms);
        around = new LinkedHashSet<>(outerAround);
        around.addAll(next);
        froms.forEach(this::from);
        statement.describe(this);
        around = outerAround;
        next = outerNext;
    }

    @Override
    public void from(FromClause node) {
        if (!seen.add(node)) {
            return;
        }
        Set<FromClause> outerAround = around;
        Set<FromClause> outerNext = next;
        switch (node) {
            case CommonTableExpression table -> {
                around = Set.of();
                next = Set.of();
            }
            case Subquery subquery when !subquery.isLateral() -> next = Set.of();
            case EntityPath<?> path when root(path).$origin() instanceof PathOrigin.Derived derived ->
                from(derived.source());
            case FromClause other -> {}
        }
        super.from(node);
        around = outerAround;
        next = outerNext;
    }

    private static EntityPath<?> root(EntityPath<?> path) {
        return switch (path.$origin()) {
            case PathOrigin.Through through -> root(through.relationship().owner());
            case PathOrigin.Treated treated -> root(treated.path());
            case PathOrigin other -> path;
        };
    }

    @Override
    public void expression(Expression<?> node) {
        switch (node) {
            case Exists exists -> nested(exists.query());
            case InSelect in -> {
                expression(in.operand());
                require(in.query(), true);
                nested(in.query());
            }
            case UnresolvedExpression<?> attribute when attribute.definition() instanceof Expression<?> definition ->
                expression(definition);
            case Expression<?> other -> super.expression(other);
        }
    }

    @Override
    public void statement(Statement<?> node) {
        require(node, false);
        nested(node);
    }

    private void nested(Statement<?> query) {
        switch (query) {
            case Select<?> select -> within(select, new Sources(select).all());
            // each of its queries is correlated to the enclosing query
            case CompoundSelect<?> compound -> compound.describe(this);
            case Statement<?> other -> within(other, List.of());
        }
    }

    /**
     * Checks a nested query.
     *
     * @param isSet whether only the presence of a row matters, not how often
     */
    private void require(Statement<?> query, boolean isSet) {
        String why = switch (query) {
            case Select<?> select -> why(select, isSet);
            case CompoundSelect<?> compound -> isLimited(compound) ? "has a limit or an offset"
                    : compound.kind() == CompoundSelect.Kind.UNION_ALL
                            || isSet && compound.kind() == CompoundSelect.Kind.UNION ? null
                                    : "is a " + compound.kind().token();
            case Statement<?> other -> null;
        };
        if (why != null && !isWithinShard(query)) {
            throw ShardedQuery.refused("A subquery or common table expression " + why
                    + ", which would be that of the rows of one shard only.");
        }
    }

    private static @Nullable String why(Select<?> select, boolean isSet) {
        if (isLimited(select)) {
            return "has a limit or an offset";
        }
        if (!select.grouping().isEmpty() || select.groupConditions() != NoCondition.NONE) {
            return "has a GROUP BY";
        }
        if (select.distinctness().isOn() && !(isSet && select.distinctness().columns().isEmpty())) {
            return "has a DISTINCT";
        }
        for (Projection<?> item : select.selectList().projections()) {
            Calls calls = new Calls(item);
            if (calls.hasAggregate || calls.hasWindow) {
                return calls.hasAggregate ? "has an aggregate" : "has a window";
            }
        }
        return null;
    }

    private static boolean isLimited(OrderedQuery<?> query) {
        return query.rowLimit() != null || query.rowOffset() != null;
    }

    /** Returns whether a query has the same rows in one database, because of the enclosing row or because it has no tables. */
    private boolean isWithinShard(Statement<?> query) {
        return switch (query) {
            case Select<?> select -> new Sources(select).isWithin(around, next);
            case CompoundSelect<?> compound -> compound.queries().stream().allMatch(this::isWithinShard);
            case Statement<?> other -> false;
        };
    }

    /** What a select reads, whose joins along relationships are not yet tables. Immutable. */
    private static final class Sources {
        private final Select<?> select;
        private final Set<FromClause> all;
        private final Set<FromClause> joined = new HashSet<>();

        Sources(Select<?> select) {
            this.select = select;
            all = new LinkedHashSet<>(select.explicitFroms());
            addRoots(FromList.sources(select.selectList().projections()));
            if (!select.joins().isEmpty()) {
                all.stream().limit(1).forEach(joined::add);
            }
            for (JoinStep step : select.joins()) {
                Stream.of(step.left(), step.right(), step.relationship() == null ? null : step.relationship().target(),
                        step.relationship() instanceof Relationship<?, ?> relationship ? relationship.owner() : null)
                        .filter(Objects::nonNull).forEach(joined::add);
            }
            addRoots(FromList.sources(List.of(select.conditions())));
            for (FromClause from : all) {
                Set<FromClause> members = new HashSet<>(FromList.members(List.of(from)));
                members.remove(from);
                joined.addAll(members);
            }
            all.addAll(joined);
        }

        private void addRoots(Set<FromClause> sources) {
            sources.forEach(source -> all.add(source instanceof EntityPath<?> path ? root(path) : source));
        }

        Set<FromClause> all() {
            return all;
        }

        /** Returns whether the rows depend on those of the enclosing query, or on no table. */
        boolean isWithin(Set<FromClause> around, Set<FromClause> next) {
            List<FromClause> free = all.stream().filter(from -> !joined.contains(from)).toList();
            List<FromClause> named = select.correlation().froms();
            return switch (select.correlation().mode()) {
                case AUTOMATIC -> free.stream().anyMatch(next::contains)
                        && (!joined.isEmpty() || !next.containsAll(free));
                case ONLY -> free.stream().anyMatch(from -> around.contains(from) && named.contains(from));
                case EXCEPT -> free.stream().anyMatch(from -> around.contains(from) && !named.contains(from));
            } || all.stream().allMatch(from -> from instanceof TableFunction || from instanceof ValuesTable);
        }
    }

    /** The calls in an item of a query, without those of subqueries. Confined to one thread at a time. */
    static final class Calls extends Walker {
        private boolean hasAggregate;
        private boolean hasWindow;

        Calls(Projection<?> item) {
            if (item instanceof Expression<?> expression) {
                expression(expression);
            }
        }

        Calls(OrderTerm term) {
            term(term);
        }

        boolean hasAggregate() {
            return hasAggregate;
        }

        boolean hasWindow() {
            return hasWindow;
        }

        @Override
        public void expression(Expression<?> node) {
            if (node instanceof Over<?>) {
                hasWindow = true;
                return;
            }
            hasAggregate |= node instanceof FunctionCall<?> call && call.isAggregate();
            super.expression(node);
        }

        @Override
        public void from(FromClause node) {}

        @Override
        public void statement(Statement<?> node) {}
    }
}
