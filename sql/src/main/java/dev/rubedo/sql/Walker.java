package dev.rubedo.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A walk over a tree in the order it is written. Heirs override what they want to see and call {@code super} to go on
 * below; all protected methods and {@link #statement} may be overridden. Columns are leaves: what they belong to is not
 * walked into from them. Confined to one thread at a time.
 */
public class Walker {
    /** Makes a walk that does nothing by itself. */
    protected Walker() {}

    /**
     * Walks over an expression.
     *
     * @param node the expression
     */
    public void expression(Expression<?> node) {
        switch (node) {
            case ColumnReference<?> column -> {}
            case UnresolvedExpression<?> attribute -> {}
            case CustomExpression<?> custom -> custom.children().forEach(this::expression);
            case Condition condition -> condition(condition);
            case BindParameter<?> bind -> {}
            case Literal<?> literal -> {}
            case NullValue<?> nothing -> {}
            case Binary<?> binary -> both(binary.left(), binary.right());
            case CustomOperation<?> operation -> both(operation.left(), operation.right());
            case Unary<?> unary -> expression(unary.operand());
            case Cast<?> cast -> expression(cast.operand());
            case Coerced<?> coerced -> expression(coerced.operand());
            case FunctionCall<?> call -> functionCall(call);
            case Over<?> over -> {
                expression(over.function());
                window(over.window());
            }
            case Case<?> cases -> cases(cases);
            case Labeled<?> labeled -> expression(labeled.expression());
            case ScalarSubquery<?> subquery -> statement(subquery.query());
            case Collate<?> collate -> expression(collate.operand());
            case Extract extract -> expression(extract.source());
            case Tuple tuple -> tuple.elements().forEach(this::expression);
            case TextFragment<?> text -> text.parameters().forEach(this::expression);
            case Star star -> {}
            case Quantified<?> quantified -> expression(quantified.operand());
            case Excluded<?> excluded -> expression(excluded.column());
            case NextValue next -> {}
            case JsonAccess<?> access -> expression(access.document());
        }
    }

    private void both(Expression<?> left, Expression<?> right) {
        expression(left);
        expression(right);
    }

    private void functionCall(FunctionCall<?> call) {
        call.arguments().forEach(this::expression);
        call.ordering().forEach(this::orderTerm);
        call.group().forEach(this::orderTerm);
        condition(call.condition());
    }

    private void cases(Case<?> cases) {
        if (cases.subject() != null) {
            expression(cases.subject());
        }
        for (var branch : cases.branches()) {
            both(branch.test(), branch.result());
        }
        if (cases.rest() != null) {
            expression(cases.rest());
        }
    }

    /**
     * Walks over a condition. Called for every condition, also where it stands as an expression.
     *
     * @param node the condition
     */
    protected void condition(Condition node) {
        switch (node) {
            case Comparison comparison -> both(comparison.left(), comparison.right());
            case Junction junction -> junction.conditions().forEach(this::expression);
            case Not not -> expression(not.operand());
            case IsNull test -> expression(test.operand());
            case InValues in -> expression(in.operand());
            case InList in -> {
                expression(in.operand());
                in.items().forEach(this::expression);
            }
            case InSelect in -> {
                expression(in.operand());
                statement(in.query());
            }
            case Like like -> both(like.operand(), like.pattern());
            case RegexpMatch match -> both(match.operand(), match.pattern());
            case Between between -> {
                expression(between.operand());
                both(between.low(), between.high());
            }
            case Exists exists -> statement(exists.query());
            case NoCondition nothing -> {}
            case Truth truth -> expression(truth.expression());
        }
    }

    /**
     * Walks over a window.
     *
     * @param node the window
     */
    protected void window(Window node) {
        node.partition().forEach(this::expression);
        node.ordering().forEach(this::orderTerm);
        var frame = node.frame();
        if (frame != null) {
            bound(frame.start());
            bound(frame.end());
        }
    }

    private void bound(FrameBound bound) {
        if (bound.offset() != null) {
            expression(bound.offset());
        }
    }

    /**
     * Walks over a term of {@code ORDER BY}.
     *
     * @param node the term
     */
    protected void orderTerm(OrderTerm node) {
        expression(node.term());
    }

    /**
     * Walks over something selected.
     *
     * @param node what is selected
     */
    public void projection(Projection<?> node) {
        switch (node) {
            case Expression<?> expression -> expression(expression);
            case Into<?> into -> into.parts().forEach(this::projection);
            case RowSource source -> from(source);
            case UnresolvedEntity<?> entity -> from(entity);
        }
    }

    /**
     * Walks over a from clause, into subqueries and the queries of common table expressions.
     *
     * @param node the from clause
     */
    public void from(FromClause node) {
        switch (node) {
            case TableReference table -> {}
            case UnresolvedEntity<?> entity -> {}
            case Alias alias -> from(alias.source());
            case Subquery subquery -> statement(subquery.query());
            case CommonTableExpression cte -> statement(cte.query());
            case TableFunction function -> expression(function.function());
            case ValuesTable values -> values.rows().forEach(row -> row.forEach(this::expression));
            case Join join -> {
                from(join.left());
                from(join.right());
                expression(join.on());
            }
        }
    }

    /**
     * Walks over a statement.
     *
     * @param node the statement
     */
    public void statement(Statement<?> node) {
        node.ctes().forEach(this::from);
        switch (node) {
            case Select<?> select -> select(select);
            case CompoundSelect<?> compound -> {
                compound.queries().forEach(this::statement);
                compound.ordering().forEach(this::orderTerm);
                limits(compound.rowLimit(), compound.rowOffset());
            }
            case TextSelect<?> text -> statement(text.text());
            case TextStatement text -> text.parameters().forEach(this::expression);
            case Insert<?> insert -> insert(insert);
            case Update<?> update -> {
                from(update.target());
                update.assignments().forEach(this::assignment);
                update.explicitFroms().forEach(this::from);
                expression(update.conditions());
                finish(update.selectList(), update.dialectClauses());
            }
            case Delete<?> delete -> {
                from(delete.target());
                delete.explicitFroms().forEach(this::from);
                expression(delete.conditions());
                finish(delete.selectList(), delete.dialectClauses());
            }
        }
    }

    private void select(Select<?> select) {
        select.distinctness().columns().forEach(this::expression);
        select.selectList().projections().forEach(this::projection);
        select.explicitFroms().forEach(this::from);
        select.joins().forEach(this::joinStep);
        expression(select.conditions());
        select.grouping().forEach(this::expression);
        expression(select.groupConditions());
        select.ordering().forEach(this::orderTerm);
        limits(select.rowLimit(), select.rowOffset());
        finish(SelectList.NONE, select.dialectClauses());
    }

    /**
     * Walks over a join that is not made yet.
     *
     * @param step the join
     */
    protected void joinStep(JoinStep step) {
        if (step.left() != null) {
            from(step.left());
        }
        if (step.right() != null) {
            from(step.right());
        }
        if (step.on() != null) {
            expression(step.on());
        }
    }

    private void insert(Insert<?> insert) {
        from(insert.target());
        for (var row : insert.rows()) {
            row.assignments().forEach(this::assignment);
        }
        if (insert.query() != null) {
            insert.queryColumns().forEach(this::expression);
            statement(insert.query());
        }
        for (var conflict : insert.conflicts()) {
            conflict.columns().forEach(this::expression);
            expression(conflict.indexCondition());
            if (conflict.update() != null) {
                conflict.update().assignments().forEach(this::assignment);
                expression(conflict.update().condition());
            }
        }
        finish(insert.selectList(), insert.dialectClauses());
    }

    private void assignment(Assignment<?> assignment) {
        both(assignment.column(), assignment.value());
    }

    private void limits(@Nullable RowLimit limit,
            @Nullable Expression<?> offset) {
        if (limit != null) {
            expression(limit.count());
        }
        if (offset != null) {
            expression(offset);
        }
    }

    private void finish(SelectList returning, List<StatementClause> clauses) {
        returning.projections().forEach(this::projection);
        for (var clause : clauses) {
            switch (clause) {
                case CustomClause custom -> custom.children().forEach(this::expression);
                case TextClause text -> {}
            }
        }
    }
}
