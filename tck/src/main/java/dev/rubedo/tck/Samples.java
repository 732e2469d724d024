package dev.rubedo.tck;

import static dev.rubedo.sql.Sql.*;

import dev.rubedo.engine.Connection;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.Table;
import dev.rubedo.sql.Expression;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Three rows with a column of each type, and a call of each function and operator with its expected value. Immutable.
 */
final class Samples {

    static final LocalDate DAY = LocalDate.of(2024, 2, 28);
    static final LocalDateTime AT = DAY.atTime(13, 45, 30);
    static final LocalTime HOUR = LocalTime.of(13, 45, 30);
    static final OffsetDateTime ZONED = AT.atOffset(ZoneOffset.UTC);

    final Rows rows = new Rows(new MetaData());
    private final List<Sample> all = new ArrayList<>();

    /**
     * A sample call.
     *
     * @param method the method under test, as {@link #signature} writes it
     * @param expression the call
     * @param expected the value in the first row, or over all rows; a {@link Check} to test the value otherwise
     * @param isGroup whether it is evaluated over all rows
     */
    record Sample(String method, Supplier<Expression<?>> expression, @Nullable Object expected, boolean isGroup) {}

    /** A check for a value that cannot be described by a constant. */
    interface Check {
        boolean holds(@Nullable Object value);
    }

    void add(String method, @Nullable Object expected, Supplier<Expression<?>> expression) {
        all.add(new Sample(method, expression, expected, false));
    }

    void group(String method, @Nullable Object expected, Supplier<Expression<?>> expression) {
        all.add(new Sample(method, expression, expected, true));
    }

    void check(String method, Check expected, Supplier<Expression<?>> expression) {
        add(method, expected, expression);
    }

    List<Sample> all() {
        return all;
    }

    /** Returns the methods that have a sample. */
    TreeSet<String> methods() {
        return all.stream().map(Sample::method).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns the public methods that a class declares: {@code round(Expression,int)}. */
    static TreeSet<String> methodsOf(Class<?> type, boolean isStatic) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic()
                        && Modifier.isStatic(method.getModifiers()) == isStatic)
                .map(Samples::signature).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String signature(Method method) {
        return method.getName() + Arrays.stream(method.getParameterTypes()).map(Class::getSimpleName)
                .collect(Collectors.joining(",", "(", ")"));
    }

    void fill(Connection connection) {
        insert(connection, 1, -5, "Abc def", "7.25", 2.5, true);
        insert(connection, 2, 10, "x", "-1.10", -0.5, false);
        insert(connection, 3, 3, "y", "12.60", 4.0, true);
    }

    private void insert(Connection connection, long id, int n, String s, String d, double f,
            boolean b) {
        connection.execute(insertInto(rows).values(rows.id, id).values(rows.n, n).values(rows.s, s)
                .values(rows.d, new BigDecimal(d)).values(rows.f, f).values(rows.b, b).values(rows.day, DAY)
                .values(rows.at, AT).values(rows.hour, HOUR).values(rows.zoned, ZONED)
                .values(rows.instant, ZONED.toInstant()).values(rows.document, Map.of("a", List.of(1, 2), "t", "x")));
    }

    /** The table of the samples. */
    static final class Rows extends Table {
        final Column<Long> id = column("id", BIGINT).primaryKey();
        final Column<Integer> n = column("n", INTEGER);
        final Column<String> s = column("s", string(50));
        final Column<BigDecimal> d = column("d", numeric(10, 2));
        final Column<Double> f = column("f", DOUBLE);
        final Column<Boolean> b = column("b", BOOLEAN);
        final Column<LocalDate> day = column("a_day", DATE);
        final Column<LocalDateTime> at = column("at_time", TIMESTAMP);
        final Column<LocalTime> hour = column("an_hour", TIME);
        final Column<OffsetDateTime> zoned = column("zoned", TIMESTAMP_TZ);
        final Column<Instant> instant = column("an_instant", INSTANT);
        final Column<Object> document = column("document", json(Object.class));

        Rows(MetaData metadata) {
            super("samples", metadata);
        }
    }
}
