package dev.rubedo.codec;

import dev.rubedo.type.SqlType;
import dev.rubedo.type.TypeFamily;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A codec for arrays as lists. Immutable.
 *
 * @param <E> the Java type of an element
 */
public final class ArrayCodec<E> extends SimpleCodec<List<E>> {

    /** The column of the elements in the result set of a JDBC array. */
    private static final int ELEMENT = 2;

    private final SqlType<E> element;
    private final JdbcCodec<E> codec;
    private final String elementName;

    /**
     * Creates a codec.
     *
     * @param element the type of an element
     * @param codec the codec of an element
     * @param elementName the name of its type on the database, for {@code createArrayOf}
     */
    public ArrayCodec(SqlType<E> element, JdbcCodec<E> codec, String elementName) {
        super(Types.ARRAY);
        this.element = element;
        this.codec = codec;
        this.elementName = elementName;
    }

    @Override
    public void bind(PreparedStatement statement, int index, List<E> value) throws SQLException {
        var elements = toElement(value);
        Array array = statement.getConnection().createArrayOf(elementName, elements);
        try {
            statement.setArray(index, array);
        } finally {
            array.free();
        }
    }

    /** Returns the elements; those of an array of arrays are arrays themselves. */
    @Override
    public @Nullable Object[] toElement(List<E> value) throws SQLException {
        var elements = new @Nullable Object[value.size()];
        for (int i = 0; i < elements.length; i++) {
            E each = value.get(i);
            elements[i] = each == null ? null : codec.toElement(each);
        }
        return elements;
    }

    @Override
    public @Nullable List<E> read(ResultSet rows, int index) throws SQLException {
        Array array = rows.getArray(index);
        if (array == null) {
            return null;
        }
        return Collections.unmodifiableList(isPlain() ? plain(array) : read(array));
    }

    /** Returns whether the driver's objects are already of the element type, so that they need no codec. */
    private boolean isPlain() {
        return codec instanceof SimpleCodec<?>
                && (element.family() == TypeFamily.INTEGER || element.family() == TypeFamily.TEXT);
    }

    // coerced to the class of the element type
    @SuppressWarnings("unchecked")
    private List<E> plain(Array array) throws SQLException {
        var values = (Object[]) array.getArray();
        var list = new ArrayList<E>(values.length);
        for (Object value : values) {
            list.add((E) Coercion.coerce(value, element));
        }
        return list;
    }

    // an element may be NULL regardless of E
    @SuppressWarnings("NullAway")
    private List<E> read(Array array) throws SQLException {
        var list = new ArrayList<E>();
        try (var elements = array.getResultSet()) {
            while (elements.next()) {
                list.add(codec.read(elements, ELEMENT));
            }
        }
        return list;
    }
}
