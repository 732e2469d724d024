package dev.rubedo.compile;

import dev.rubedo.sql.Alias;
import dev.rubedo.sql.AliasName;
import dev.rubedo.sql.ColumnReference;
import dev.rubedo.sql.CommonTableExpression;
import dev.rubedo.sql.CustomClause;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.FromClause;
import dev.rubedo.sql.Into;
import dev.rubedo.sql.Join;
import dev.rubedo.sql.Projection;
import dev.rubedo.sql.RowSource;
import dev.rubedo.sql.SelectList;
import dev.rubedo.sql.StatementClause;
import dev.rubedo.sql.Subquery;
import dev.rubedo.sql.TableFunction;
import dev.rubedo.sql.TableReference;
import dev.rubedo.sql.TextClause;
import dev.rubedo.sql.UnresolvedEntity;
import dev.rubedo.sql.ValuesTable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes select lists and what stands in FROM into the key; a lower part of {@link ShapeWriter}.
 *
 * <p>
 * Confined to one thread at a time.
 */
abstract class FromShape extends ExpressionShape {

    private static final Object SAME = "same";
    private static final Object EQUAL = "equal";

    private @Nullable ValueNumbers sources;
    private int sourceCount;
    private final List<FromClause> named = new ArrayList<>(0);

    void projections(SelectList list) {
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

    void projection(Projection<?> projection) {
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

    void froms(List<FromClause> froms) {
        put(froms.size());
        froms.forEach(this::from);
    }

    void from(@Nullable FromClause from) {
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

    @Override
    void source(RowSource source) {
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

    void name(AliasName name) {
        put(name.text());
        put(name.isAnonymous());
    }

    void ctes(List<CommonTableExpression> ctes) {
        put(ctes.size());
        ctes.forEach(this::source);
    }

    void clauses(List<StatementClause> clauses) {
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
}
