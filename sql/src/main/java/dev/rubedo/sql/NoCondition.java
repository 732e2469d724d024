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
    public String toString() {
        return "no condition";
    }
}
