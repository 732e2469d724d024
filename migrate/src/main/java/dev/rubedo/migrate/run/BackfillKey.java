package dev.rubedo.migrate.run;

import dev.rubedo.engine.Connection;
import dev.rubedo.migrate.error.MigrationException;
import dev.rubedo.migrate.operation.BackfillOperation;
import dev.rubedo.reflect.ReflectedColumn;
import dev.rubedo.reflect.ReflectedTable;
import dev.rubedo.sql.Condition;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.Sql;
import dev.rubedo.type.SqlType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The columns that divide the rows of a backfill into batches, with their types in the database. Immutable.
 *
 * @param table the name of the table, for messages
 * @param names the names of the columns
 * @param columns the columns, as expressions
 * @param hasNulls whether any of them accepts NULL
 */
record BackfillKey(String table, List<String> names, List<Expression<Object>> columns, boolean hasNulls) {

    private static final Map<Class<?>, Function<String, Object>> READERS = Map.ofEntries(
            Map.entry(Short.class, Short::valueOf), Map.entry(Integer.class, Integer::valueOf),
            Map.entry(Long.class, Long::valueOf), Map.entry(BigDecimal.class, BigDecimal::new),
            Map.entry(BigInteger.class, BigInteger::new), Map.entry(String.class, text -> text),
            Map.entry(UUID.class, UUID::fromString),
            Map.entry(LocalDate.class, LocalDate::parse), Map.entry(LocalDateTime.class, LocalDateTime::parse),
            Map.entry(OffsetDateTime.class, OffsetDateTime::parse), Map.entry(Instant.class, Instant::parse),
            Map.entry(byte[].class, HexFormat.of()::parseHex));

    BackfillKey {
        names = List.copyOf(names);
        columns = List.copyOf(columns);
    }

    /** Finds the key of a backfill in the database. */
    static BackfillKey of(BackfillOperation backfill, Connection connection) {
        var table = backfill.table();
        var found = connection.inspect().table(table.schema(), table.name());
        var names = backfill.key().isEmpty() ? found.primaryKey().columns() : backfill.key();
        if (names.isEmpty()) {
            throw new MigrationException("Table \"" + table.label() + "\" has no primary key by which a backfill could "
                    + "divide its rows into batches. Add keyedBy(...) with columns that have an index.");
        }
        var quoter = connection.engine().dialect().quoter();
        var columns = new ArrayList<Expression<Object>>();
        boolean hasNulls = false;
        for (var name : names) {
            var column = column(found, name);
            hasNulls |= column.isNullable();
            columns.add(typed(quoter.quote(name), column.type()));
        }
        return new BackfillKey(table.label(), names, columns, hasNulls);
    }

    private static ReflectedColumn column(ReflectedTable table, String name) {
        var column = table.column(name).orElseThrow(() -> new MigrationException("Table \"" + table.name()
                + "\" has no column \"" + name + "\", by which a backfill is to divide its rows into batches. It has "
                + table.columns().stream().map(ReflectedColumn::name).toList() + "."));
        if (!READERS.containsKey(column.type().javaType())) {
            throw new MigrationException("A backfill cannot divide the rows of table \"" + table.name()
                    + "\" into batches by column \"" + name + "\" of type " + column.typeName()
                    + ". Use keyedBy(...) with columns of integers, decimals, strings, UUIDs, dates or bytes.");
        }
        return column;
    }

    @SuppressWarnings("unchecked") // the values come from this column
    private static Expression<Object> typed(String quoted, SqlType<?> type) {
        return Sql.literalColumn(quoted, (SqlType<Object>) type);
    }

    /** Returns the condition for the rows after a key. */
    Condition after(List<Object> values) {
        return beyond(values, Expression::gt);
    }

    /** Returns the condition for the rows up to and including a key. */
    Condition upTo(List<Object> values) {
        var equal = new ArrayList<Condition>();
        for (int i = 0; i < columns.size(); i++) {
            equal.add(columns.get(i).eq(values.get(i)));
        }
        return beyond(values, Expression::lt).or(equal.stream().reduce(Condition::and).orElseThrow());
    }

    /** Compares keys column by column, because not all databases compare row values, or use an index for them. */
    private Condition beyond(List<Object> values, BiFunction<Expression<Object>, Object, Condition> test) {
        Condition all = test.apply(columns.get(0), values.get(0));
        Condition equal = columns.get(0).eq(values.get(0));
        for (int i = 1; i < columns.size(); i++) {
            all = all.or(equal.and(test.apply(columns.get(i), values.get(i))));
            equal = equal.and(columns.get(i).eq(values.get(i)));
        }
        return all;
    }

    /** Returns the condition for the rows whose key contains NULL. */
    Condition isNull() {
        return columns.stream().map(Expression::isNull).reduce(Condition::or).orElseThrow();
    }

    /** Returns the condition for the rows whose key does not contain NULL. */
    Condition isNotNull() {
        return columns.stream().map(Expression::isNotNull).reduce(Condition::and).orElseThrow();
    }

    /** Writes a key as text. */
    static String write(List<Object> values) {
        return values.stream().map(BackfillKey::text).map(text -> URLEncoder.encode(text, StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String text(Object value) {
        return value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : value.toString();
    }

    /** Reads a key. */
    List<Object> read(String text) {
        var parts = text.split("&", -1);
        if (parts.length != columns.size()) {
            throw new MigrationException("The backfill of table \"" + table + "\" was interrupted at the key "
                    + text + ", which does not fit the columns " + names + ". Restore keyedBy(...).");
        }
        var values = new ArrayList<Object>();
        for (int i = 0; i < parts.length; i++) {
            var reader = Objects.requireNonNull(READERS.get(columns.get(i).type().javaType()));
            values.add(reader.apply(URLDecoder.decode(parts[i], StandardCharsets.UTF_8)));
        }
        return values;
    }

    /** Returns a description of a key. */
    String describe(List<Object> values) {
        var words = new StringBuilder();
        for (int i = 0; i < names.size(); i++) {
            words.append(i == 0 ? "" : ", ").append(names.get(i)).append(" ").append(text(values.get(i)));
        }
        return words.toString();
    }
}
