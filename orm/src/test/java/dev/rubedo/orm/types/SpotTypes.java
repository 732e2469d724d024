package dev.rubedo.orm.types;

import dev.rubedo.codec.Codecs;
import dev.rubedo.codec.JdbcCodec;
import dev.rubedo.codec.JdbcDialectType;
import dev.rubedo.codec.MappedCodec;
import dev.rubedo.codec.TextCodec;
import dev.rubedo.type.CustomType;
import dev.rubedo.type.SqlType;
import dev.rubedo.type.Types;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The types of landmarks. Immutable. */
final class SpotTypes {

    /** A geometry on MariaDB and MySQL, which functions convert from and to text; text elsewhere. */
    static final SqlType<Spot> SPOT = new SpotText().on("mariadb", Geometry.POINT).on("mysql", Geometry.POINT);

    private SpotTypes() {}

    private enum Geometry implements JdbcDialectType<Spot> {
        POINT;

        @Override
        public Set<String> dialects() {
            return Set.of("mariadb", "mysql");
        }

        @Override
        public String sqlName() {
            return "POINT";
        }

        @Override
        public Class<Spot> javaType() {
            return Spot.class;
        }

        @Override
        public String marker() {
            return "ST_GeomFromText(?)";
        }

        @Override
        public String selection() {
            return "ST_AsText(?)";
        }

        @Override
        public String literal(Spot value, UnaryOperator<String> quote) {
            return "ST_GeomFromText(" + quote.apply(value.text()) + ')';
        }

        @Override
        public JdbcCodec<Spot> codec(Codecs codecs) {
            return new MappedCodec<>(TextCodec.INSTANCE, Spot::text, Spot::parse);
        }
    }

    private record SpotText() implements CustomType<Spot, String> {
        @Override
        public SqlType<String> storage() {
            return Types.string(50);
        }

        @Override
        public Class<Spot> javaType() {
            return Spot.class;
        }

        @Override
        public @Nullable String toStorage(@Nullable Spot value) {
            return value == null ? null : value.text();
        }

        @Override
        public @Nullable Spot fromStorage(@Nullable String stored) {
            return stored == null ? null : Spot.parse(stored);
        }
    }
}
