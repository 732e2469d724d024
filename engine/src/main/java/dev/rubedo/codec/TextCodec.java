package dev.rubedo.codec;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import org.jspecify.annotations.Nullable;

/** A codec for strings. Immutable. */
public final class TextCodec extends SimpleCodec<String> {

    /** The shared instance. */
    public static final TextCodec INSTANCE = new TextCodec();

    private TextCodec() {
        super(Types.VARCHAR);
    }

    @Override
    public void bind(PreparedStatement statement, int index, String value) throws SQLException {
        statement.setString(index, value);
    }

    @Override
    public @Nullable String read(ResultSet rows, int index) throws SQLException {
        return rows.getString(index);
    }
}
