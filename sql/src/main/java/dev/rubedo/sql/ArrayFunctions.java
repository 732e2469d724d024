package dev.rubedo.sql;

import dev.rubedo.type.ArrayType;
import dev.rubedo.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Array functions, for static import, usually through {@link Sql}. Immutable. */
public class ArrayFunctions extends JsonFunctions {

    /** For subclasses only; there are no instances. */
    protected ArrayFunctions() {}

    /**
     * Returns an element of an array.
     *
     * @param array the array
     * @param position the position, from 1
     */
    public static <T> FunctionCall<@Nullable T> arrayElement(Expression<List<T>> array, int position) {
        return call("array_element", elementType(array), array, Operands.count("arrayElement", position, 1));
    }

    /**
     * Returns a part of an array.
     *
     * @param array the array
     * @param first the position of the first element, from 1
     * @param last the position of the last element
     */
    public static <T> FunctionCall<List<T>> arraySlice(Expression<List<T>> array, int first, int last) {
        return call("array_slice", array.type(), array, Operands.count("arraySlice", first, 1),
                Operands.count("arraySlice", last, 0));
    }

    /**
     * Returns an array of the given elements, for databases with array types.
     *
     * @param element the type of the elements
     * @param elements expressions or values; possibly none
     */
    // The values are those of the type of the elements, or null.
    @SuppressWarnings({"unchecked", "NullAway"})
    public static <T> FunctionCall<List<T>> arrayOf(SqlType<T> element, @Nullable Object... elements) {
        var arguments = new ArrayList<Expression<?>>();
        for (var each : elements) {
            arguments.add(each instanceof Expression<?> expression ? expression
                    : Operands.typed((SqlType<@Nullable Object>) element, each));
        }
        return FunctionCall.of("make_array", array(element), arguments);
    }

    /**
     * Returns the elements of an array followed by those of another.
     *
     * @param first the first array
     * @param second the second array
     */
    public static <T> FunctionCall<List<T>> arrayConcat(Expression<List<T>> first, Expression<List<T>> second) {
        return call("array_concat", first.type(), first, second);
    }

    /**
     * Returns the number of elements of an array.
     *
     * @param array the array
     */
    public static FunctionCall<Integer> arrayLength(Expression<? extends List<?>> array) {
        return call("array_cardinality", INTEGER, array);
    }

    /**
     * Returns whether all elements of an array are among the given ones.
     *
     * @param array the array
     * @param elements the elements to search
     */
    public static <T> FunctionCall<Boolean> arrayContainedBy(Expression<List<T>> array, List<T> elements) {
        return call("array_contained_by", BOOLEAN, array, Operands.typed(array.type(), elements));
    }

    /**
     * Returns whether an array contains all of the given elements.
     *
     * @param array the array
     * @param elements the elements
     */
    public static <T> FunctionCall<Boolean> arrayContains(Expression<List<T>> array, List<T> elements) {
        return call("array_contains_all", BOOLEAN, array, Operands.typed(array.type(), elements));
    }

    /**
     * Returns whether two arrays have an element in common.
     *
     * @param array the array
     * @param elements the elements of the other
     */
    public static <T> FunctionCall<Boolean> arrayOverlaps(Expression<List<T>> array, List<T> elements) {
        return call("array_overlaps", BOOLEAN, array, Operands.typed(array.type(), elements));
    }

    // An array of T has elements of type T.
    @SuppressWarnings("unchecked")
    private static <T> SqlType<@Nullable T> elementType(Expression<List<T>> array) {
        return array.type() instanceof ArrayType<?> type ? (SqlType<@Nullable T>) type.element()
                : (SqlType<@Nullable T>) UNKNOWN;
    }

    private static <T extends @Nullable Object> FunctionCall<T> call(String name, SqlType<T> type,
            Expression<?>... arguments) {
        return FunctionCall.of(name, type, List.of(arguments));
    }
}
