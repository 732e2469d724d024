package dev.rubedo.compile;

import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.sql.Statement;
import dev.rubedo.sql.StatementOption;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a statement is without its values: the key under which its text is kept. Two statements of one shape have the
 * same text on every dialect, and their values go to the same markers.
 *
 * <p>A shape is made by one walk over the statement, which also collects the values; so it is made for every execution
 * and must cost little. The key is a flat array of what tells statements apart: kinds of nodes, operators, names,
 * types, tables and columns by identity. A parameter that stands in several places is a reference back to its first
 * place, so statements that use one parameter twice and statements that use two never share a text.
 *
 * <p>Immutable.
 */
public final class StatementShape {

    /** Stands among the values for a parameter that must be given at execution. */
    public static final Object AWAITED = Awaited.VALUE;

    private final Object[] key;
    private final int size;
    private final int hash;
    private final @Nullable Object[] values;
    private final ValueNumbers numbers;
    private final @Nullable StatementOption option;

    StatementShape(Object[] key, int size, int hash, @Nullable Object[] values, ValueNumbers numbers,
            @Nullable StatementOption option) {
        this.key = key;
        this.size = size;
        this.hash = hash;
        this.values = values;
        this.numbers = numbers;
        this.option = option;
    }

    /**
     * Returns the shape of a statement.
     *
     * @throws InvalidStatementException
     *             if the statement is nested more deeply than the stack of the thread allows
     */
    public static StatementShape of(Statement<?> statement) {
        try {
            var writer = new ShapeWriter();
            writer.statement(statement);
            return writer.shape();
        } catch (StackOverflowError e) {
            throw tooDeep(e);
        }
    }

    static InvalidStatementException tooDeep(StackOverflowError cause) {
        var failure = new InvalidStatementException("The statement is nested too deeply for the stack of this thread. "
                + "Give and(...), or(...), union(...) and functions all their parts at once, use in(...) for many "
                + "values of one column, or run it in a thread with a larger stack.");
        failure.initCause(cause);
        return failure;
    }

    /**
     * Returns the statement's values in the order of the walk, which {@link BindSlot#valueIndex()} refers to: in a
     * query as it is written, in an INSERT row by row as they were given, and after them one value for each column with
     * a default. A parameter that waits for its value has {@link #AWAITED}; the list of an {@code IN} is one value. A
     * limit without an offset is followed by an offset of 0, an offset without a limit by a limit of -1, for the
     * dialects that cannot do without. Not part of equality. Not copied: do not change it.
     */
    public @Nullable Object[] values() {
        return values;
    }

    /** Returns this shape as a key that is kept for long: no larger than need be, and without the values. */
    public StatementShape withoutValues() {
        return new StatementShape(Arrays.copyOf(key, size), size, hash, new @Nullable Object[0], new ValueNumbers(),
                null);
    }

    /**
     * Checks that neither the statement nor a part of it has an option, for whoever executes it and understands none.
     *
     * @throws InvalidStatementException if there is an option
     */
    public void requireNoOptions() {
        if (option != null) {
            throw new InvalidStatementException("The option \"" + option + "\" of the statement means nothing to a "
                    + "connection. Run the statement through a Session, or leave the option out.");
        }
    }

    ValueNumbers numbers() {
        return numbers;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || other instanceof StatementShape shape && hash == shape.hash
                        && Arrays.equals(key, 0, size, shape.key, 0, shape.size);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    /** Returns how many parts the key has, for messages. */
    @Override
    public String toString() {
        return "shape of " + size + " parts and " + values.length + " values";
    }

    /** The value that is none. Immutable. */
    private enum Awaited {
        VALUE
    }
}
