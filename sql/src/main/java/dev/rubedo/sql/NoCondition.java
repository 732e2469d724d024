package dev.rubedo.sql;

/**
 * The absence of a condition. {@code where} and {@code and} skip it, so that optional criteria need no {@code if}.
 * Immutable.
 */
public enum NoCondition implements Condition {
    /** The only instance. */
    NONE;

    @Override
    public Condition negate() {
        return this;
    }

    @Override
    public void describe(Structure out) {
        // there is only one instance
    }

    @Override
    public NoCondition rewrite(Rewriter rewriter) {
        return this;
    }

    @Override
    public int precedence() {
        return Operator.ATOM;
    }

    @Override
    public String toString() {
        return "no condition";
    }
}
