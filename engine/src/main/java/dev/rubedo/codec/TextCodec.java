package dev.rubedo.codec;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import org.jspecify.annotations.Nullable;

/** A codec for strings. Immutable. */
public final class TextCodec extends SimpleCodec<String> {

    /** The shared instance. */
    public static final TextCodec INSTANCE = new TextCodec(false);

    /** The instance for databases that store UTF-8: it refuses half a surrogate pair, see {@link UnicodeText}. */
    public static final TextCodec UNICODE = new TextCodec(true);

    private final boolean isUnicode;

    private TextCodec(boolean isUnicode) {
        super(Types.VARCHAR);
        this.isUnicode = isUnicode;
    }

    @Override
    public void bind(PreparedStatement statement, int index, String value) throws SQLException {
        statement.setString(index, checked(value));
    }

    @Override
    public Object toElement(String value) throws SQLException {
        return checked(value);
    }

    private String checked(String value) throws SQLException {
        return isUnicode ? UnicodeText.checked(value) : value;
    }

    @Override
    public @Nullable String read(ResultSet rows, int index) throws SQLException {
        return rows.getString(index);
    }
}
