package dev.rubedo.compile;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The SQL text of a statement for one dialect, with its parameters and result columns.
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

    private CompiledStatement(CompiledStatement explained) {
        this.keyWay = KeyWay.GENERATED_KEYS;
        this.sql = explained.sql;
        this.binds = explained.binds;
        this.columns = List.of();
        this.lists = explained.lists;
        this.valuesRow = null;
    }

    /** Returns this statement without its result columns, because only the database knows them. */
    CompiledStatement withoutColumns() {
        return new CompiledStatement(this);
    }

    /**
     * Returns the text for the driver, with a {@code ?} for each parameter. The list of an {@code IN} that is given at
     * execution ({@link #hasExpanding()}) is written with one element; {@link #expand} returns the actual text.
     */
    public String sql() {
        return sql;
    }

    /** Returns the parameters, in the order of their markers; possibly empty. */
    public List<BindSlot> binds() {
        return binds;
    }

    /** Returns the columns of the result, in order; empty if the statement returns no rows. */
    public List<ResultColumn> columns() {
        return columns;
    }

    /** Returns whether the list of an {@code IN} must be expanded before the text can be executed. */
    public boolean hasExpanding() {
        return !lists.isEmpty();
    }

    /**
     * Returns the text with the lists of each {@code IN} expanded.
     *
     * @param listSizes the number of elements of each expanding slot, in the order of {@link #binds()}; a size of zero
     *     produces a condition that is true for no row (or for all rows, for {@code NOT IN})
     * @throws IllegalArgumentException if the number of sizes differs from the number of lists
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
     * Returns how the driver delivers the keys of an INSERT or the rows that a statement returns; generated keys if the
     * statement returns no rows.
     */
    public KeyWay keyWay() {
        return keyWay;
    }

    /** Returns the position of the row of an INSERT with exactly one row of values; empty for every other statement. */
    public Optional<RowSegment> valuesRow() {
        return Optional.ofNullable(valuesRow);
    }

    /** Returns the text, for logs and messages. */
    @Override
    public String toString() {
        return sql;
    }
}
