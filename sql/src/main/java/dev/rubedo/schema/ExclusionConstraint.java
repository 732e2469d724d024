package dev.rubedo.schema;

import dev.rubedo.sql.Condition;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.NoCondition;
import dev.rubedo.type.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * An exclusion constraint of PostgreSQL: no two rows may satisfy all of its operators. It can, for example, prevent
 * overlapping bookings of a room. Immutable.
 *
 * @param name the name; empty to let the database generate one
 * @param definition the whole definition after EXCLUDE, written verbatim; empty if the other components define it
 * @param method the index method, such as {@code gist}
 * @param elements the compared columns or expressions
 * @param condition the condition of the rows that are compared; {@link NoCondition} for all
 * @param deferrability when it is checked
 * @param details its comment, its options, and the dialects on which it exists
 */
public record ExclusionConstraint(String name, String definition, String method, List<Element> elements,
        Condition condition, Deferrability deferrability, ConstraintDetails details) implements Constraint {

    /** Checks the parts, copies the list. */
    public ExclusionConstraint {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(condition, "condition");
        Objects.requireNonNull(deferrability, "deferrability");
        Objects.requireNonNull(details, "details");
        elements = List.copyOf(elements);
        if (!definition.isEmpty() && (!elements.isEmpty() || condition != NoCondition.NONE)) {
            throw new IllegalArgumentException("The exclusion constraint is defined as a whole by \"" + definition
                    + "\". Begin with using(...) to add columns and conditions.");
        }
        if (definition.isEmpty() && !method.matches("\\w+")) {
            throw new IllegalArgumentException("\"" + method + "\" is not the name of an index method");
        }
    }

    /**
     * Starts a constraint without elements to compare.
     *
     * @param method the index method, such as {@code gist}
     */
    public static ExclusionConstraint using(String method) {
        return new ExclusionConstraint("", "", method, List.of(), NoCondition.NONE, Deferrability.DEFAULT,
                ConstraintDetails.NONE);
    }

    /**
     * Declares a constraint by its definition.
     *
     * @param definition what follows EXCLUDE, written verbatim: {@code USING gist (room WITH =, period WITH &&)}
     */
    public static ExclusionConstraint of(String definition) {
        if (definition.isBlank()) {
            throw new IllegalArgumentException("The definition of an exclusion constraint is empty");
        }
        return new ExclusionConstraint("", definition, "", List.of(), NoCondition.NONE, Deferrability.DEFAULT,
                ConstraintDetails.NONE);
    }

    /**
     * Returns this constraint, which also compares a column.
     *
     * @param column the name of the column
     * @param operator the operator, such as {@code =} or {@code &&}
     */
    public ExclusionConstraint with(String column, String operator) {
        return with(Column.column(column, Types.UNKNOWN), operator);
    }

    /**
     * Returns this constraint, which also compares a column or expression.
     *
     * @param term the column or expression
     * @param operator the operator, such as {@code =} or {@code &&}
     */
    public ExclusionConstraint with(Expression<?> term, String operator) {
        var more = new ArrayList<>(elements);
        more.add(new Element(term, operator));
        return new ExclusionConstraint(name, definition, method, more, condition, deferrability, details);
    }

    /**
     * Returns this constraint, limited to the rows for which a condition holds.
     *
     * @param rows the condition; values in it are written into the DDL
     */
    public ExclusionConstraint where(Condition rows) {
        return new ExclusionConstraint(name, definition, method, elements, condition.and(rows), deferrability, details);
    }

    /**
     * Returns this constraint with a name.
     *
     * @param other the name
     */
    public ExclusionConstraint named(String other) {
        return new ExclusionConstraint(other, definition, method, elements, condition, deferrability, details);
    }

    /**
     * Returns this constraint with another deferrability.
     *
     * @param when when it is checked
     */
    public ExclusionConstraint deferrable(Deferrability when) {
        return new ExclusionConstraint(name, definition, method, elements, condition, when, details);
    }

    /**
     * Returns this constraint with a comment.
     *
     * @param text the comment
     */
    public ExclusionConstraint comment(String text) {
        return new ExclusionConstraint(name, definition, method, elements, condition, deferrability,
                details.withComment(text));
    }

    /**
     * Returns this constraint existing on some dialects only; on others it is neither created nor dropped.
     *
     * @param dialects the names of the dialects
     */
    public ExclusionConstraint onlyOn(String... dialects) {
        return new ExclusionConstraint(name, definition, method, elements, condition, deferrability,
                details.onlyOn(dialects));
    }

    /**
     * A column or expression and the operator that compares it. Immutable.
     *
     * @param term the column or expression
     * @param operator the operator
     */
    public record Element(Expression<?> term, String operator) {
        /** Checks the operator. */
        public Element {
            Objects.requireNonNull(term, "term");
            if (!operator.matches("[-+*/<>=~!@#%^&|`?]+")) {
                throw new IllegalArgumentException("\"" + operator + "\" is not an operator");
            }
        }
    }

    @Override
    public String toString() {
        String what = definition.isEmpty()
                ? "USING " + method + " ("
                        + elements.stream().map(one -> one.term() + " WITH " + one.operator())
                                .collect(Collectors.joining(", "))
                        + ")" + (condition == NoCondition.NONE ? "" : " WHERE (" + condition + ")")
                : definition;
        return details.text(name, "EXCLUDE " + what);
    }
}
