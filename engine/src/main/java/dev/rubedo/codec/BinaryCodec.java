package dev.rubedo.codec;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;

/** A codec for bytes. Immutable. */
final class BinaryCodec extends SimpleCodec<byte[]> {

    static final BinaryCodec INSTANCE = new BinaryCodec();

    private BinaryCodec() {
        super(Types.VARBINARY);
    }

    @Override
    public void bind(PreparedStatement statement, int index, byte[] value) throws SQLException {
        statement.setBytes(index, value);
    }

    @Override
    // a driver returns null for NULL, which the array type of an unannotated method cannot express
    @SuppressWarnings("NullAway")
    public byte[] read(ResultSet rows, int index) throws SQLException {
        return rows.getBytes(index);
    }
}
