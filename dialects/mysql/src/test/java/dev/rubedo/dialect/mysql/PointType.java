package dev.rubedo.dialect.mysql;

import dev.rubedo.codec.Codecs;
import dev.rubedo.codec.JdbcCodec;
import dev.rubedo.codec.JdbcDialectType;
import dev.rubedo.codec.MappedCodec;
import dev.rubedo.codec.TextCodec;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A user's type for {@code POINT}, which the server reads and writes as text by two functions. Immutable. */
enum PointType implements JdbcDialectType<PointType.Point> {
    POINT;

    /** A point of a plane. Immutable. */
    record Point(int x, int y) {
        static Point parse(String text) {
            var numbers = text.substring("POINT(".length(), text.length() - 1).split(" ");
            return new Point(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]));
        }

        String text() {
            return "POINT(" + x + ' ' + y + ')';
        }
    }

    @Override
    public Set<String> dialects() {
        return Set.of("mariadb", "mysql");
    }

    @Override
    public String sqlName() {
        return "POINT";
    }

    @Override
    public Class<Point> javaType() {
        return Point.class;
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
    public String literal(Point value, UnaryOperator<String> quote) {
        return "ST_GeomFromText(" + quote.apply(value.text()) + ')';
    }

    @Override
    public JdbcCodec<Point> codec(Codecs codecs) {
        return new MappedCodec<>(TextCodec.INSTANCE, Point::text, Point::parse);
    }
}
