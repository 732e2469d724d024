package dev.rubedo.sql;

import dev.rubedo.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * {@code CASE WHEN ... THEN ... ELSE ... END}. It is a complete expression after every call. Without {@code otherwise},
 * its value is NULL if no branch matches. Immutable.
 *
 * @param <T> the Java type of its values
 * @param subject the expression that the branches compare with, or null if each branch has a condition
 * @param branches the branches, at least one
 * @param rest the value if no branch matches, or null for SQL NULL
 * @param type the type of the values
 */
public record Case<T extends @Nullable Object>(@Nullable Expression<?> subject, List<When<T>> branches,
        @Nullable Expression<? extends T> rest, SqlType<T> type) implements Expression<T> {

    /** Checks the components. */
    public Case {
        Objects.requireNonNull(type, "type");
        branches = List.copyOf(branches);
        if (branches.isEmpty()) {
            throw new IllegalArgumentException("CASE needs a branch");
        }
    }

    /**
     * Returns this case with another branch.
     *
     * @param condition the condition of the branch
     * @param value the value if the condition holds
     */
    public Case<T> when(Condition condition, T value) {
        return with(condition, Operands.typed(type, value));
    }

    /**
     * Returns this case with another branch.
     *
     * @param condition the condition of the branch
     * @param value the value if the condition holds
     */
    public Case<T> when(Condition condition, Expression<? extends T> value) {
        return with(condition, value);
    }

    /**
     * Returns this case with an {@code ELSE} value.
     *
     * @param value the value if no branch matches
     */
    public Case<T> otherwise(T value) {
        return new Case<>(subject, branches, Operands.typed(type, value), type);
    }

    /**
     * Returns this case with an {@code ELSE} value.
     *
     * @param value the value if no branch matches
     */
    public Case<T> otherwise(Expression<? extends T> value) {
        return new Case<>(subject, branches, value, type);
    }

    private Case<T> with(Condition condition, Expression<? extends T> value) {
        if (subject != null) {
            throw new IllegalStateException("This CASE compares values with a subject, so no branch with a condition "
                    + "can be added. Pass all branches to caseOf(...)");
        }
        var more = new ArrayList<>(branches);
        more.add(new When<>(condition, value));
        return new Case<>(null, more, rest, type);
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
        out.part(type);
        out.optional(subject);
        out.part(branches.size());
        for (var branch : branches) {
            out.expression(branch.test());
            out.expression(branch.result());
        }
        out.optional(rest);
    }

    @Override
    public Case<T> rewrite(Rewriter rewriter) {
        var newSubject = subject == null ? null : rewriter.expression(subject);
        var newBranches = Rewriter.list(branches, branch -> {
            var test = rewriter.expression(branch.test());
            var result = rewriter.expression(branch.result());
            return Rewriter.same(test, branch.test()) && Rewriter.same(result, branch.result()) ? branch
                    : new When<>(test, result);
        });
        var newRest = rest == null ? null : rewriter.expression(rest);
        return Rewriter.same(newSubject, subject) && Rewriter.same(newBranches, branches)
                && Rewriter.same(newRest, rest) ? this : new Case<>(newSubject, newBranches, newRest, type);
    }

    @Override
    public String toString() {
        return TreeText.of(this);
    }

    /**
     * A branch. Immutable.
     *
     * @param <T> the Java type of its value
     * @param test a condition, or the value that the subject is compared with
     * @param result the value if it matches
     */
    public record When<T extends @Nullable Object>(Expression<?> test, Expression<? extends T> result) {
        /** Checks the components. */
        public When {
            Objects.requireNonNull(test, "test");
            Objects.requireNonNull(result, "result");
        }

        @Override
        public String toString() {
            return "WHEN " + test + " THEN " + result;
        }
    }
}
