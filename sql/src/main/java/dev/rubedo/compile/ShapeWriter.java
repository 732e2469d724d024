package dev.rubedo.compile;

import dev.rubedo.schema.Column;
import dev.rubedo.schema.ColumnDefault;
import dev.rubedo.schema.Table;
import dev.rubedo.sql.Alias;
import dev.rubedo.sql.AliasName;
import dev.rubedo.sql.Assignment;
import dev.rubedo.sql.Between;
import dev.rubedo.sql.Binary;
import dev.rubedo.sql.BindParameter;
import dev.rubedo.sql.Case;
import dev.rubedo.sql.Cast;
import dev.rubedo.sql.Coerced;
import dev.rubedo.sql.Collate;
import dev.rubedo.sql.ColumnReference;
import dev.rubedo.sql.CommonTableExpression;
import dev.rubedo.sql.Comparison;
import dev.rubedo.sql.CompoundSelect;
import dev.rubedo.sql.Condition;
import dev.rubedo.sql.CustomClause;
import dev.rubedo.sql.CustomExpression;
import dev.rubedo.sql.CustomOperation;
import dev.rubedo.sql.Delete;
import dev.rubedo.sql.DerivedColumn;
import dev.rubedo.sql.DmlTarget;
import dev.rubedo.sql.Excluded;
import dev.rubedo.sql.Exists;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.Extract;
import dev.rubedo.sql.FrameBound;
import dev.rubedo.sql.FromClause;
import dev.rubedo.sql.FunctionCall;
import dev.rubedo.sql.InList;
import dev.rubedo.sql.InSelect;
import dev.rubedo.sql.InValues;
import dev.rubedo.sql.Insert;
import dev.rubedo.sql.Into;
import dev.rubedo.sql.IsNull;
import dev.rubedo.sql.Join;
import dev.rubedo.sql.JsonAccess;
import dev.rubedo.sql.Junction;
import dev.rubedo.sql.Labeled;
import dev.rubedo.sql.Like;
import dev.rubedo.sql.Literal;
import dev.rubedo.sql.NextValue;
import dev.rubedo.sql.NoCondition;
import dev.rubedo.sql.Not;
import dev.rubedo.sql.NullValue;
import dev.rubedo.sql.OrderTerm;
import dev.rubedo.sql.Ordered;
import dev.rubedo.sql.Over;
import dev.rubedo.sql.Projection;
import dev.rubedo.sql.Quantified;
import dev.rubedo.sql.RegexpMatch;
import dev.rubedo.sql.RowLimit;
import dev.rubedo.sql.RowSource;
import dev.rubedo.sql.ScalarSubquery;
import dev.rubedo.sql.Select;
import dev.rubedo.sql.SelectList;
import dev.rubedo.sql.Selectable;
import dev.rubedo.sql.Star;
import dev.rubedo.sql.Statement;
import dev.rubedo.sql.StatementClause;
import dev.rubedo.sql.Subquery;
import dev.rubedo.sql.TableFunction;
import dev.rubedo.sql.TableReference;
import dev.rubedo.sql.TextClause;
import dev.rubedo.sql.TextFragment;
import dev.rubedo.sql.TextSelect;
import dev.rubedo.sql.TextStatement;
import dev.rubedo.sql.Truth;
import dev.rubedo.sql.Tuple;
import dev.rubedo.sql.Unary;
import dev.rubedo.sql.UnresolvedEntity;
import dev.rubedo.sql.UnresolvedExpression;
import dev.rubedo.sql.Update;
import dev.rubedo.sql.ValuesTable;
import dev.rubedo.sql.Window;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes the key of a {@link StatementShape} in one walk. Everything that the text depends on goes into the key; values do not.
 *
 * <p>
 * Confined to one thread at a time.
 */
final class ShapeWriter {

    private static final Object ABSENT = "absent";
    private static final Object BACK = "back";
    private static final Object SAME = "same";
    private static final Object EQUAL = "equal";

    private Object[] key = new Object[48];
    private int size;
    private int hash = 1;
    private @Nullable Object[] values = new @Nullable Object[8];
    private int valueCount;
    private final ValueNumbers numbers = new ValueNumbers();
    private @Nullable ValueNumbers sources;
    private int sourceCount;
    private final List<FromClause> named = new ArrayList<>(0);

    StatementShape shape() {
        return new StatementShape(Arrays.copyOf(key, size), hash, Arrays.copyOf(values, valueCount), numbers);
    }

    private void put(Object part) {
        if (size == key.length) {
            key = Arrays.copyOf(key, size * 2);
        }
        key[size++] = part;
        hash = 31 * hash + part.hashCode();
    }

    private int value(@Nullable Object value) {
        if (valueCount == values.length) {
            values = Arrays.copyOf(values, valueCount * 2);
        }
        values[valueCount] = value;
        return valueCount++;
    }

    /** Returns whether the owner is new and its value has to be taken. */
    private boolean owns(Object owner) {
        int known = numbers.putIfAbsent(owner, valueCount);
        if (known < 0) {
            return true;
        }
        put(BACK);
        put(known);
        return false;
    }

    void statement(Statement<?> statement) {
        switch (statement) {
            case Select<?> s -> select(s);
            case CompoundSelect<?> c -> compound(c);
            case TextSelect<?> t -> {
                put(TextSelect.class);
                statement(t.text());
                projections(t.selectList());
            }
            case Insert<?> i -> insert(i);
            case Update<?> u -> update(u);
            case Delete<?> d -> delete(d);
            case TextStatement t -> {
                put(t.text());
                t.parameters().forEach(this::expression);
            }
        }
    }

    private void select(Select<?> s) {
        put(Select.class);
        ctes(s.ctes());
        put(s.distinctness().isOn());
        expressions(s.distinctness().columns());
        projections(s.selectList());
        froms(s.explicitFroms());
        put(s.joins().size());
        for (var step : s.joins()) {
            put(step.kind());
            from(step.left());
            from(step.right());
            optional(step.on());
        }
        expression(s.conditions());
        expressions(s.grouping());
        expression(s.groupConditions());
        ordering(s.ordering());
        selectedTerms(s.ordering(), s.selectList(), false);
        limits(s, s.rowLimit(), s.rowOffset());
        put(s.correlation().mode());
        froms(s.correlation().froms());
        var lock = s.lock();
        if (lock == null) {
            put(ABSENT);
        } else {
            put(lock.strength());
            put(lock.waiting());
            froms(lock.tables());
        }
        clauses(s.dialectClauses());
    }

    private void compound(CompoundSelect<?> c) {
        put(c.kind());
        ctes(c.ctes());
        put(c.queries().size());
        c.queries().forEach(this::statement);
        ordering(c.ordering());
        selectedTerms(c.ordering(), first(c).selectList(), true);
        limits(c, c.rowLimit(), c.rowOffset());
    }

    private static Selectable<?> first(CompoundSelect<?> c) {
        var first = c.queries().get(0);
        return first instanceof CompoundSelect<?> inner ? first(inner) : first;
    }

    /**
     * Says which terms of an order are in the select list, for those go by their names. Terms that hold values are equal or not
     * whatever their structure is.
     */
    private void selectedTerms(List<OrderTerm> terms, SelectList list, boolean anyExpression) {
        for (var term : terms) {
            var expression = term.term();
            if (expression instanceof Labeled<?> || anyExpression && !(expression instanceof ColumnReference<?>)) {
                put(isSelected(expression, list.projections()));
            }
        }
    }

    private static boolean isSelected(Expression<?> expression, List<Projection<?>> projections) {
        for (var projection : projections) {
            boolean isSame = projection instanceof Into<?> into
                    ? isSelected(expression, into.parts())
                    : projection == expression || projection.equals(expression);
            if (isSame) {
                return true;
            }
        }
        return false;
    }

    private void limits(Object owner, @Nullable RowLimit limit, @Nullable Expression<?> offset) {
        if (limit == null) {
            put(ABSENT);
        } else {
            put(limit.form());
            expression(limit.count());
        }
        optional(offset);
        if ((limit == null) != (offset == null)) {
            numbers.putIfAbsent(owner, valueCount);
            value(limit == null ? -1L : 0L);
        }
    }

    private void insert(Insert<?> i) {
        put(Insert.class);
        ctes(i.ctes());
        target(i.target());
        var query = i.query();
        if (query != null) {
            put(i.queryColumns().size());
            i.queryColumns().forEach(this::expression);
            statement(query);
        } else {
            var rows = i.rows();
            put(rows.size());
            if (!rows.isEmpty()) {
                rows.get(0).assignments().forEach(assignment -> put(assignment.column()));
                for (var row : rows) {
                    row.assignments().forEach(assignment -> expression(assignment.value()));
                }
            }
        }
        insertDefaults(i);
        put(i.conflicts().size());
        for (var conflict : i.conflicts()) {
            put(conflict.columns());
            put(conflict.constraint());
            expression(conflict.indexCondition());
            var update = conflict.update();
            if (update == null) {
                put(ABSENT);
            } else {
                assignments(update.assignments());
                expression(update.condition());
            }
        }
        projections(i.selectList());
        clauses(i.dialectClauses());
    }

    private void insertDefaults(Insert<?> i) {
        if (!(i.target() instanceof Table table)) {
            return;
        }
        int rows = i.query() != null ? 1 : Math.max(1, i.rows().size());
        numbers.putIfAbsent(i, valueCount);
        for (int row = 0; row < rows; row++) {
            for (var column : table.columns()) {
                var value = column.insertDefault();
                if (value != null && !isGiven(column, i)) {
                    defaultValue(value);
                }
            }
        }
        for (var column : table.columns()) {
            if (!isGiven(column, i)) {
                computedDefault(column.insertDefault());
            }
        }
    }

    private static boolean isGiven(Column<?> column, Insert<?> i) {
        if (i.query() != null) {
            return i.queryColumns().isEmpty() || ColumnDefaults.names(i.queryColumns()).contains(column.name());
        }
        return !i.rows().isEmpty() && isSet(column, i.rows().get(0).assignments());
    }

    private static boolean isSet(Column<?> column, List<Assignment<?>> assignments) {
        for (var assignment : assignments) {
            if (assignment.column().name().equals(column.name())) {
                return true;
            }
        }
        return false;
    }

    private void defaultValue(ColumnDefault<?> source) {
        switch (source) {
            case ColumnDefault.Value<?> constant -> value(constant.value());
            case ColumnDefault.Supplied<?> supplied -> value(supplied.supplier().get());
            case ColumnDefault.Computed<?> computed -> {
                // the database gives this one
            }
        }
    }

    /** Numbers the values in what the database computes; they follow the values of the other columns, which stand together. */
    private void computedDefault(@Nullable ColumnDefault<?> source) {
        if (source instanceof ColumnDefault.Computed<?> computed) {
            expression(computed.expression());
        }
    }

    private void update(Update<?> u) {
        put(Update.class);
        ctes(u.ctes());
        target(u.target());
        assignments(u.assignments());
        if (u.target() instanceof Table table) {
            numbers.putIfAbsent(u, valueCount);
            for (var column : table.columns()) {
                var value = column.updateDefault();
                if (value != null && !isSet(column, u.assignments())) {
                    defaultValue(value);
                }
            }
            for (var column : table.columns()) {
                if (!isSet(column, u.assignments())) {
                    computedDefault(column.updateDefault());
                }
            }
        }
        froms(u.explicitFroms());
        expression(u.conditions());
        projections(u.selectList());
        clauses(u.dialectClauses());
    }

    private void delete(Delete<?> d) {
        put(Delete.class);
        ctes(d.ctes());
        target(d.target());
        froms(d.explicitFroms());
        expression(d.conditions());
        projections(d.selectList());
        clauses(d.dialectClauses());
    }

    private void assignments(List<Assignment<?>> assignments) {
        put(assignments.size());
        for (var assignment : assignments) {
            put(assignment.column());
            expression(assignment.value());
        }
    }

    private void target(DmlTarget target) {
        put(target);
    }

    private void ctes(List<CommonTableExpression> ctes) {
        put(ctes.size());
        ctes.forEach(this::source);
    }

    private void clauses(List<StatementClause> clauses) {
        put(clauses.size());
        for (var clause : clauses) {
            switch (clause) {
                case CustomClause custom -> {
                    put(custom);
                    custom.children().forEach(this::expression);
                }
                case TextClause text -> put(text);
            }
        }
    }

    private void projections(SelectList list) {
        var projections = list.projections();
        put(projections.size());
        for (int i = 0; i < projections.size(); i++) {
            projection(projections.get(i));
            repetition(projections, i);
        }
    }

    /** Says that this very expression stands before, for it is named after its first place and an equal one is not. */
    @SuppressWarnings("ReferenceEquality")
    private void repetition(List<Projection<?>> projections, int at) {
        if (!(projections.get(at) instanceof Expression<?> expression) || expression instanceof ColumnReference<?>) {
            return;
        }
        var inner = QueryLabels.unwrapped(expression);
        for (int i = 0; i < at; i++) {
            if (projections.get(i) instanceof Expression<?> other && QueryLabels.unwrapped(other) == inner) {
                put(SAME);
                put(i);
                return;
            }
        }
    }

    private void projection(Projection<?> projection) {
        switch (projection) {
            case Expression<?> e -> expression(e);
            case RowSource s -> {
                put(RowSource.class);
                source(s);
            }
            case Into<?> into -> into.parts().forEach(this::projection);
            case UnresolvedEntity<?> e -> put(e);
        }
    }

    private void froms(List<FromClause> froms) {
        put(froms.size());
        froms.forEach(this::from);
    }

    private void from(@Nullable FromClause from) {
        switch (from) {
            case null -> put(ABSENT);
            case RowSource s -> source(s);
            case UnresolvedEntity<?> e -> put(e);
            case Join j -> {
                put(j.kind());
                from(j.left());
                from(j.right());
                expression(j.on());
                equality(j);
            }
        }
    }

    private void source(RowSource source) {
        if (source instanceof TableReference) {
            put(source);
            return;
        }
        var met = sources;
        if (met == null) {
            met = sources = new ValueNumbers();
        }
        int known = met.putIfAbsent(source, sourceCount);
        if (known >= 0) {
            put(known);
            return;
        }
        sourceCount++;
        equality(source);
        switch (source) {
            case TableReference t -> put(t);
            case Alias a -> {
                put(Alias.class);
                name(a.name());
                source(a.source());
            }
            case Subquery s -> {
                put(Subquery.class);
                name(s.name());
                put(s.isLateral());
                statement(s.query());
            }
            case CommonTableExpression c -> {
                put(CommonTableExpression.class);
                name(c.name());
                put(c.isRecursive());
                put(c.isSelfReference());
                put(c.materialization());
                put(c.isNested());
                if (!c.isSelfReference()) {
                    statement(c.query());
                }
            }
            case TableFunction f -> {
                put(TableFunction.class);
                name(f.name());
                put(f.columnNames());
                put(f.isLateral());
                put(f.hasOrdinality());
                expression(f.function());
            }
            case ValuesTable v -> {
                put(ValuesTable.class);
                name(v.name());
                put(v.columnNames());
                put(v.rows().size());
                v.rows().forEach(row -> row.forEach(this::expression));
            }
        }
    }

    /**
     * Says which earlier clause an equal one stands for: they are one in the text, and two that differ in a value only are not.
     */
    private void equality(FromClause from) {
        for (int i = 0; i < named.size(); i++) {
            if (isNamedAlike(from, named.get(i)) && from.equals(named.get(i))) {
                put(EQUAL);
                put(i);
                return;
            }
        }
        named.add(from);
    }

    /** Names are compared first, for equality of queries is a long walk. */
    private static boolean isNamedAlike(FromClause a, FromClause b) {
        return a instanceof RowSource source && b instanceof RowSource other
                ? source.label().equals(other.label())
                : a instanceof Join && b instanceof Join;
    }

    private void name(AliasName name) {
        put(name.text());
        put(name.isAnonymous());
    }

    private void expressions(List<? extends Expression<?>> expressions) {
        put(expressions.size());
        expressions.forEach(this::expression);
    }

    private void optional(@Nullable Expression<?> expression) {
        if (expression == null) {
            put(ABSENT);
        } else {
            expression(expression);
        }
    }

    private void ordering(List<OrderTerm> terms) {
        put(terms.size());
        for (var term : terms) {
            if (term instanceof Ordered ordered) {
                put(ordered.direction());
                put(ordered.nulls());
            }
            expression(term.term());
        }
    }

    void expression(Expression<?> expression) {
        switch (expression) {
            case Condition c -> condition(c);
            case DerivedColumn<?> c -> {
                put(DerivedColumn.class);
                put(c.position());
                put(c.name());
                source(c.source());
            }
            case ColumnReference<?> c -> put(c);
            case UnresolvedExpression<?> u -> put(u);
            case CustomExpression<?> c -> {
                put(c);
                c.children().forEach(this::expression);
            }
            case BindParameter<?> b -> {
                if (owns(b)) {
                    put(BindParameter.class);
                    put(b.type());
                    put(b.name());
                    value(b.isRequired() ? StatementShape.AWAITED : b.value());
                }
            }
            case Literal<?> l -> put(l);
            case NullValue<?> n -> put(n);
            case Binary<?> b -> {
                put(b.operator());
                put(b.type());
                expression(b.left());
                expression(b.right());
            }
            case CustomOperation<?> o -> {
                put(o.operator());
                put(o.precedence());
                put(o.type());
                expression(o.left());
                expression(o.right());
            }
            case Unary<?> u -> {
                put(Unary.class);
                put(u.operator());
                put(u.type());
                expression(u.operand());
            }
            case Cast<?> c -> {
                put(Cast.class);
                put(c.type());
                expression(c.operand());
            }
            case Coerced<?> c -> {
                put(Coerced.class);
                put(c.type());
                expression(c.operand());
            }
            case FunctionCall<?> f -> call(f);
            case Over<?> o -> {
                put(Over.class);
                call(o.function());
                window(o.window());
            }
            case Case<?> c -> {
                put(Case.class);
                put(c.type());
                optional(c.subject());
                put(c.branches().size());
                for (var branch : c.branches()) {
                    expression(branch.test());
                    expression(branch.result());
                }
                optional(c.rest());
            }
            case Labeled<?> l -> {
                put(Labeled.class);
                put(l.label());
                expression(l.expression());
            }
            case ScalarSubquery<?> s -> {
                put(ScalarSubquery.class);
                statement(s.query());
            }
            case Collate<?> c -> {
                put(c.collation());
                expression(c.operand());
            }
            case Extract e -> {
                put(e.field());
                expression(e.source());
            }
            case Tuple t -> {
                put(Tuple.class);
                expressions(t.elements());
            }
            case TextFragment<?> t -> {
                put(t.text());
                put(t.type());
                t.parameters().forEach(this::expression);
            }
            case Star s -> put(Star.class);
            case Quantified<?> q -> {
                put(q.quantifier());
                expression(q.operand());
            }
            case Excluded<?> e -> {
                put(Excluded.class);
                put(e.column());
            }
            case NextValue n -> put(n);
            case JsonAccess<?> j -> {
                put(j.path());
                put(j.form());
                put(j.type());
                expression(j.document());
            }
        }
    }

    private void call(FunctionCall<?> f) {
        put(f.name());
        put(f.type());
        put(f.isDistinct());
        expressions(f.arguments());
        ordering(f.ordering());
        ordering(f.group());
        expression(f.condition());
    }

    private void window(Window window) {
        expressions(window.partition());
        ordering(window.ordering());
        var frame = window.frame();
        if (frame == null) {
            put(ABSENT);
        } else {
            put(frame.unit());
            put(frame.exclusion());
            bound(frame.start());
            bound(frame.end());
        }
    }

    private void bound(FrameBound bound) {
        put(bound.kind());
        optional(bound.offset());
    }

    private void condition(Condition condition) {
        switch (condition) {
            case Comparison c -> {
                put(c.operator());
                expression(c.left());
                expression(c.right());
            }
            case Junction j -> {
                put(j.kind());
                expressions(j.conditions());
            }
            case Not n -> {
                put(Not.class);
                expression(n.operand());
            }
            case IsNull i -> {
                put(IsNull.class);
                put(i.isNegated());
                expression(i.operand());
            }
            case InValues i -> {
                put(InValues.class);
                put(i.isNegated());
                expression(i.operand());
                if (owns(i)) {
                    put(i.name());
                    value(i.values());
                }
            }
            case InList i -> {
                put(InList.class);
                put(i.isNegated());
                expression(i.operand());
                expressions(i.items());
            }
            case InSelect i -> {
                put(InSelect.class);
                put(i.isNegated());
                expression(i.operand());
                statement(i.query());
            }
            case Like l -> {
                put(l.match());
                put(l.ignoresCase());
                put(l.isNegated());
                put(l.escape());
                expression(l.operand());
                expression(l.pattern());
            }
            case RegexpMatch r -> {
                put(RegexpMatch.class);
                put(r.isNegated());
                put(r.flags());
                expression(r.operand());
                expression(r.pattern());
            }
            case Between b -> {
                put(Between.class);
                put(b.isSymmetric());
                put(b.isNegated());
                expression(b.operand());
                expression(b.low());
                expression(b.high());
            }
            case Exists e -> {
                put(Exists.class);
                statement(e.query());
            }
            case NoCondition n -> put(n);
            case Truth t -> {
                put(Truth.class);
                expression(t.expression());
            }
        }
    }
}
