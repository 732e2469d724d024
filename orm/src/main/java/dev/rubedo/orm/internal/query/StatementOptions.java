package dev.rubedo.orm.internal.query;

import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.orm.internal.query.FetchGraph.OtherRelationships;
import dev.rubedo.orm.metamodel.Attribute;
import dev.rubedo.orm.metamodel.EntityPath;
import dev.rubedo.orm.metamodel.PathOrigin;
import dev.rubedo.sql.Condition;
import dev.rubedo.sql.Delete;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.FromClause;
import dev.rubedo.sql.Insert;
import dev.rubedo.sql.Into;
import dev.rubedo.sql.Projection;
import dev.rubedo.sql.RowSource;
import dev.rubedo.sql.Select;
import dev.rubedo.sql.Selectable;
import dev.rubedo.sql.Sql;
import dev.rubedo.sql.Statement;
import dev.rubedo.sql.StatementOption;
import dev.rubedo.sql.TextSelect;
import dev.rubedo.sql.TextStatement;
import dev.rubedo.sql.UnresolvedEntity;
import dev.rubedo.sql.Update;
import dev.rubedo.sql.Walker;
import dev.rubedo.type.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The options of a statement, as its planner sees them. An unsupported option is an error. Used for one statement.
 * Confined to one thread at a time.
 */
final class StatementOptions extends Walker {

    private final Map<EntityPath<?>, FetchGraph> fetches = new LinkedHashMap<>();
    private final Statement<?> statement;
    private Criteria criteria = Criteria.NONE;
    private @Nullable OtherRelationships others;
    private final List<Condition> conditions = new ArrayList<>();
    private boolean isKept;

    /**
     * @throws InvalidStatementException if an option does not apply to the statement, or is set on a part of it
     */
    StatementOptions(Statement<?> statement) {
        this.statement = statement;
        for (StatementOption option : statement.statementOptions()) {
            switch (option) {
                case LoadingOption<?, ?> loader -> {
                    requireSelect();
                    LoadingOption<?, ?> own = loader.ofSelected();
                    fetches.merge(own.owner(), own.fetch(), FetchGraph::and);
                    conditions.addAll(own.restrictions().stream().map(Restriction::condition).toList());
                }
                case PopulateExistingOption populate -> {
                    if (statement.selectList().isEmpty()) {
                        requireSelect();
                    }
                    requireEntity(populate);
                }
                case PlacementOption placement -> {
                    // already used by the session to choose the database
                }
                case FromCacheOption cached -> {
                    if (!(statement instanceof Selectable<?>)) {
                        throw new InvalidStatementException("The option \"" + cached
                                + "\" applies to a query. Remove it.");
                    }
                }
                case SynchronizeOption sync -> {
                    if (!(statement instanceof Update<?> update && update.target() instanceof UnresolvedEntity<?>)
                            && !(statement instanceof Delete<?> delete
                                    && delete.target() instanceof UnresolvedEntity<?>)) {
                        throw new InvalidStatementException("The option \"" + sync
                                + "\" applies to an UPDATE or DELETE of an entity. Remove it.");
                    }
                }
                case OtherRelationshipsOption wildcard -> {
                    requireSelect();
                    requireEntity(wildcard);
                    others = wildcard.others();
                }
                case CriteriaOption said -> {
                    if (statement instanceof Insert<?> insert && insert.query() == null) {
                        throw new InvalidStatementException(
                                "Criteria restrict the rows to read, and an INSERT of values "
                                        + "reads no rows. Remove the criteria for \"" + said.criterion().entity()
                                        + "\".");
                    }
                    if (statement instanceof TextStatement || statement instanceof TextSelect<?>) {
                        throw new InvalidStatementException("Criteria cannot be added to a text statement. "
                                + "Write the condition on \"" + said.criterion().entity() + "\" into the text.");
                    }
                    criteria = criteria.and(said.criterion());
                    conditions.add(said.criterion().condition());
                }
                case StatementOption other ->
                    throw new InvalidStatementException("The option \"" + other + "\" does not apply to a statement. "
                            + "Remove it; forUpdate() and expectVersion(...) belong to get(...), and a query is "
                            + "locked by its own forUpdate().");
            }
        }
        // an expression has values that are not values of the shape
        boolean hasExpressions = statement.statementOptions().stream()
                .anyMatch(option -> option instanceof LoadingOption<?, ?> loader && loader.hasExpressions());
        isKept = !hasExpressions && statement.selectList().projections().stream().allMatch(StatementOptions::isOnePart);
        statement(statement);
        conditions.forEach(this::expression);
    }

    /** Rejects an option for objects if the statement returns none. */
    private void requireEntity(StatementOption option) {
        if (statement.selectList().projections().stream().noneMatch(StatementOptions::hasEntity)) {
            throw new InvalidStatementException("The option \"" + option + "\" applies to the objects that a statement"
                    + " returns, and this one returns only values. Select an entity, or remove the option.");
        }
    }

    private static boolean hasEntity(Projection<?> projection) {
        return projection instanceof UnresolvedEntity<?>
                || projection instanceof Into<?> into && into.parts().stream().anyMatch(StatementOptions::hasEntity);
    }

    /**
     * An anonymous alias is another one in each statement, and the query of an entity's rows has values that are not
     * values of the shape.
     */
    private void look(EntityPath<?> path) {
        EntityPath<?> at = path;
        while (at.$origin() instanceof PathOrigin.Through || at.$origin() instanceof PathOrigin.Treated) {
            at = at.$origin() instanceof PathOrigin.Treated treated ? treated.path()
                    : ((PathOrigin.Through) at.$origin()).relationship().owner();
        }
        isKept &= !(at.$origin() instanceof PathOrigin.Derived || at.$origin() instanceof PathOrigin.Anonymous);
    }

    @Override
    public void expression(Expression<?> node) {
        if (node instanceof Attribute<?, ?> attribute) {
            look(attribute.owner());
        }
        super.expression(node);
    }

    @Override
    public void projection(Projection<?> node) {
        if (node instanceof EntityPath<?> path) {
            look(path);
        }
        super.projection(node);
    }

    @Override
    public void from(FromClause node) {
        if (node instanceof EntityPath<?> path) {
            look(path);
        }
        super.from(node);
    }

    private void requireSelect() {
        if (!(statement instanceof Select<?>)) {
            throw new InvalidStatementException(
                    "Loader options apply to a select(...), not to a compound of several or a statement that changes rows.");
        }
    }

    /** Returns whether an element of a select list is one part. A table or subquery has as many parts as columns. */
    private static boolean isOnePart(Projection<?> projection) {
        return !(projection instanceof RowSource)
                && !(projection instanceof Into<?> into
                        && !into.parts().stream().allMatch(StatementOptions::isOnePart));
    }

    /**
     * Returns whether a plan of the statement is valid for all statements of its shape. It is not if a table or subquery is
     * selected, which has as many parts as columns.
     */
    boolean isKept() {
        return isKept;
    }

    @Override
    public void statement(Statement<?> node) {
        if (node != statement && !isTextOf(statement, node) && !node.statementOptions().isEmpty()) {
            throw new InvalidStatementException("The option \"" + node.statementOptions().get(0)
                    + "\" is set on a part of a statement. Set options on the whole statement.");
        }
        super.statement(node);
    }

    /** Returns whether a node is the text of a hand-written query, which has the options of the query. */
    private static boolean isTextOf(Statement<?> query, Statement<?> node) {
        return query instanceof TextSelect<?> select && select.text() == node;
    }

    /** Returns whether conditions have no anonymous alias or derived entity, so that a plan with them can be kept. */
    static boolean areKept(Stream<Condition> conditions) {
        StatementOptions walk = new StatementOptions(Sql.select(Sql.literalColumn("1", Types.INTEGER)));
        conditions.forEach(walk::expression);
        return walk.isKept;
    }

    /** Returns how each entity that the statement selects is loaded. */
    Map<EntityPath<?>, FetchGraph> fetches() {
        return fetches;
    }

    /**
     * Returns how entities that no option names are loaded.
     *
     * @param usual how they are loaded without an option for all entities
     */
    FetchGraph all(FetchGraph usual) {
        return others == null ? usual : FetchGraph.DEFAULT.with(others);
    }

    /** Returns the criteria of the statement. */
    Criteria criteria() {
        return criteria;
    }
}
