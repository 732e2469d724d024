package dev.rubedo.dialect.postgresql;

import dev.rubedo.dialect.postgresql.type.TextualType;
import java.util.Locale;

/** A type as a user adds it: PostgreSQL's {@code point}, in one file. Immutable. */
enum PointType implements TextualType<PointType.Point> {

    POINT;

    /** A point of the plane. */
    record Point(double x, double y) {}

    @Override
    public String sqlName() {
        return "POINT";
    }

    @Override
    public Class<Point> javaType() {
        return Point.class;
    }

    @Override
    public String write(Point value) {
        return String.format(Locale.ROOT, "(%s,%s)", value.x, value.y);
    }

    @Override
    public Point read(String text) {
        var parts = text.substring(1, text.length() - 1).split(",");
        return new Point(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]));
    }
}
