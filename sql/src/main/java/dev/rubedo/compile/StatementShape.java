package dev.rubedo.compile;

import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.sql.DerivedShape;
import dev.rubedo.sql.OrderedQuery;
import dev.rubedo.sql.Statement;
import dev.rubedo.sql.StatementOption;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The structure of a statement without its values: the key under which its text is cached. Two statements of the same
 * shape have the same text on every dialect, and their values are bound to the same markers.
 *
 * <p>A shape is created by one walk over the statement, which also collects the values. This happens on every
 * execution, so it must be cheap. The key is a flat array of what distinguishes statements: kinds of nodes, operators,
 * names, types, and tables and columns by identity. A parameter that is used in several places is a reference back to
 * its first place, so that a statement that uses one parameter twice never shares a text with a statement that uses
 * two.
 *
 * <p>Immutable.
 */
public final class StatementShape {

    /** The placeholder among the values for a parameter that must be given at execution. */
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
     * Returns the shape of a statement. A query keeps it unless its values are made for each execution.
     *
     * @throws InvalidStatementException
     *             if the statement is nested more deeply than the stack of the thread allows
     */
    public static StatementShape of(Statement<?> statement) {
        if (statement instanceof OrderedQuery<?> query) {
            return DerivedShape.of(query) instanceof StatementShape known ? known : kept(query, statement);
        }
        return written(statement).shape();
    }

    private static StatementShape kept(OrderedQuery<?> query, Statement<?> statement) {
        var writer = written(statement);
        var shape = writer.shape();
        if (writer.isLasting()) {
            DerivedShape.keep(query, shape);
        }
        return shape;
    }

    private static ShapeWriter written(Statement<?> statement) {
        try {
            var writer = new ShapeWriter();
            writer.statement(statement);
            return writer;
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
     * Returns the statement's values in the order of the walk, to which {@link BindSlot#valueIndex()} refers: in a
     * query in textual order, in an INSERT row by row as they were given, followed by one value for each column with a
     * default. A parameter that must be given at execution has {@link #AWAITED}; the list of an {@code IN} is one
     * value. A limit without an offset is followed by an offset of 0, and an offset without a limit by a limit of -1,
     * for the dialects that require both. Not part of equality. Not copied: do not modify the array.
     */
    public @Nullable Object[] values() {
        return values;
    }

    /** Returns this shape as a long-lived cache key: no larger than necessary, and without the values. */
    public StatementShape withoutValues() {
        return new StatementShape(Arrays.copyOf(key, size), size, hash, new @Nullable Object[0], new ValueNumbers(),
                null);
    }

    /**
     * Checks that neither the statement nor a part of it has an option, for executors that support none.
     *
     * @throws InvalidStatementException if there is an option
     */
    public void requireNoOptions() {
        if (option != null) {
            throw new InvalidStatementException("The option \"" + option + "\" of the statement has no meaning for a "
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

    /** Returns the number of parts of the key and of values, for messages. */
    @Override
    public String toString() {
        return "shape of " + size + " parts and " + values.length + " values";
    }

    /** The placeholder for an absent value. Immutable. */
    private enum Awaited {
        VALUE
    }
}
