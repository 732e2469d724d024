package dev.rubedo.dialect.mysql;

import dev.rubedo.codec.Codecs;
import dev.rubedo.codec.JdbcCodec;
import dev.rubedo.codec.JsonFormat;
import dev.rubedo.codec.MappedCodec;
import dev.rubedo.codec.TextCodec;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/** The codecs of MySQL and MariaDB: points of time are timestamps in UTC, UUIDs are text. Immutable. */
final class MysqlCodecs extends Codecs {

    private final boolean hasUuids;

    MysqlCodecs(JsonFormat format, boolean hasUuids) {
        super(format);
        this.hasUuids = hasUuids;
    }

    /** The column has a fixed number of digits after the point; those that were not given are taken off again. */
    @Override
    protected JdbcCodec<BigDecimal> exactDecimals() {
        return new MappedCodec<>(super.exactDecimals(), value -> value, MysqlCodecs::stripped);
    }

    private static BigDecimal stripped(BigDecimal value) {
        var plain = value.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    @Override
    protected JdbcCodec<OffsetDateTime> offsetTimestamps() {
        return new MappedCodec<>(timestamps(), stamp -> stamp.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime(),
                MysqlCodecs::utc);
    }

    private static OffsetDateTime utc(LocalDateTime stamp) {
        return stamp.atOffset(ZoneOffset.UTC);
    }

    @Override
    protected JdbcCodec<UUID> uuids() {
        return hasUuids ? new MappedCodec<>(TextCodec.INSTANCE, UUID::toString, UUID::fromString) : uuidText();
    }
}
