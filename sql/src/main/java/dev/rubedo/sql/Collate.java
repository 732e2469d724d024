package dev.rubedo.sql;

import dev.rubedo.type.SqlType;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A text expression with a collation. Immutable.
 *
 * @param <T> the Java type of its values
 * @param operand the text
 * @param schema the schema of the collation, empty for none
 * @param collation the name of the collation
 */
public record Collate<T extends @Nullable Object>(Expression<T> operand, String schema, String collation)
        implements
            Expression<T> {
    /** Checks the components. */
    public Collate {
        Objects.requireNonNull(schema, "schema");
        Objects.requireNonNull(operand, "operand");
        if (collation.isBlank()) {
            throw new IllegalArgumentException("collate(): the name of the collation is empty");
        }
    }

    @Override
    public SqlType<T> type() {
        return operand.type();
    }

    // without recursion, however deep it is
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Node node && Components.areEqual(this, node);
    }

    @Override
    public int hashCode() {
        return Components.hash(this);
    }

    @Override
    public void describe(Structure out) {
        out.part(schema);
        out.part(collation);
        out.expression(operand);
    }

    @Override
    public Collate<T> rewrite(Rewriter rewriter) {
        var changed = rewriter.expression(operand);
        return Rewriter.same(changed, operand) ? this : new Collate<>(changed, schema, collation);
    }

    @Override
    public int precedence() {
        return Operator.COLLATE.precedence();
    }

    @Override
    public String toString() {
        return TreeText.of(this);
    }
}
