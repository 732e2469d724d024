package dev.rubedo.orm.metamodel;

import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.sql.Expression;
import dev.rubedo.type.SqlType;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The definition of an attribute that the database computes: an SQL expression over the columns of the entity, selected
 * with them and never written. Immutable.
 */
public final class FormulaDefinition implements AttributeDefinition {

    private final String name;
    private final String label;
    private final Supplier<? extends Expression<?>> formula;
    private final Supplier<? extends EntityPath<?>> entity;
    private final @Nullable Deferral deferral;
    private final @Nullable SqlType<?> perQuery;
    // computed on first use and always the same, so a race is harmless
    private @Nullable Expression<?> expression;

    private FormulaDefinition(String name, String label, Supplier<? extends EntityPath<?>> entity,
            Supplier<? extends Expression<?>> formula, @Nullable Deferral deferral, @Nullable SqlType<?> perQuery) {
        this.name = Objects.requireNonNull(name, "name");
        this.label = Objects.requireNonNull(label, "label");
        this.entity = Objects.requireNonNull(entity, "entity");
        this.formula = formula;
        this.deferral = deferral;
        this.perQuery = perQuery;
    }

    /**
     * Returns an attribute that is computed by this formula. The formula is called once, on first use, with the entity
     * itself. It may contain subqueries of other entities, but no paths through relationships.
     *
     * @param name the name of the attribute
     * @param label the name of the expression in the select list
     * @param entity returns the entity that declares the attribute
     * @param formula returns the expression in terms of that entity
     */
    public static <P extends EntityPath<?>> FormulaDefinition of(String name, String label,
            Supplier<? extends P> entity,
            Function<? super P, ? extends Expression<?>> formula) {
        Objects.requireNonNull(formula, "formula");
        return new FormulaDefinition(name, label, entity, () -> formula.apply(entity.get()), null, null);
    }

    /**
     * Returns an attribute whose expression is supplied by an option of each query. Without it the attribute is null.
     *
     * @param name the name of the attribute
     * @param label the name of the expression in the select list
     * @param entity returns the entity that declares the attribute
     * @param type the type of the expressions
     */
    public static FormulaDefinition perQuery(String name, String label, Supplier<? extends EntityPath<?>> entity,
            SqlType<?> type) {
        Objects.requireNonNull(type, "type");
        return new FormulaDefinition(name, label, entity, () -> {
            throw new InvalidStatementException("\"" + entity.get().$definition().name() + "." + name
                    + "\" has no expression of its own. Queries give it one by withExpression(...); in conditions, use that"
                    + " expression.");
        }, new Deferral("", false), type);
    }

    /** Returns whether each query supplies the expression, so that the attribute is null without one. */
    public boolean isPerQuery() {
        return perQuery != null;
    }

    /**
     * Returns this attribute as one that queries do not load by default.
     *
     * @param group the group that is loaded together; empty for none
     * @param raises whether access to it is an error if no query loaded it
     */
    public FormulaDefinition deferred(String group, boolean raises) {
        return new FormulaDefinition(name, label, entity, formula, new Deferral(group, raises), perQuery);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public @Nullable Deferral deferral() {
        return deferral;
    }

    /** Returns the name of the expression in the select list. */
    public String label() {
        return label;
    }

    /** Returns the entity that declares the attribute, which the expression refers to. */
    public EntityPath<?> entity() {
        return entity.get();
    }

    /** Returns the expression, in terms of {@link #entity()}. */
    public Expression<?> expression() {
        Expression<?> known = expression;
        if (known == null) {
            known = Objects.requireNonNull(formula.get(), () -> "the formula of \"" + name + "\"");
            expression = known;
        }
        return known;
    }

    /** Returns the type of the expression. */
    public SqlType<?> type() {
        return perQuery != null ? perQuery : expression().type();
    }

    @Override
    public String toString() {
        return name + " -> " + (perQuery != null ? perQuery : expression());
    }
}
