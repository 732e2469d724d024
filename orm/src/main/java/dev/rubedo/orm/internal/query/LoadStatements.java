package dev.rubedo.orm.internal.query;

import dev.rubedo.dialect.Dialect;
import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.feature.Feature;
import dev.rubedo.orm.internal.query.LoadPlan.EntityPart;
import dev.rubedo.orm.internal.query.OrmPlanner.PlannedQuery;
import dev.rubedo.orm.metamodel.FormulaDefinition;
import dev.rubedo.orm.model.EntityTable;
import dev.rubedo.orm.model.Mapper;
import dev.rubedo.orm.model.RelationshipProperty;
import dev.rubedo.orm.model.RelationshipProperty.Kind;
import dev.rubedo.sql.ColumnReference;
import dev.rubedo.sql.Comparison;
import dev.rubedo.sql.Condition;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.FromClause;
import dev.rubedo.sql.Junction;
import dev.rubedo.sql.Operator;
import dev.rubedo.sql.OrderTerm;
import dev.rubedo.sql.Projection;
import dev.rubedo.sql.Select;
import dev.rubedo.sql.Sql;
import dev.rubedo.sql.Subquery;
import dev.rubedo.sql.Tuple;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Plans the statements of loading, in which the same conditions apply to entities as in queries. Used for one
 * statement. Confined to one thread at a time.
 */
final class LoadStatements {

    private final EntityRewriter rewriter;
    private final Dialect dialect;
    private final SelectBuilder builder;

    LoadStatements(EntityRewriter rewriter, Dialect dialect) {
        this.rewriter = rewriter;
        this.dialect = dialect;
        this.builder = new SelectBuilder(rewriter, true);
    }

    PlannedQuery plan(EntityStatement statement) {
        return switch (statement) {
            case EntityStatement.ByKey get -> byKey(get);
            case EntityStatement.Columns(var mapper, var attributes, var fetch) -> {
                EntityTable table = onlyTable(mapper, attributes);
                if (table != null) {
                    attributes.forEach(attribute -> builder.column(mapper.column(attribute)));
                    yield columns(table, equal(List.copyOf(table.key()), "key"));
                }
                Place place = Place.ofOnly(rewriter, mapper);
                attributes.forEach(attribute -> builder.column(rewriter.attributes().selected(place, attribute)));
                yield columns(place, equal(key(place), "key"));
            }
            case EntityStatement.ColumnsOfMany(var mapper, var attributes, var fetch, var keys) -> {
                EntityTable table = onlyTable(mapper, attributes);
                if (table != null) {
                    table.key().forEach(builder::column);
                    attributes.forEach(attribute -> builder.column(mapper.column(attribute)));
                    yield columns(table, anyOf(List.copyOf(table.key()), keys));
                }
                Place place = Place.ofOnly(rewriter, mapper);
                List<ColumnReference<?>> key = key(place);
                key.forEach(builder::column);
                attributes.forEach(attribute -> builder.column(rewriter.attributes().selected(place, attribute)));
                yield columns(place, anyOf(key, keys));
            }
            case EntityStatement.RelatedOfOne(var relationship, var fetch) -> relatedOfOne(relationship, fetch);
            case EntityStatement.RelatedOfMany(var relationship, var fetch, var owners) ->
                relatedOfMany(relationship, fetch, keys -> anyOf(keys, owners));
            case EntityStatement.RelatedOfRange(var relationship, var fetch) ->
                relatedOfMany(relationship, fetch, keys -> between(keys.get(0)));
        };
    }

    private static List<ColumnReference<?>> key(Place place) {
        List<ColumnReference<?>> key = new ArrayList<>();
        for (int attribute : place.mapper().primaryKey()) {
            key.add(place.column(attribute));
        }
        return key;
    }

    private static Condition equal(List<? extends ColumnReference<?>> columns, String name) {
        List<Condition> parts = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            parts.add(new Comparison(columns.get(i), Operator.EQ, Sql.bind(name + i, columns.get(i).type())));
        }
        return Place.all(parts);
    }

    private static Condition between(ColumnReference<?> column) {
        return Place.all(List.of(new Comparison(column, Operator.GE, Sql.bind("first_key", column.type())),
                new Comparison(column, Operator.LE, Sql.bind("last_key", column.type()))));
    }

    /**
     * Compares columns with many keys: with a list of values or rows of values or, if the database has no row values,
     * with each key.
     */
    private Condition anyOf(List<? extends ColumnReference<?>> columns, int keys) {
        if (columns.size() == 1) {
            return Sql.inList(columns.get(0), "keys");
        }
        if (dialect.supports(Feature.TUPLE_IN)) {
            return Sql.inList(new Tuple(List.<Expression<?>>copyOf(columns)), "keys");
        }
        List<Condition> any = new ArrayList<>(keys);
        for (int i = 0; i < keys; i++) {
            any.add(equal(columns, "key" + i + "_"));
        }
        return Junction.of(Junction.Kind.OR, any);
    }

    /**
     * Returns the table of a subclass that alone has all these attributes of known rows, so that those above it need not
     * be read; null if there is none, or if criteria could exclude the rows.
     */
    private @Nullable EntityTable onlyTable(Mapper<?> mapper, List<Integer> attributes) {
        if (mapper.tables().size() == 1 || rewriter.hasCriteria(mapper)) {
            return null;
        }
        EntityTable only = null;
        for (int attribute : attributes) {
            if (mapper.definition().attribute(attribute) instanceof FormulaDefinition) {
                return null;
            }
            EntityTable table = mapper.tableOf(attribute);
            if (only != null && only != table) {
                return null;
            }
            only = table;
        }
        return only;
    }

    private PlannedQuery columns(EntityTable table, Condition condition) {
        return new PlannedQuery(Sql.select(builder.columns()).from(table.table()).where(condition),
                new LoadPlan(List.of(), false, 0, false));
    }

    private PlannedQuery columns(Place place, Condition condition) {
        Select<?> select = Sql.select(builder.columns()).from(place.from()).where(condition)
                .where(rewriter.filter(place));
        return new PlannedQuery(select, new LoadPlan(List.of(), false, 0, false));
    }

    private PlannedQuery byKey(EntityStatement.ByKey get) {
        if (!get.mapper().concretes().isEmpty()) {
            throw new InvalidStatementException("A key does not identify an object of \"" + get.mapper().name()
                    + "\", because each of its subclasses has a table of its own. Name the class, or use a query.");
        }
        Place place = Place.of(rewriter, get.mapper());
        LoadNode node = builder.entity(place, get.fetch(), false);
        builder.relationships(node, place);
        Select<?> select = Sql.select(builder.columns()).from(place.from()).where(equal(key(place), "key"))
                .where(rewriter.filter(place));
        if (get.lock()) {
            // joined rows are not locked if the database can lock single tables
            boolean alone = !node.hasMore() || !dialect.supports(Feature.ROW_LOCKS_OF);
            select = alone ? select.forUpdate() : select.forUpdate(rows -> rows.of(place.source()));
        }
        return planned(get.mapper(), node, select);
    }

    private PlannedQuery planned(Mapper<?> mapper, LoadNode node, Select<?> select) {
        LoadPlan plan = new LoadPlan(List.of(new EntityPart(mapper.path(), node)), true, builder.nodes(),
                builder.hasCollections());
        return new PlannedQuery(builder.withJoins(select), plan);
    }

    /**
     * Plans the statement for one owner. A many-to-one is selected by key; a collection compares the owner's key with
     * the foreign key.
     */
    private PlannedQuery relatedOfOne(RelationshipProperty relationship, FetchGraph fetch) {
        Place target = Place.of(rewriter, relationship.target());
        RelationshipJoin join = RelationshipJoin.only(rewriter, target, relationship);
        Place owner = relationship.isByOwner() ? Place.anonymous(rewriter, relationship.owner()) : null;
        LoadNode node = builder.entity(target, fetch, false);
        builder.relationships(node, target);
        List<ColumnReference<?>> columns = join.ownerKeys(owner);
        List<Condition> conditions = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            Expression<?> key = Sql.bind("key" + i, columns.get(i).type());
            conditions.add(relationship.kind() == Kind.MANY_TO_ONE || owner != null
                    ? new Comparison(columns.get(i), Operator.EQ, key)
                    : new Comparison(key, Operator.EQ, columns.get(i)));
        }
        Select<?> select = Sql.select(builder.columns());
        if (owner != null) {
            select = join.from(select, owner.from(), owner);
        } else if (join.hasBetween()) {
            conditions.add(join.reached());
            select = select.from(target.from()).from(join.between());
        } else {
            select = select.from(target.from());
        }
        if (owner == null) {
            conditions.add(join.custom(null));
        }
        return finishOne(relationship, join, target, node, select.where(Place.all(conditions)));
    }

    /** Plans the statement for many owners. Their keys are the first columns and identify the owner of each row. */
    private PlannedQuery relatedOfMany(RelationshipProperty relationship, FetchGraph fetch,
            Function<List<ColumnReference<?>>, Condition> owners) {
        Place target = Place.of(rewriter, relationship.target());
        RelationshipJoin join = RelationshipJoin.only(rewriter, target, relationship);
        Place owner = relationship.isByOwner() ? Place.anonymous(rewriter, relationship.owner()) : null;
        LoadNode node = keysAndTarget(relationship, fetch, join, owner, target);
        Select<?> select = Sql.select(builder.columns());
        if (owner != null) {
            select = join.from(select, owner.from(), owner);
        } else {
            select = join.hasBetween() ? select.joinFrom(join.between(), target.from(), join.reached())
                    : select.from(target.from());
            select = select.where(join.custom(null));
        }
        List<ColumnReference<?>> keys = join.ownerKeys(owner);
        return finishMany(relationship, join, target, node, select.where(owners.apply(keys)), keys);
    }

    /** Adds the keys of owners and then the columns of the target. */
    private LoadNode keysAndTarget(RelationshipProperty relationship, FetchGraph fetch, RelationshipJoin join,
            @Nullable Place owner, Place target) {
        boolean isInTarget = owner == null && !join.hasBetween();
        if (!isInTarget) {
            join.ownerKeys(owner).forEach(builder::column);
        }
        LoadNode node = isInTarget ? builder.entity(target, fetch, false, relationship.remote())
                : builder.entity(target, fetch, false);
        builder.relationships(node, target);
        return node;
    }

    /**
     * Plans the statement for the owners that another query returned. Their keys are the first columns and identify the
     * owner of each row.
     */
    PlannedQuery relatedOfQuery(RelationshipProperty relationship, FetchGraph fetch, Select<?> owners,
            int[] positions) {
        List<ColumnReference<?>> keys = keysOf(relationship, owners, positions);
        FromClause rows = (FromClause) keys.get(0).source();
        Place target = Place.of(rewriter, relationship.target());
        RelationshipJoin join = RelationshipJoin.only(rewriter, target, relationship);
        Place owner = relationship.isByOwner() ? Place.anonymous(rewriter, relationship.owner()) : null;
        LoadNode node = keysAndTarget(relationship, fetch, join, owner, target);
        List<Condition> same = new ArrayList<>();
        List<ColumnReference<?>> ownerKeys = join.ownerKeys(owner);
        for (int i = 0; i < keys.size(); i++) {
            same.add(new Comparison(keys.get(i), Operator.EQ, ownerKeys.get(i)));
        }
        Select<?> select = Sql.select(builder.columns());
        if (owner != null) {
            select = join.from(select.joinFrom(rows, owner.from(), Place.all(same)), owner.source(), owner);
        } else {
            select = join.hasBetween()
                    ? select.joinFrom(rows, join.between(), Place.all(same)).joinFrom(join.between(), target.from(),
                            join.reached())
                    : select.joinFrom(rows, target.from(), Place.all(same));
            select = select.where(join.custom(null));
        }
        return finishMany(relationship, join, target, node, select, ownerKeys);
    }

    /**
     * Returns the keys of the owners in a subquery: of the whole query if its rows are limited, otherwise of one that
     * selects only keys, each once.
     */
    private static List<ColumnReference<?>> keysOf(RelationshipProperty relationship, Select<?> owners,
            int[] positions) {
        List<ColumnReference<?>> keys = new ArrayList<>();
        if (owners.rowLimit() != null || owners.rowOffset() != null || owners.distinctness().columns().size() > 0) {
            Subquery rows = owners.subquery();
            for (int position : positions) {
                keys.add(rows.columns().get(position - 1));
            }
            return keys;
        }
        List<Projection<?>> all = owners.selectList().projections();
        List<Projection<?>> own = Arrays.stream(positions).<Projection<?>>mapToObj(at -> all.get(at - 1)).toList();
        Select<?> inner = OrmPlanner.withColumns(owners, own).unordered();
        boolean isUnique = Arrays.equals(relationship.ownerKey(), relationship.owner().primaryKey())
                && owners.joins().isEmpty() && owners.froms().size() == 1;
        Subquery rows = (isUnique ? inner : inner.distinct()).subquery();
        keys.addAll(rows.columns());
        return keys;
    }

    private PlannedQuery finish(RelationshipProperty relationship, RelationshipJoin join, Place target, LoadNode node,
            Select<?> select) {
        Select<?> filtered = select.where(rewriter.filter(target))
                .where(rewriter.restriction(target, node.fetch()));
        OrderTerm[] order = join.order();
        return planned(relationship.target(), node, order.length == 0 ? filtered : filtered.orderBy(order));
    }

    /** Returns the order of the targets of a limited relationship. */
    private static OrderTerm[] limitedOrder(RelationshipProperty relationship, RelationshipJoin join, Place target) {
        OrderTerm[] order = join.order();
        return order.length > 0 ? order
                : Arrays.stream(relationship.target().primaryKey()).mapToObj(target::column).toArray(OrderTerm[]::new);
    }

    private PlannedQuery finishOne(RelationshipProperty relationship, RelationshipJoin join, Place target,
            LoadNode node,
            Select<?> select) {
        int most = node.fetch().most();
        if (most == 0) {
            return finish(relationship, join, target, node, select);
        }
        checkLimit(relationship);
        return planned(relationship.target(), node, select.where(rewriter.filter(target))
                .where(rewriter.restriction(target, node.fetch())).orderBy(limitedOrder(relationship, join, target))
                .limit(most));
    }

    /** Finishes a statement for many owners, whose targets are numbered if only some of each owner are loaded. */
    private PlannedQuery finishMany(RelationshipProperty relationship, RelationshipJoin join, Place target,
            LoadNode node, Select<?> select, List<? extends Expression<?>> owners) {
        int most = node.fetch().most();
        if (most == 0) {
            return finish(relationship, join, target, node, select);
        }
        checkLimit(relationship);
        Expression<Long> number = Sql.rowNumber().over(Sql.partitionBy(owners.toArray(new Expression<?>[0]))
                .orderBy(limitedOrder(relationship, join, target)));
        List<Projection<?>> numbered = new ArrayList<>(builder.columns());
        numbered.add(number.as("number_"));
        Select<?> inner = builder.withJoins(OrmPlanner.withColumns(select, numbered).where(rewriter.filter(target))
                .where(rewriter.restriction(target, node.fetch())));
        Subquery rows = inner.subquery();
        List<ColumnReference<?>> columns = List.copyOf(rows.columns());
        ColumnReference<?> last = columns.get(columns.size() - 1);
        Select<?> limited = Sql.select(List.<Projection<?>>copyOf(columns.subList(0, columns.size() - 1))).from(rows)
                .where(new Comparison(last, Operator.LE, Sql.value((long) most))).orderBy(last);
        return new PlannedQuery(limited, new LoadPlan(List.of(new EntityPart(relationship.target().path(), node)), true,
                builder.nodes(), false));
    }

    private void checkLimit(RelationshipProperty relationship) {
        if (builder.hasCollections()) {
            throw new InvalidStatementException("\"" + relationship
                    + "\" is loaded with a limit for each owner, but its"
                    + " targets load a collection by a join, which repeats their rows. Load that with selectIn(...).");
        }
    }
}
