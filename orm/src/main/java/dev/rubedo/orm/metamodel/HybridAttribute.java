package dev.rubedo.orm.metamodel;

import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.sql.Assignment;
import dev.rubedo.sql.BindParameter;
import dev.rubedo.sql.BooleanCondition;
import dev.rubedo.sql.Condition;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.NullValue;
import dev.rubedo.sql.Structure;
import dev.rubedo.sql.UnresolvedExpression;
import dev.rubedo.sql.Values;
import dev.rubedo.type.SqlType;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A hybrid property in a statement: an expression over the attributes of its entity, which is labeled with the
 * property's name in a select list. A session replaces it with the expression. Setting it sets the attributes that its
 * mapping defines. Immutable.
 *
 * @param <E> the entity class
 * @param <T> the type of the property
 */
public final class HybridAttribute<E, T extends @Nullable Object> implements UnresolvedExpression<T> {

    private final EntityPath<E> owner;
    private final String name;
    private final String label;
    private final Expression<T> definition;
    private final @Nullable Function<T, Values> fromValue;
    private final @Nullable Function<Expression<T>, Values> fromExpression;

    private HybridAttribute(EntityPath<E> owner, String name, String label, Expression<T> definition,
            @Nullable Function<T, Values> fromValue, @Nullable Function<Expression<T>, Values> fromExpression) {
        this.owner = Objects.requireNonNull(owner, "owner");
        this.name = Objects.requireNonNull(name, "name");
        this.label = Objects.requireNonNull(label, "label");
        this.definition = Objects.requireNonNull(definition, "definition");
        this.fromValue = fromValue;
        this.fromExpression = fromExpression;
    }

    /**
     * Creates the property; for generated code.
     *
     * @param name the name of the property
     * @param label its name in a select list
     * @param definition the expression that it stands for
     */
    public static <E, T extends @Nullable Object> HybridAttribute<E, T> of(EntityPath<E> owner, String name,
            String label, Expression<T> definition) {
        return new HybridAttribute<>(owner, name, label, definition, null, null);
    }

    /**
     * Creates a property that is a condition; for generated code.
     *
     * @param name the name of the property
     * @param label its name in a select list
     * @param definition the condition that it stands for
     */
    public static Condition condition(EntityPath<?> owner, String name, String label, Condition definition) {
        return new BooleanCondition(of(owner, name, label, definition));
    }

    /**
     * Returns this property as one that statements can set to a value.
     *
     * @param assignments returns the attributes to set for a value, which may be null
     */
    public HybridAttribute<E, T> settable(Function<T, Values> assignments) {
        return new HybridAttribute<>(owner, name, label, definition, Objects.requireNonNull(assignments),
                fromExpression);
    }

    /**
     * Returns this property as one that statements can set to an expression, and to a value unless there is a function
     * for values.
     *
     * @param assignments returns the attributes to set for an expression
     */
    public HybridAttribute<E, T> settableTo(Function<Expression<T>, Values> assignments) {
        return new HybridAttribute<>(owner, name, label, definition, fromValue, Objects.requireNonNull(assignments));
    }

    @Override
    public EntityPath<E> entity() {
        return owner;
    }

    @Override
    public String name() {
        return name;
    }

    /** Returns the name in a select list. */
    public String label() {
        return label;
    }

    @Override
    public SqlType<T> type() {
        return definition.type();
    }

    @Override
    public Expression<T> definition() {
        return definition;
    }

    /**
     * Returns the assignments of the mapping.
     *
     * @throws InvalidStatementException if the mapping has none for such a value
     */
    @Override
    public List<Assignment<?>> assigned(Expression<?> value) {
        if (fromValue != null && value instanceof NullValue<?>) {
            return checked(fromValue.apply(nothing()));
        }
        if (fromValue != null && value instanceof BindParameter<?> bind && !bind.isRequired()) {
            return checked(fromValue.apply(typed(bind.value())));
        }
        if (fromExpression == null) {
            throw new InvalidStatementException("Hybrid \"" + this + "\" cannot be set"
                    + (fromValue == null ? ". Set its attributes, or define what it sets: @Hybrid static Values "
                            + name + "(...)."
                            : " to an expression, because it is set by a value in Java. Set its attributes, or define"
                                    + " what it sets for an Expression too."));
        }
        return checked(fromExpression.apply(expression(value)));
    }

    private List<Assignment<?>> checked(Values values) {
        if (values.assignments().isEmpty()) {
            throw new InvalidStatementException("Hybrid \"" + this
                    + "\" sets no attribute. Return at least one from the method that defines what it sets.");
        }
        return values.assignments();
    }

    // a program sets a property to values of its type, and null only if it may be null
    @SuppressWarnings({"unchecked", "NullAway"})
    private T typed(@Nullable Object value) {
        return (T) value;
    }

    private T nothing() {
        return typed(null);
    }

    @SuppressWarnings("unchecked") // a program sets a property to expressions of its type
    private Expression<T> expression(Expression<?> value) {
        return (Expression<T>) value;
    }

    /**
     * Returns this property with another expression; for rewriting.
     *
     * @param changed the expression
     */
    public HybridAttribute<E, T> withDefinition(Expression<T> changed) {
        return changed == definition ? this
                : new HybridAttribute<>(owner, name, label, changed, fromValue, fromExpression);
    }

    @Override
    public void describe(Structure out) {
        out.part(name);
        out.part(owner);
        out.expression(definition);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof HybridAttribute<?, ?> that && that.name.equals(name) && that.owner.equals(owner)
                && that.definition.equals(definition);
    }

    @Override
    public int hashCode() {
        return 31 * owner.hashCode() + name.hashCode();
    }

    @Override
    public String toString() {
        return EntityPath.reference(owner) + "." + name;
    }
}
