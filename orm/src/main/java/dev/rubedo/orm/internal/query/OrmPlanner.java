package dev.rubedo.orm.internal.query;

import dev.rubedo.dialect.Dialect;
import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.feature.Feature;
import dev.rubedo.orm.internal.query.LoadPlan.EntityPart;
import dev.rubedo.orm.internal.query.LoadPlan.IntoPart;
import dev.rubedo.orm.internal.query.LoadPlan.Part;
import dev.rubedo.orm.internal.query.LoadPlan.ValuePart;
import dev.rubedo.orm.internal.query.Place.SubqueryPlace;
import dev.rubedo.orm.metamodel.EntityPath;
import dev.rubedo.orm.metamodel.PathOrigin;
import dev.rubedo.orm.metamodel.RelationshipDefinition;
import dev.rubedo.orm.model.Mapper;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.model.RelationshipProperty;
import dev.rubedo.sql.BooleanCondition;
import dev.rubedo.sql.CompoundSelect;
import dev.rubedo.sql.Condition;
import dev.rubedo.sql.Distinct;
import dev.rubedo.sql.Explain;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.FromClause;
import dev.rubedo.sql.Functions;
import dev.rubedo.sql.Into;
import dev.rubedo.sql.Join;
import dev.rubedo.sql.Labeled;
import dev.rubedo.sql.OrderTerm;
import dev.rubedo.sql.Ordered;
import dev.rubedo.sql.Projection;
import dev.rubedo.sql.Rewriter;
import dev.rubedo.sql.RowLock;
import dev.rubedo.sql.RowSource;
import dev.rubedo.sql.Select;
import dev.rubedo.sql.SelectList;
import dev.rubedo.sql.Selectable;
import dev.rubedo.sql.SettableColumn;
import dev.rubedo.sql.Sql;
import dev.rubedo.sql.Statement;
import dev.rubedo.sql.StatementOption;
import dev.rubedo.sql.Subquery;
import dev.rubedo.sql.TextSelect;
import dev.rubedo.sql.UnresolvedEntity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The planner of statements about entities: it translates them to statements about tables, with a plan to read their
 * rows. Relationships that a mapping or an option loads by a join are added to the statement. If that would multiply
 * the rows of a statement with a limit, the statement is wrapped in a subquery first. Thread-safe.
 */
public final class OrmPlanner {

    private final Model model;
    private final Dialect dialect;
    private final Criteria criteria;
    private final FetchGraph usual;

    /** Creates a planner that loads all relationships by the same strategy, or as mapped if it is null. */
    public OrmPlanner(Model model, Dialect dialect, Criteria criteria, @Nullable LoaderStrategy others) {
        this(model, dialect, criteria, others, Map.of());
    }

    /**
     * Creates a planner for a model and a dialect.
     *
     * @param criteria the criteria that apply to entities wherever they are read
     * @param others the strategy of relationships that no option names, or null for the mapped ones
     * @param named the strategies of certain relationships that no option names
     */
    public OrmPlanner(Model model, Dialect dialect, Criteria criteria, @Nullable LoaderStrategy others,
            Map<RelationshipDefinition, LoaderStrategy> named) {
        this.usual = others == null && named.isEmpty() ? FetchGraph.DEFAULT
                : FetchGraph.DEFAULT.with(new FetchGraph.OtherRelationships(others, true, named));
        this.model = model;
        this.dialect = dialect;
        this.criteria = Criteria.of(model).and(criteria);
    }

    /**
     * A statement about tables and how to read its rows. Immutable.
     *
     * @param statement the statement
     * @param plan the plan
     */
    public record PlannedQuery(Statement<?> statement, LoadPlan plan) {}

    /** Returns how an entity is loaded unless an option overrides it. */
    public FetchGraph usual() {
        return usual;
    }

    /** Translates a statement about entities to one about tables. */
    @SuppressWarnings("unchecked") // an explanation is replaced by one
    public <T extends @Nullable Object> Statement<T> resolve(Statement<T> statement) {
        if (statement instanceof Explain explain) {
            return (Statement<T>) new Explain(plan(explain.statement()).statement(), explain.isAnalyzed());
        }
        return rewriter(new StatementOptions(statement).criteria()).statement(statement);
    }

    /**
     * Returns a query as a part of another statement, which has its criteria; loader options have no effect there.
     *
     * @throws InvalidStatementException if an option does not apply to the query
     */
    public static <T extends @Nullable Object> Selectable<T> part(Selectable<T> query) {
        if (query.statementOptions().isEmpty()) {
            return query;
        }
        new StatementOptions(query);
        return new Rewriter() {
            @Override
            protected List<StatementOption> options(List<StatementOption> options) {
                return List.of();
            }
        }.query(query);
    }

    /** Returns a query for the number of rows of another one, with its criteria and in its database. */
    public static Statement<Long> counting(Selectable<?> query) {
        return part(query).count().options(ofRows(query));
    }

    /** Returns the options of a query that determine its rows. */
    public static StatementOption[] ofRows(Selectable<?> query) {
        return query.statementOptions().stream()
                .filter(option -> option instanceof CriteriaOption || option instanceof PlacementOption)
                .toArray(StatementOption[]::new);
    }

    private EntityRewriter rewriter(Criteria more) {
        return new EntityRewriter(model, criteria.and(more));
    }

    /** Returns whether criteria restrict the rows of an entity that a statement with these options reads. */
    public boolean isRestricted(Mapper<?> mapper, List<StatementOption> options) {
        return !criteria.and(Criteria.of(options)).of(mapper).isEmpty();
    }

    /** Returns the conditions that restrict the rows of an entity that a statement with these options reads. */
    public List<Condition> restrictions(Mapper<?> mapper, List<StatementOption> options) {
        return criteria.and(Criteria.of(options)).of(mapper).stream().map(Criteria.Criterion::condition).toList();
    }

    /** Returns whether the plan of a query is valid for all queries of its shape, regardless of their values. */
    boolean isKept(Statement<?> query) {
        return new StatementOptions(query).isKept();
    }

    /** Plans a statement of loading with criteria. */
    PlannedQuery plan(EntityStatement statement, Criteria more) {
        return new LoadStatements(rewriter(more), dialect).plan(statement.with(statement.fetch().withoutCriteria()));
    }

    /**
     * Plans a statement that selects the targets of a relationship by a query that returned their owners. The key of
     * the owner comes first in each row.
     *
     * @param fetch how the targets are loaded
     * @param owners the query
     * @param positions the 1-based columns of the query that hold the keys of owners
     */
    public PlannedQuery related(RelationshipProperty relationship, FetchGraph fetch, ExecutedQuery owners,
            int[] positions) {
        return new LoadStatements(rewriter(fetch.criteria()), dialect).relatedOfQuery(relationship,
                fetch.withoutCriteria(),
                owners.statement(), positions);
    }

    /** Plans a statement that returns rows. */
    public PlannedQuery plan(Statement<?> statement) {
        StatementOptions options = new StatementOptions(statement);
        EntityRewriter rewriter = rewriter(options.criteria());
        return switch (statement) {
            case Select<?> select ->
                select(rewriter, select, options.fetches(), options.all(usual));
            case Selectable<?> other -> plain(rewriter, other, first(other));
            case Statement<?> other -> plain(rewriter, other, other.selectList());
        };
    }

    private static SelectList first(Selectable<?> query) {
        return switch (query) {
            case CompoundSelect<?> compound -> first(compound.queries().get(0));
            case Select<?> select -> select.selectList();
            case TextSelect<?> text -> text.selectList();
        };
    }

    /**
     * Plans a statement that loads everything as mapped, except formulas, which are loaded on access. Only the conditions
     * for its entities are added.
     */
    private static PlannedQuery plain(EntityRewriter rewriter, Statement<?> statement, SelectList list) {
        Statement<?> core = rewriter.statement(statement);
        SelectBuilder builder = new SelectBuilder(rewriter, false);
        Parts reader = new Parts(rewriter, builder, Map.of(), FetchGraph.DEFAULT, true, null);
        List<Part> parts = rewriter.scopes().reopened(() -> reader.of(list.projections()));
        return new PlannedQuery(core, new LoadPlan(parts, list.isSingle(), builder.nodes(), false));
    }

    private PlannedQuery select(EntityRewriter rewriter, Select<?> select, Map<EntityPath<?>, FetchGraph> fetches,
            FetchGraph all) {
        // the statement is rewritten as a whole, so that paths in its list add joins too; then its list is rebuilt
        Select<?> core = (Select<?>) rewriter.query(select);
        return rewriter.scopes().reopened(() -> planned(rewriter, select, core, fetches, all));
    }

    private PlannedQuery planned(EntityRewriter rewriter, Select<?> select, Select<?> core,
            Map<EntityPath<?>, FetchGraph> fetches, FetchGraph all) {
        boolean outer = select.joins().stream().anyMatch(step -> step.kind() != Join.Kind.INNER);
        SelectBuilder builder = new SelectBuilder(rewriter, true, rewriter::joinedPlace);
        List<Part> parts = build(new Parts(rewriter, builder, fetches, all, outer, null), select);
        List<Projection<?>> own = List.copyOf(builder.columns());
        join(rewriter, builder, parts, null);
        boolean limited = select.rowLimit() != null || select.rowOffset() != null
                || !select.distinctness().equals(Distinct.NONE);
        Select<?> result;
        if (builder.hasJoinedCollections() && limited) {
            List<Projection<?>> inner = new ArrayList<>(own);
            builder.contained().stream().filter(column -> !inner.contains(column)).forEach(inner::add);
            List<Integer> order = new ArrayList<>();
            for (OrderTerm term : core.ordering()) {
                if (!inner.contains(term.term())) {
                    inner.add(term.term());
                }
                order.add(inner.indexOf(term.term()));
            }
            Subquery limitedRows = withColumns(core, inner).subquery();
            builder = new SelectBuilder(rewriter, true,
                    path -> new SubqueryPlace(rewriter.joinedPlace(path), limitedRows));
            parts = build(new Parts(rewriter, builder, fetches, all, outer, limitedRows), select);
            join(rewriter, builder, parts, limitedRows);
            result = Sql.select(builder.columns()).from(limitedRows)
                    .orderBy(rebased(core.ordering(), order, limitedRows));
        } else {
            result = lockedAlone(withColumns(core, builder.columns()), rewriter, builder, parts);
        }
        LoadPlan plan = new LoadPlan(parts, select.selectList().isSingle(), builder.nodes(), builder.hasCollections());
        return new PlannedQuery(compact(builder.withJoins(result)), plan);
    }

    /** Returns a query for the number of rows of another one without the columns that are only read. */
    private static Select<?> compact(Select<?> select) {
        return select.froms().size() == 1 && select.froms().get(0) instanceof Subquery rows
                && select.equals(Sql.select(Functions.count()).from(rows)) ? rows.query().count() : select;
    }

    /**
     * Restricts the lock to the entities of a query, without joined relationships, if the database can lock single
     * tables.
     */
    private Select<?> lockedAlone(Select<?> select, EntityRewriter rewriter, SelectBuilder builder, List<Part> parts) {
        RowLock lock = select.lock();
        if (lock == null || !lock.tables().isEmpty() || !dialect.supports(Feature.ROW_LOCKS_OF)
                || !builder.hasJoins()) {
            return select;
        }
        List<FromClause> own = new ArrayList<>();
        for (Part part : parts) {
            if (part instanceof EntityPart entity) {
                own.add(rewriter.place((EntityPath<?>) entity.projection()).source());
            }
        }
        return own.isEmpty() ? select : select.forUpdate(any -> lock.of(own.toArray(new FromClause[0])));
    }

    private static List<Part> build(Parts parts, Select<?> select) {
        List<Part> built = parts.of(select.selectList().projections());
        for (EntityPath<?> path : parts.fetches.keySet()) {
            if (parts.seen.stream().noneMatch(path::equals)) {
                throw new InvalidStatementException(
                        "A loader option applies to \"" + path + "\", which this statement does not select. Select \""
                                + path
                                + "\" as a whole, or remove the option.");
            }
        }
        return built;
    }

    private static void join(EntityRewriter rewriter, SelectBuilder builder, List<Part> parts,
            @Nullable Subquery wrapped) {
        for (Part part : parts) {
            switch (part) {
                case EntityPart entity -> {
                    Place place = rewriter.place((EntityPath<?>) entity.projection());
                    builder.relationships(entity.node(), wrapped == null ? place : new SubqueryPlace(place, wrapped));
                }
                case IntoPart into -> join(rewriter, builder, into.parts(), wrapped);
                case ValuePart value -> {}
            }
        }
    }

    private static OrderTerm[] rebased(List<OrderTerm> terms, List<Integer> positions, Subquery source) {
        OrderTerm[] rebased = new OrderTerm[terms.size()];
        for (int i = 0; i < rebased.length; i++) {
            Expression<?> column = source.columns().get(positions.get(i));
            rebased[i] = terms.get(i) instanceof Ordered ordered
                    ? new Ordered(column, ordered.direction(), ordered.nulls()) : column;
        }
        return rebased;
    }

    static Select<?> withColumns(Select<?> select, List<Projection<?>> columns) {
        if (columns.size() == 1) {
            return select.columns(columns.get(0));
        }
        return select.columns(columns.get(0), columns.get(1),
                columns.subList(2, columns.size()).toArray(new Projection<?>[0]));
    }

    /** Creates the parts of a plan. Used for one statement. Confined to one thread at a time. */
    private static final class Parts {
        private final EntityRewriter rewriter;
        private final SelectBuilder builder;
        private final Map<EntityPath<?>, FetchGraph> fetches;
        private final FetchGraph all;
        private final boolean outer;
        private final @Nullable Subquery wrapped;
        private final List<EntityPath<?>> seen = new ArrayList<>();

        private Parts(EntityRewriter rewriter, SelectBuilder builder, Map<EntityPath<?>, FetchGraph> fetches,
                FetchGraph all,
                boolean outer, @Nullable Subquery wrapped) {
            this.rewriter = rewriter;
            this.builder = builder;
            this.fetches = fetches;
            this.all = all;
            this.outer = outer;
            this.wrapped = wrapped;
        }

        private List<Part> of(List<Projection<?>> projections) {
            List<Part> parts = new ArrayList<>();
            for (Projection<?> projection : projections) {
                switch (projection) {
                    case Expression<?> expression ->
                        parts.add(new ValuePart(expression, name(expression), column(expression)));
                    case Into<?> into -> parts.add(new IntoPart(into, of(into.parts())));
                    case RowSource source -> {
                        for (Expression<?> column : rewriter.source(source).columns()) {
                            parts.add(new ValuePart(column, name(column), column(column)));
                        }
                    }
                    case UnresolvedEntity<?> entity -> parts.add(entity((EntityPath<?>) entity));
                }
            }
            return parts;
        }

        private int column(Expression<?> expression) {
            Expression<?> selected = rewriter.attributes().selected(expression);
            return builder.column(wrapped == null ? selected
                    : wrapped.columns().get(builder.columns().size()));
        }

        private EntityPart entity(EntityPath<?> path) {
            Place place = rewriter.place(path);
            boolean optional = outer || !(path.$origin() instanceof PathOrigin.Root);
            FetchGraph own = fetches.get(path);
            LoadNode node = builder.entity(wrapped == null ? place : new SubqueryPlace(place, wrapped),
                    own == null ? all : all.and(own), optional);
            seen.add(path);
            return new EntityPart(path, node);
        }
    }

    private static String name(Expression<?> expression) {
        return switch (expression) {
            case Labeled<?> labeled -> labeled.label();
            case SettableColumn<?> column -> column.name();
            case BooleanCondition(SettableColumn<Boolean> column) -> column.name();
            case Expression<?> other -> other.toString();
        };
    }
}
