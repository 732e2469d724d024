package dev.rubedo.codec;

import dev.rubedo.type.SqlType;
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
 * Arrays of the database as lists. Immutable.
 *
 * @param <E>
 *            the Java type of an element
 */
public final class ArrayCodec<E> extends SimpleCodec<List<E>> {

    private final SqlType<E> element;
    private final String elementName;

    /**
     * Makes a codec.
     *
     * @param element
     *            the type of an element
     * @param elementName
     *            its name on the database, for {@code createArrayOf}
     */
    public ArrayCodec(SqlType<E> element, String elementName) {
        super(Types.ARRAY);
        this.element = element;
        this.elementName = elementName;
    }

    @Override
    public void bind(PreparedStatement statement, int index, List<E> value) throws SQLException {
        Array array = statement.getConnection().createArrayOf(elementName, value.toArray());
        try {
            statement.setArray(index, array);
        } finally {
            array.free();
        }
    }

    @Override
    // coerced to the class of the element type
    @SuppressWarnings("unchecked")
    public @Nullable List<E> read(ResultSet rows, int index) throws SQLException {
        Array array = rows.getArray(index);
        if (array == null) {
            return null;
        }
        var values = (Object[]) array.getArray();
        var list = new ArrayList<E>(values.length);
        for (Object value : values) {
            list.add((E) Coercion.coerce(value, element));
        }
        return Collections.unmodifiableList(list);
    }
}
