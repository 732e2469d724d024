package dev.rubedo.sql;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An UPDATE or DELETE of the rows that satisfy a condition. Immutable.
 *
 * @param <S> the statement itself
 */
public abstract sealed class FilteredStatement<S extends DmlStatement<?>> extends ComposedStatement<S>
        permits Update, Delete {
    FilteredStatement() {}

    @Override
    abstract FilteredParts parts();

    /** Returns this statement with other tables that its conditions and values read. */
    final S reading(FromClause... froms) {
        var copy = parts().copy();
        copy.froms = SelectParts.append(copy.froms, froms);
        return of(copy);
    }

    /**
     * Returns this statement with additional conditions. All conditions must hold.
     *
     * @param conditions conditions and boolean columns
     */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final S where(Expression<Boolean>... conditions) {
        var copy = parts().copy();
        copy.conditions = Junction.all(copy.conditions, conditions);
        return of(copy);
    }

    /**
     * Returns this statement with an equality condition on the column of that name.
     *
     * @param name the name of a column or of an entity attribute
     * @param value the value; null for {@code IS NULL}
     * @throws dev.rubedo.error.AmbiguousColumnException if several columns have that name
     * @throws dev.rubedo.error.InvalidStatementException if no column has that name
     */
    public S filterBy(String name, @Nullable Object value) {
        var sources = new ArrayList<FromClause>(List.of(parts().target));
        sources.addAll(parts().froms);
        return where(FilterBy.condition(sources, name, value));
    }

    /** Returns the table or entity that is changed. */
    public DmlTarget target() {
        return parts().target;
    }

    /** Returns the items of {@code RETURNING}; empty without it. */
    public SelectList selectList() {
        return parts().returning;
    }

    /** Returns the other tables that were named. */
    public List<FromClause> explicitFroms() {
        return parts().froms;
    }

    /** Returns the condition of the {@code WHERE} clause; {@link NoCondition} for none. */
    public Condition conditions() {
        return parts().conditions;
    }
}
