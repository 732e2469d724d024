package dev.rubedo.sql;

import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A window: the rows that a function sees, {@code PARTITION BY ... ORDER BY ... ROWS BETWEEN ...}. Immutable.
 *
 * @param partition the partitioning expressions
 * @param ordering their order
 * @param frame the frame, or null for the default
 */
public record Window(List<Expression<?>> partition, List<OrderTerm> ordering, @Nullable Frame frame) {

    /** All rows. */
    public static final Window ALL = new Window(List.of(), List.of(), null);

    /** Copies the lists. */
    public Window {
        partition = List.copyOf(partition);
        ordering = List.copyOf(ordering);
    }

    /**
     * Returns this window partitioned by expressions.
     *
     * @param expressions the partitioning expressions
     */
    public Window partitionBy(Expression<?>... expressions) {
        return new Window(SelectParts.append(partition, expressions), ordering, frame);
    }

    /**
     * Returns this window with an order.
     *
     * @param terms the order
     */
    public Window orderBy(OrderTerm... terms) {
        return new Window(partition, SelectParts.append(ordering, terms), frame);
    }

    /**
     * Returns this window with a frame counted in rows.
     *
     * @param start the first row
     * @param end the last row
     */
    public Window rows(FrameBound start, FrameBound end) {
        return with(new Frame(Frame.Unit.ROWS, start, end, Frame.Exclusion.NONE));
    }

    /**
     * Returns this window with a frame counted in values of the order.
     *
     * @param start the first value
     * @param end the last value
     */
    public Window range(FrameBound start, FrameBound end) {
        return with(new Frame(Frame.Unit.RANGE, start, end, Frame.Exclusion.NONE));
    }

    /**
     * Returns this window with a frame counted in groups of peers.
     *
     * @param start the first group
     * @param end the last group
     */
    public Window groups(FrameBound start, FrameBound end) {
        return with(new Frame(Frame.Unit.GROUPS, start, end, Frame.Exclusion.NONE));
    }

    /**
     * Returns this window with some rows excluded from its frame.
     *
     * @param exclusion the rows to exclude
     * @throws IllegalStateException if there is no frame
     */
    public Window exclude(Frame.Exclusion exclusion) {
        if (frame == null) {
            throw new IllegalStateException("exclude() requires a frame: call rows(), range() or groups() first");
        }
        return new Window(partition, ordering, new Frame(frame.unit(), frame.start(), frame.end(), exclusion));
    }

    private Window with(Frame one) {
        if (frame != null) {
            throw new IllegalStateException("A window can have only one frame: rows(), range() or groups()");
        }
        return new Window(partition, ordering, one);
    }

    void describe(Structure out) {
        out.expressions(partition);
        out.terms(ordering);
        out.part(frame != null);
        if (frame != null) {
            frame.describe(out);
        }
    }

    @Override
    public String toString() {
        var all = new StringJoiner(" ", "(", ")");
        if (!partition.isEmpty()) {
            all.add("PARTITION BY " + partition.stream().map(Object::toString).collect(Collectors.joining(", ")));
        }
        if (!ordering.isEmpty()) {
            all.add("ORDER BY " + ordering.stream().map(Object::toString).collect(Collectors.joining(", ")));
        }
        if (frame != null) {
            all.add(frame.toString());
        }
        return all.toString();
    }
}
