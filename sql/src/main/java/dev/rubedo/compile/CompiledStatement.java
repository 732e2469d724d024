package dev.rubedo.compile;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A statement as text for one dialect, with what stands in it and what comes out of it.
 *
 * <p>Immutable.
 */
public final class CompiledStatement {

    private final String sql;
    private final List<BindSlot> binds;
    private final List<ResultColumn> columns;
    private final List<ExpandingList> lists;
    private final @Nullable RowSegment valuesRow;
    private final KeyWay keyWay;

    CompiledStatement(Fragment fragment, List<ResultColumn> columns, KeyWay keyWay) {
        this.keyWay = keyWay;
        this.sql = fragment.sql.toString();
        this.binds = List.copyOf(fragment.binds);
        this.columns = List.copyOf(columns);
        this.lists = List.copyOf(fragment.lists);
        this.valuesRow = fragment.valuesRow;
    }

    /**
     * Returns the text for the driver, with a {@code ?} for each parameter. Where a list of an {@code IN} is given when
     * the statement runs ({@link #hasExpanding()}) it is written with one element; {@link #expand} gives the real text.
     */
    public String sql() {
        return sql;
    }

    /** Returns what is to be bound, in the order of the markers; possibly empty. */
    public List<BindSlot> binds() {
        return binds;
    }

    /** Returns the columns of the result in order; empty if the statement returns no rows. */
    public List<ResultColumn> columns() {
        return columns;
    }

    /** Returns whether a list of an {@code IN} has to be written out before the text can run. */
    public boolean hasExpanding() {
        return !lists.isEmpty();
    }

    /**
     * Returns the text with the lists of each {@code IN} written out.
     *
     * @param listSizes the number of elements of each expanding slot, in the order of {@link #binds()}; a size of zero
     *     gives a condition that no row meets (or that all rows meet, for {@code NOT IN})
     * @throws IllegalArgumentException if the number of sizes is not the number of lists
     */
    public String expand(int... listSizes) {
        if (listSizes.length != lists.size()) {
            throw new IllegalArgumentException("The statement has " + lists.size() + " lists to expand, but "
                    + listSizes.length + " sizes were given. Give one size for each expanding slot.");
        }
        var text = new StringBuilder(sql.length() + 64);
        int from = 0;
        for (int i = 0; i < listSizes.length; i++) {
            var list = lists.get(i);
            text.append(sql, from, list.start());
            list.write(listSizes[i], text);
            from = list.end();
        }
        return text.append(sql, from, sql.length()).toString();
    }

    /**
     * Returns how the keys of an INSERT, or what a statement gives back, leave the driver; generated keys if it does
     * not say that it gives anything back.
     */
    public KeyWay keyWay() {
        return keyWay;
    }

    /** Returns where the row of an INSERT with exactly one row of values stands; empty for every other statement. */
    public Optional<RowSegment> valuesRow() {
        return Optional.ofNullable(valuesRow);
    }

    /** Returns the text, for logs and messages. */
    @Override
    public String toString() {
        return sql;
    }
}
