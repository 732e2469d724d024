package dev.rubedo.sql;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row of a result with several columns. Immutable unless the result documents otherwise. */
public interface Row {
    /**
     * Returns the value of an item of the select list. It is null for SQL NULL; after an outer join any column can be
     * null.
     *
     * @param what an item of the select list
     */
    <T extends @Nullable Object> @Nullable T get(Projection<T> what);

    /**
     * Returns the value of an item of the select list, which must not be NULL, so that it can safely be unboxed.
     *
     * @param what an item of the select list
     * @throws dev.rubedo.error.NullValueException if it is NULL
     */
    <T> T require(Projection<? extends @Nullable T> what);

    /**
     * Returns the value of a named column.
     *
     * @param name the name or label of the column
     */
    @Nullable
    Object get(String name);

    /**
     * Returns the value at a position. Positions count from 1, as in JDBC, and not from 0 as in a list.
     *
     * @param position the position in the row, from 1
     * @throws dev.rubedo.error.NoSuchColumnException if it is less than 1, or greater than the number of values
     */
    @Nullable
    Object get(int position);

    /**
     * Returns the value of a named column as an instance of a class.
     *
     * @param name the name or label of the column
     * @param type the class
     */
    <T> @Nullable T get(String name, Class<T> type);

    /** Returns the names of the columns, in order; a name can occur several times. */
    List<String> names();

    /** Returns the values, in order, as an unmodifiable list with null for NULL. */
    List<@Nullable Object> values();

    /**
     * Returns the values by name, in order, as an unmodifiable map with null for NULL.
     *
     * @throws dev.rubedo.error.AmbiguousColumnException if two columns have the same name
     */
    Map<String, @Nullable Object> asMap();

    /**
     * Returns a range of adjacent columns of this row as a row.
     *
     * @param first the position of the first column, from 1
     * @param last the position of the last column, included
     * @throws dev.rubedo.error.NoSuchColumnException if there are no such positions
     */
    Row slice(int first, int last);
}
