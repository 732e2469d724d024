package dev.rubedo.compile;

import dev.rubedo.sql.Between;
import dev.rubedo.sql.Comparison;
import dev.rubedo.sql.Condition;
import dev.rubedo.sql.Exists;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.InList;
import dev.rubedo.sql.InSelect;
import dev.rubedo.sql.InValues;
import dev.rubedo.sql.IsNull;
import dev.rubedo.sql.Junction;
import dev.rubedo.sql.Like;
import dev.rubedo.sql.NoCondition;
import dev.rubedo.sql.Not;
import dev.rubedo.sql.RegexpMatch;
import dev.rubedo.sql.Statement;
import dev.rubedo.sql.Truth;
import java.util.List;

/**
 * Writes conditions into the key; a lower part of {@link ShapeWriter}.
 *
 * <p>
 * Confined to one thread at a time.
 */
abstract class ConditionShape extends ShapeKey {

    void condition(Condition condition) {
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

    /** Writes an expression. */
    abstract void expression(Expression<?> expression);

    /** Writes expressions. */
    abstract void expressions(List<? extends Expression<?>> expressions);

    /** Writes a statement. */
    abstract void statement(Statement<?> statement);
}
