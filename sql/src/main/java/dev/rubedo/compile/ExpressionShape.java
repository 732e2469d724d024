package dev.rubedo.compile;

import dev.rubedo.sql.Binary;
import dev.rubedo.sql.BindParameter;
import dev.rubedo.sql.Case;
import dev.rubedo.sql.Cast;
import dev.rubedo.sql.Coerced;
import dev.rubedo.sql.Collate;
import dev.rubedo.sql.ColumnReference;
import dev.rubedo.sql.Condition;
import dev.rubedo.sql.CustomExpression;
import dev.rubedo.sql.CustomOperation;
import dev.rubedo.sql.DerivedColumn;
import dev.rubedo.sql.Excluded;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.Extract;
import dev.rubedo.sql.FrameBound;
import dev.rubedo.sql.FunctionCall;
import dev.rubedo.sql.JsonAccess;
import dev.rubedo.sql.Labeled;
import dev.rubedo.sql.Literal;
import dev.rubedo.sql.NextValue;
import dev.rubedo.sql.NullValue;
import dev.rubedo.sql.OrderTerm;
import dev.rubedo.sql.Ordered;
import dev.rubedo.sql.Over;
import dev.rubedo.sql.Quantified;
import dev.rubedo.sql.RowSource;
import dev.rubedo.sql.ScalarSubquery;
import dev.rubedo.sql.Star;
import dev.rubedo.sql.TextFragment;
import dev.rubedo.sql.Tuple;
import dev.rubedo.sql.Unary;
import dev.rubedo.sql.UnresolvedExpression;
import dev.rubedo.sql.Window;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes expressions into the key; a lower part of {@link ShapeWriter}.
 *
 * <p>
 * Confined to one thread at a time.
 */
abstract class ExpressionShape extends ConditionShape {

    @Override
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

    void ordering(List<OrderTerm> terms) {
        put(terms.size());
        for (var term : terms) {
            if (term instanceof Ordered ordered) {
                put(ordered.direction());
                put(ordered.nulls());
            }
            expression(term.term());
        }
    }

    @Override
    void expressions(List<? extends Expression<?>> expressions) {
        put(expressions.size());
        expressions.forEach(this::expression);
    }

    void optional(@Nullable Expression<?> expression) {
        if (expression == null) {
            put(ABSENT);
        } else {
            expression(expression);
        }
    }

    /** Writes what a column belongs to. */
    abstract void source(RowSource source);
}
