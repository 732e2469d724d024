package dev.rubedo.compile;

import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.feature.Feature;
import dev.rubedo.sql.Alias;
import dev.rubedo.sql.ColumnNames;
import dev.rubedo.sql.CommonTableExpression;
import dev.rubedo.sql.CompoundSelect;
import dev.rubedo.sql.Condition;
import dev.rubedo.sql.CustomClause;
import dev.rubedo.sql.Distinct;
import dev.rubedo.sql.Explain;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.FromClause;
import dev.rubedo.sql.FromList;
import dev.rubedo.sql.Labeled;
import dev.rubedo.sql.NoCondition;
import dev.rubedo.sql.OrderTerm;
import dev.rubedo.sql.RowLimit;
import dev.rubedo.sql.RowLock;
import dev.rubedo.sql.RowSource;
import dev.rubedo.sql.Select;
import dev.rubedo.sql.Selectable;
import dev.rubedo.sql.StatementClause;
import dev.rubedo.sql.TableHint;
import dev.rubedo.sql.TableReference;
import dev.rubedo.sql.TableSample;
import dev.rubedo.sql.TextClause;
import dev.rubedo.sql.TextSelect;
import dev.rubedo.stability.Spi;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A renderer of queries; the superclass renders FROM clauses. {@link #renderBody} is the skeleton of a SELECT; each
 * clause is a method that a dialect can override, in this order:
 *
 * <ol>
 * <li>{@link #renderVerb}: {@code SELECT}, with clauses {@link CustomClause.Place#AFTER_VERB}
 * <li>{@link #renderDistinct}: {@code DISTINCT}
 * <li>{@link #renderTop}: a limit before the columns
 * <li>the columns, each by {@link #renderSelected}
 * <li>{@link #renderFromClause}: {@code FROM}, or {@link #renderNoFrom}; with clauses
 * {@link CustomClause.Place#AFTER_TABLE}
 * <li>{@link #renderWhere}, {@link #renderGroupBy}, {@link #renderHaving}, then clauses
 * {@link CustomClause.Place#AFTER_CONDITIONS}
 * <li>{@link #renderOrderBy}
 * <li>{@link #renderLimits}: {@code LIMIT} and {@code OFFSET}, or {@link #renderFetch}
 * <li>{@link #renderLock}: {@code FOR UPDATE}, then clauses {@link CustomClause.Place#AT_END}
 * </ol>
 *
 * {@link #renderCompound} is the skeleton of compound queries: {@link #renderGroupedPart} writes a part that needs
 * parentheses, {@link #setOperator} returns the operator between the parts, {@link #renderLimits} ends the query.
 *
 * <p>Immutable.
 */
@Spi
public class SelectRenderer extends FromRenderer {

    private final SelectListRenderer list = new SelectListRenderer(this);
    private final OrderTermRenderer order = new OrderTermRenderer(this);

    /** Creates a renderer. */
    public SelectRenderer(DialectTraits traits) {
        super(traits);
    }

    /** Returns the maximum length of an alias or a column label in a statement, in characters. */
    protected int maximumNameLength() {
        return traits.maximumIdentifierLength();
    }

    /** Returns whether a self-referencing common table expression is introduced by WITH RECURSIVE. */
    protected boolean saysRecursive() {
        return true;
    }

    /** Returns the text before a statement that is explained, with a trailing space. */
    protected String explanation(Explain explain) {
        traits.require(explain.isAnalyzed() ? Feature.EXPLAIN_ANALYZE : Feature.EXPLAIN, "EXPLAIN");
        return explain.isAnalyzed() ? "EXPLAIN ANALYZE " : "EXPLAIN ";
    }

    /** Writes a query in parentheses, inside an expression. */
    final void renderSubquery(Selectable<?> query, RenderContext out) {
        out.sql("(");
        renderQuery(query, QueryPlace.EXPRESSION, out);
        out.sql(")");
    }

    /** Writes a query at a place, without parentheses. */
    @Override
    public final void renderQuery(Selectable<?> query, QueryPlace place, RenderContext out) {
        switch (query) {
            case Select<?> s -> renderSelect(s, place, out);
            case CompoundSelect<?> c -> renderCompound(c, place, out);
            case TextSelect<?> t -> renderTextSelect(t, place, out);
        }
    }

    private void renderSelect(Select<?> select, QueryPlace place, RenderContext out) {
        var around = out.scope();
        var froms = froms(select, place, around);
        var scope = new QueryScope(around, FromList.members(froms), select.lock());
        if (place == QueryPlace.FROM || place == QueryPlace.COMMON_TABLE) {
            // read before anything is changed
            scope.changedAround = null;
        }
        var body = out.apart(() -> out.within(scope, () -> {
            select.ctes().forEach(cte -> renderCommonTableDefinition(cte, out));
            renderBody(select, froms, place, out);
        }));
        if (!scope.nestedTexts.isEmpty()) {
            boolean isRecursive = scope.nested.stream().anyMatch(CommonTableExpression::isRecursive);
            out.fragment().append(CommonTables.clause(scope.nestedTexts, isRecursive && saysRecursive()));
        }
        out.fragment().append(body);
    }

    private static List<FromClause> froms(Select<?> select, QueryPlace place, @Nullable QueryScope around) {
        if (around == null || place == QueryPlace.COMMON_TABLE) {
            return select.froms();
        }
        if (place != QueryPlace.FROM) {
            return FromList.inside(select, around.all, around.own);
        }
        var further = new LinkedHashSet<>(around.all);
        further.removeAll(around.own);
        return FromList.inside(select, further, Set.of());
    }

    /**
     * Writes a SELECT without its common table expressions.
     *
     * @param select the query
     * @param froms its FROM list, without the items that are correlated to the enclosing statement
     * @param place where the statement is nested
     * @param out the writer
     */
    protected void renderBody(Select<?> select, List<FromClause> froms, QueryPlace place, RenderContext out) {
        if (select.selectList().isEmpty()) {
            throw new InvalidStatementException("The query selects nothing. Specify its columns with select(...) or "
                    + "addColumns(...).");
        }
        var terms = repeated().groupedTerms(select);
        var scope = out.scope();
        if (scope != null) {
            scope.terms = terms;
        }
        if (scope != null) {
            select.dialectClauses().stream().filter(SelectRenderer::isOfTable).forEach(scope.tableClauses::add);
        }
        renderVerb(select, out);
        renderDistinct(select, out);
        renderTop(select, place, out);
        RepeatedExpressions.within(terms, recognition() != Recognition.TEXT,
                () -> renderColumns(out.labelsToWrite(select), place, out));
        renderFromClause(select, froms, out);
        requireNoTableClauses(scope);
        renderWhere(select, out);
        renderGroupBy(select, out);
        RepeatedExpressions.within(terms, true, () -> renderHaving(select, out));
        renderClauses(select.dialectClauses(), CustomClause.Place.AFTER_CONDITIONS, out);
        RepeatedExpressions.within(terms, recognition() != Recognition.TEXT, () -> renderOrderBy(select, place, out));
        renderLimits(select.rowLimit(), select.rowOffset(), select, out);
        var lock = select.lock();
        if (lock != null) {
            renderLock(lock, out);
        }
        renderClauses(select.dialectClauses(), CustomClause.Place.AT_END, out);
    }

    /**
     * Returns whether a compound query can be ordered by expressions of its columns and not only by the columns; by
     * default it can.
     */
    protected boolean ordersCompoundsByExpressions() {
        return true;
    }

    /** Returns how the server recognizes a repeated expression with values. */
    protected Recognition recognition() {
        return Recognition.TEXT;
    }

    /**
     * Returns whether HAVING recognizes the expressions of GROUP BY; some databases recognize only columns.
     */
    protected boolean havingKnowsExpressions() {
        return true;
    }

    final RepeatedExpressions repeated() {
        return new RepeatedExpressions(traits, recognition(), havingKnowsExpressions());
    }

    /** Rejects hints and samples for tables that the query does not read. */
    static void requireNoTableClauses(@Nullable QueryScope scope) {
        if (scope != null && !scope.tableClauses.isEmpty()) {
            throw new InvalidStatementException("\"" + scope.tableClauses.get(0)
                    + "\" is for a table that is not in the FROM clause of the query. Pass the table or alias that "
                    + "the query reads.");
        }
    }

    private static boolean isOfTable(StatementClause clause) {
        return clause instanceof TableHint || clause instanceof TableSample;
    }

    /** Writes the verb and a space. */
    protected void renderVerb(Select<?> select, RenderContext out) {
        out.sql("SELECT ");
        renderClauses(select.dialectClauses(), CustomClause.Place.AFTER_VERB, out);
    }

    /** Writes a limit before the columns, with a trailing space. */
    protected void renderTop(Select<?> select, QueryPlace place, RenderContext out) {
        // most databases have limits at the end
    }

    /** Writes the FROM clause. */
    protected void renderFromClause(Select<?> select, List<FromClause> froms, RenderContext out) {
        if (froms.isEmpty()) {
            renderNoFrom(select, out);
        } else {
            out.sql(" FROM ").list(froms, (from, to) -> renderFrom(from, to));
        }
        renderClauses(select.dialectClauses().stream().filter(clause -> !isOfTable(clause)).toList(),
                CustomClause.Place.AFTER_TABLE, out);
    }

    /** Writes the WHERE clause. */
    protected void renderWhere(Select<?> select, RenderContext out) {
        renderCondition(" WHERE ", select.conditions(), out);
    }

    /** Writes the GROUP BY clause. */
    protected void renderGroupBy(Select<?> select, RenderContext out) {
        if (!select.grouping().isEmpty()) {
            out.sql(" GROUP BY ").list(select.grouping(), (term, to) -> repeated().renderOrRefer(term, select, to));
        }
    }

    /** Writes the HAVING clause. */
    protected void renderHaving(Select<?> select, RenderContext out) {
        renderCondition(" HAVING ", select.groupConditions(), out);
    }

    /** Writes the ORDER BY clause. */
    protected void renderOrderBy(Select<?> select, QueryPlace place, RenderContext out) {
        if (!select.ordering().isEmpty()) {
            out.sql(" ORDER BY ").list(select.ordering(), (term, to) -> order.renderOfSelect(select, term, to));
        }
    }

    /** Writes a condition after its keyword, or nothing if there is none. */
    protected final void renderCondition(String keyword, Condition condition, RenderContext out) {
        if (condition != NoCondition.NONE) {
            out.sql(keyword).operand(condition, Parentheses.LIKE_ONLY);
        }
    }

    /** Writes the custom clauses that belong to one place of the statement. */
    protected final void renderClauses(List<StatementClause> clauses, CustomClause.Place place, RenderContext out) {
        for (var clause : clauses) {
            if (clause.place() == place && isWritten(clause)) {
                out.sql(place == CustomClause.Place.AFTER_VERB ? "" : " ");
                switch (clause) {
                    case CustomClause custom -> custom.write(out);
                    case TextClause text -> out.sql(text.sql());
                    case TableHint hint -> throw misplaced(hint.table());
                    case TableSample sample -> throw misplaced(sample.table());
                }
                out.sql(place == CustomClause.Place.AFTER_VERB ? " " : "");
            }
        }
    }

    private static InvalidStatementException misplaced(FromClause table) {
        return new InvalidStatementException("A hint or sample of \"" + table + "\" is only allowed in a SELECT.");
    }

    private boolean isWritten(StatementClause clause) {
        return !(clause instanceof TextClause text) || text.dialect().isEmpty() || text.dialect().equals(traits.name());
    }

    /** Writes DISTINCT. */
    protected void renderDistinct(Select<?> select, RenderContext out) {
        Distinct distinct = select.distinctness();
        if (!distinct.isOn()) {
            return;
        }
        out.sql("DISTINCT ");
        if (!distinct.columns().isEmpty()) {
            traits.require(Feature.DISTINCT_ON, distinct.columns());
            out.sql("ON (").list(distinct.columns(), (column, to) -> {
                int position = repeated().referenceOf(column, select, to);
                if (position >= 0) {
                    repeated().renderReference(position, select, to);
                } else {
                    to.operand(ConditionRenderer.value(column), Parentheses.LIKE_ONLY);
                }
            }).sql(") ");
        }
    }

    /** Writes the text that replaces FROM if nothing is read. */
    protected void renderNoFrom(Select<?> select, RenderContext out) {
        // most databases want nothing
    }

    /** Writes a select list or the columns of RETURNING, and records the columns of the result. */
    final void renderColumns(QueryLabels labels, QueryPlace place, RenderContext out) {
        renderColumns(labels, place, true, out);
    }

    /**
     * Writes columns, with or without their labels; the columns of the result are recorded with their names in either
     * case.
     */
    final void renderColumns(QueryLabels labels, QueryPlace place, boolean writesLabels, RenderContext out) {
        list.render(labels, place, writesLabels, out);
    }

    /**
     * Writes a selected condition as 1 or 0, for databases on which a condition is no value.
     *
     * @return whether the column is such a condition; nothing is written otherwise
     */
    protected final boolean renderSelectedCondition(Expression<?> column, RenderContext out) {
        var selected = ConditionRenderer.value(column instanceof Labeled<?> labeled ? labeled.expression() : column);
        if (!ConditionRenderer.isPredicate(selected)) {
            return false;
        }
        out.sql("CASE WHEN (").expression(selected).sql(") THEN 1 ELSE 0 END");
        if (column instanceof Labeled<?> labeled) {
            out.sql(" AS ").identifier(labeled.label());
        }
        return true;
    }

    /** Writes one column of a select list, without its generated label. */
    protected void renderSelected(Expression<?> column, RenderContext out) {
        if (column instanceof Labeled<?> labeled) {
            out.operand(ConditionRenderer.value(labeled.expression()), Parentheses.LIKE_ONLY).sql(" AS ")
                    .identifier(labeled.label());
        } else {
            out.expression(ConditionRenderer.value(column));
        }
    }

    /** Writes a term of ORDER BY. */
    final void renderOrderTerm(OrderTerm term, RenderContext out) {
        order.render(term, out);
    }

    /**
     * Writes the limit and the offset.
     *
     * @param limit the limit, or null
     * @param offset the offset, or null
     * @param owner the query, for {@link #renderImpliedNumber}
     * @param out the writer
     */
    protected void renderLimits(@Nullable RowLimit limit, @Nullable Expression<?> offset, Object owner,
            RenderContext out) {
        if (limit != null && limit.form() != RowLimit.Form.LIMIT) {
            renderFetch(limit, offset, out);
            return;
        }
        if (limit != null) {
            out.sql(" LIMIT ").expression(limit.count());
        } else if (offset != null) {
            renderNoLimit(owner, out);
        }
        if (offset != null) {
            out.sql(" OFFSET ").expression(offset);
        }
    }

    /** Writes the replacement for an absent limit before an offset. */
    protected void renderNoLimit(Object owner, RenderContext out) {
        // the standard allows an offset alone
    }

    /**
     * Writes the marker of the number that replaces an absent limit or offset.
     *
     * @param owner the query
     * @param number the number: -1 for no limit, 0 for no offset
     * @param out the writer
     */
    protected final void renderImpliedNumber(Object owner, long number, RenderContext out) {
        out.bindNumber(owner, number);
    }

    /** Rejects a limit that LIMIT cannot express. */
    protected final void requirePlain(RowLimit limit) {
        switch (limit.form()) {
            case LIMIT, FETCH -> {}
            case WITH_TIES -> traits.require(Feature.FETCH_WITH_TIES, limit);
            case PERCENT, PERCENT_WITH_TIES -> traits.require(Feature.FETCH_PERCENT, limit);
        }
    }

    /** Writes a limit in standard syntax. */
    protected void renderFetch(RowLimit limit, @Nullable Expression<?> offset, RenderContext out) {
        boolean isPercent = limit.form() == RowLimit.Form.PERCENT || limit.form() == RowLimit.Form.PERCENT_WITH_TIES;
        boolean hasTies = limit.form() == RowLimit.Form.WITH_TIES || limit.form() == RowLimit.Form.PERCENT_WITH_TIES;
        if (isPercent) {
            traits.require(Feature.FETCH_PERCENT, limit);
        }
        if (hasTies) {
            traits.require(Feature.FETCH_WITH_TIES, limit);
        }
        if (offset != null) {
            out.sql(" OFFSET ");
            renderFetchNumber(offset, out);
            out.sql(" ROWS");
        }
        out.sql(" FETCH FIRST ");
        renderFetchNumber(limit.count(), out);
        out.sql(isPercent ? " PERCENT" : "").sql(hasTies ? " ROWS WITH TIES" : " ROWS ONLY");
    }

    /** Writes a number of rows in standard syntax. */
    protected void renderFetchNumber(Expression<?> number, RenderContext out) {
        out.expression(number);
    }

    /** Writes a row lock. */
    protected void renderLock(RowLock lock, RenderContext out) {
        requireLock(lock);
        out.sql(switch (lock.strength()) {
            case UPDATE -> " FOR UPDATE";
            case NO_KEY_UPDATE -> " FOR NO KEY UPDATE";
            case SHARE -> " FOR SHARE";
            case KEY_SHARE -> " FOR KEY SHARE";
        });
        if (!lock.tables().isEmpty()) {
            out.sql(" OF ").list(lock.tables(), this::renderLockedTable);
        }
        renderWait(lock, out);
    }

    /** Rejects a lock that the dialect does not support. */
    protected final void requireLock(RowLock lock) {
        traits.require(Feature.ROW_LOCKS, lock);
        switch (lock.strength()) {
            case UPDATE -> {}
            case SHARE -> traits.require(Feature.SHARED_ROW_LOCKS, lock);
            case NO_KEY_UPDATE, KEY_SHARE -> traits.require(Feature.KEY_ROW_LOCKS, lock);
        }
        switch (lock.waiting()) {
            case DEFAULT -> {}
            case NO_WAIT -> traits.require(Feature.NO_WAIT, lock);
            case SKIP_LOCKED -> traits.require(Feature.SKIP_LOCKED, lock);
        }
        if (!lock.tables().isEmpty()) {
            traits.require(Feature.ROW_LOCKS_OF, lock);
        }
    }

    /** Writes what happens if another transaction holds the rows: NOWAIT or SKIP LOCKED. */
    protected final void renderWait(RowLock lock, RenderContext out) {
        out.sql(switch (lock.waiting()) {
            case DEFAULT -> "";
            case NO_WAIT -> " NOWAIT";
            case SKIP_LOCKED -> " SKIP LOCKED";
        });
    }

    private void renderLockedTable(FromClause table, RenderContext out) {
        switch (table) {
            case TableReference named -> out.identifier(named.alias().isEmpty() ? named.name() : named.alias());
            case Alias alias -> out.identifier(nameOf(alias.name(), out));
            case RowSource other -> out.identifier(other.label());
            default -> throw new InvalidStatementException(
                    "A row lock names tables, not " + table + ". Name the tables that are joined.");
        }
    }

    /** Writes a compound query. */
    protected void renderCompound(CompoundSelect<?> compound, QueryPlace place, RenderContext out) {
        compound.ctes().forEach(cte -> renderCommonTableDefinition(cte, out));
        requireKind(compound.kind());
        boolean isFirst = true;
        for (var query : compound.queries()) {
            if (!isFirst) {
                out.sql(" ").sql(setOperator(compound.kind())).sql(" ");
            }
            renderPart(query, isFirst || place.namesColumns() ? place
                    : place.isResult() ? QueryPlace.STATEMENT_PART : QueryPlace.ROWS, out);
            isFirst = false;
        }
        if (!compound.ordering().isEmpty()) {
            out.sql(" ORDER BY ").list(compound.ordering(), (term, to) -> order.renderOfCompound(compound, term, to));
        }
        renderLimits(compound.rowLimit(), compound.rowOffset(), compound, out);
        renderClauses(compound.dialectClauses(), CustomClause.Place.AT_END, out);
    }

    /** Returns the operator that combines two queries. */
    protected String setOperator(CompoundSelect.Kind kind) {
        return kind.token();
    }

    private void requireKind(CompoundSelect.Kind kind) {
        switch (kind) {
            case UNION, UNION_ALL -> {}
            case INTERSECT, EXCEPT -> traits.require(Feature.INTERSECT_EXCEPT, kind.token());
            case INTERSECT_ALL, EXCEPT_ALL -> traits.require(Feature.INTERSECT_EXCEPT_ALL, kind.token());
        }
    }

    /** Writes one part of a compound query, in parentheses if it is compound itself or has an order or limit. */
    private void renderPart(Selectable<?> query, QueryPlace place, RenderContext out) {
        boolean isCompound = query instanceof CompoundSelect<?>;
        boolean isOrdered = query instanceof Select<?> select
                && (!select.ordering().isEmpty() || select.rowLimit() != null || select.rowOffset() != null);
        if (isCompound || isOrdered) {
            renderGroupedPart(query, place, out);
        } else {
            renderQuery(query, place, out);
        }
    }

    /** Writes one part of a compound query as a group. */
    protected void renderGroupedPart(Selectable<?> query, QueryPlace place, RenderContext out) {
        out.sql("(");
        renderQuery(query, place, out);
        out.sql(")");
    }

    private void renderTextSelect(TextSelect<?> query, QueryPlace place, RenderContext out) {
        NamedParameters.write(query.text().text(), query.text().parameters(), out);
        if (place == QueryPlace.STATEMENT) {
            var labels = out.labelsOf(query);
            var names = new HashSet<String>();
            for (int i = 0; i < labels.columns().size(); i++) {
                var column = labels.columns().get(i);
                var name = query.isByName() ? ColumnNames.of(column) : labels.nameAt(i, out.names());
                if (query.isByName() && (name.isEmpty() || !names.add(name))) {
                    throw new InvalidStatementException((name.isEmpty() ? "\"" + column + "\" has no name"
                            : "Several columns have the name \"" + name + "\"")
                            + " by which it is found in the result of the text. Label it with as(...).");
                }
                out.column(new ResultColumn(name, column.type(), column));
            }
        }
    }
}
