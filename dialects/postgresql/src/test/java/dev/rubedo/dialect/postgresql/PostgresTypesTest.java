package dev.rubedo.dialect.postgresql;

import static dev.rubedo.schema.Column.column;
import static dev.rubedo.sql.Sql.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.compile.TypeRenderer;
import dev.rubedo.compile.UnsupportedFeatureException;
import dev.rubedo.dialect.postgresql.PointType.Point;
import dev.rubedo.dialect.postgresql.type.Inet;
import dev.rubedo.dialect.postgresql.type.PostgresHstore;
import dev.rubedo.dialect.postgresql.type.PostgresJson;
import dev.rubedo.dialect.postgresql.type.PostgresRanges;
import dev.rubedo.dialect.postgresql.type.PostgresTypes;
import dev.rubedo.dialect.postgresql.type.Range;
import dev.rubedo.engine.Engine;
import dev.rubedo.error.CheckViolationException;
import dev.rubedo.error.InvalidSchemaException;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.CreateTable;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.Table;
import dev.rubedo.sql.Select;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.Databases;
import dev.rubedo.type.SqlType;
import dev.rubedo.type.Types;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@Databases("postgresql")
class PostgresTypesTest {

    private static final class Hosts extends Table {
        final Column<Integer> id = column("id", Types.INTEGER).primaryKey();
        final Column<Inet> address = column("address", PostgresTypes.INET);
        final Column<Range<Integer>> ports = column("ports", PostgresTypes.INT4RANGE);
        final Column<Map> facts = column("facts", PostgresTypes.jsonb(Map.class));
        final Column<Point> place = column("place", PointType.POINT);
        final Column<List<Inet>> peers = column("peers", Types.array(PostgresTypes.INET));

        Hosts(MetaData metaData) {
            super("hosts", metaData);
        }
    }

    private final MetaData metaData = new MetaData();
    private final Hosts hosts = new Hosts(metaData);

    private void fill(Engine engine) {
        metaData.createAll(engine);
        engine.inTransaction(connection -> connection.execute(insertInto(hosts).values(hosts.id, 1)
                .values(hosts.address, Inet.of("10.1.0.0/16")).values(hosts.ports, Range.of(80, 90))
                .values(hosts.facts, Map.of("a", 1, "b", "x")).values(hosts.place, new Point(1.5, -2))
                .values(hosts.peers, List.of(Inet.of("::1"), Inet.of("10.0.0.1")))));
    }

    @DatabaseTest
    void documentsHaveOperators(Engine engine) {
        fill(engine);
        var facts = hosts.facts;
        engine.inTransaction(connection -> {
            for (var test : List.of(PostgresJson.containedBy(facts, Map.of("a", 1, "b", "x", "c", true)),
                    PostgresJson.hasKey(facts, "a"), PostgresJson.hasAnyKey(facts, List.of("z", "b")),
                    PostgresJson.hasAllKeys(facts, List.of("a", "b")), PostgresJson.pathExists(facts, "$.a"),
                    PostgresJson.pathMatches(facts, "$.a == 1"))) {
                assertThat(connection.exists(select(hosts.id).where(test))).as("%s", test).isTrue();
                assertThat(connection.exists(select(hosts.id).where(not(test)))).as("not %s", test).isFalse();
            }
            for (var test : List.of(PostgresJson.containedBy(facts, Map.of("a", 1)), PostgresJson.hasKey(facts, "z"),
                    PostgresJson.hasAllKeys(facts, List.of("a", "z")), PostgresJson.pathMatches(facts, "$.a > 1"))) {
                assertThat(connection.exists(select(hosts.id).where(test))).as("%s", test).isFalse();
            }
            assertThat(connection.one(select(PostgresJson.merged(facts, Map.of("a", 2, "c", 3)))))
                    .isEqualTo(Map.of("a", 2, "b", "x", "c", 3));
            assertThat(connection.one(select(PostgresJson.without(facts, "a")))).isEqualTo(Map.of("b", "x"));
            assertThat(connection.one(select(PostgresJson.withoutPath(facts, List.of("b"))))).isEqualTo(Map.of("a", 1));
        });
    }

    @Test
    void columnsAreDeclaredByTheNamesOfTheTypes() {
        assertThat(new PostgresDialect().compile(new CreateTable(hosts, List.of(), false)))
                .isEqualTo("CREATE TABLE hosts ( id SERIAL NOT NULL, address INET, "
                        + "ports INT4RANGE, facts JSONB, place POINT, peers INET[], PRIMARY KEY (id) )");
    }

    @DatabaseTest
    void valuesAreWrittenAndRead(Engine engine) {
        fill(engine);

        var row = engine.fromTransaction(connection -> connection
                .execute(select(hosts.address, hosts.ports, hosts.facts, hosts.place, hosts.peers)).one());

        assertThat(row.get(hosts.address)).isEqualTo(Inet.of("10.1.0.0/16"));
        assertThat(row.get(hosts.ports)).isEqualTo(Range.of(80, 90));
        assertThat(row.get(hosts.facts)).isEqualTo(Map.of("a", 1, "b", "x"));
        assertThat(row.get(hosts.place)).isEqualTo(new Point(1.5, -2));
        assertThat(row.get(hosts.peers)).containsExactly(Inet.of("::1"), Inet.of("10.0.0.1"));
    }

    @DatabaseTest
    void parametersLiteralsAndCastsAreComparedWithColumns(Engine engine) {
        fill(engine);
        var network = Inet.of("10.1.0.0/16");

        for (var condition : List.of(hosts.address.eq(network), hosts.address.eq(literal(network, PostgresTypes.INET)),
                hosts.address.eq(value("10.1.0.0/16").cast(PostgresTypes.INET)),
                hosts.address.in(List.of(Inet.of("1.1.1.1"), network)),
                hosts.ports.eq(literal(Range.of(80, 90), PostgresTypes.INT4RANGE)),
                hosts.facts.eq(Map.of("b", "x", "a", 1)), PostgresJson.contains(hosts.facts, Map.of("b", "x")),
                PostgresRanges.overlaps(hosts.ports, Range.closed(89, 200)),
                PostgresRanges.contains(hosts.ports, 89), PostgresRanges.contains(hosts.ports, Range.of(81, 82)),
                hosts.peers.eq(List.of(Inet.of("::1"), Inet.of("10.0.0.1"))))) {
            assertThat(all(engine, select(hosts.id).from(hosts).where(condition)))
                    .as(condition.toString()).containsExactly(1);
        }
        assertThat(all(engine,
                select(hosts.id).where(PostgresRanges.contains(hosts.ports, 90)))).isEmpty();
    }

    @DatabaseTest
    void documentsCanBeSelectedDistinct(Engine engine) {
        fill(engine);

        assertThat(all(engine, select(hosts.facts).distinct())).hasSize(1);
    }

    @DatabaseTest
    void everyRangeComesBackAsItWent(Engine engine) {
        keeps(engine, PostgresTypes.INT8RANGE, Range.of(1L, Long.MAX_VALUE), Range.of(null, 5L), Range.empty());
        keeps(engine, PostgresTypes.NUMRANGE, Range.closed(new BigDecimal("1.50"), new BigDecimal("2")),
                new Range<>(new BigDecimal("1"), null, false, false, false));
        keeps(engine, PostgresTypes.DATERANGE, Range.of(LocalDate.of(2024, 2, 29), LocalDate.of(2024, 3, 1)));
        keeps(engine, PostgresTypes.TSRANGE,
                Range.closed(LocalDateTime.parse("2024-01-02T03:04:05.000006"), LocalDateTime.of(2025, 1, 1, 0, 0)));
        keeps(engine, PostgresTypes.TSTZRANGE, Range.of(OffsetDateTime.parse("2024-01-02T03:04:05Z"), null));
    }

    private static <T extends @Nullable Object> List<T> all(Engine engine, Select<T> query) {
        return engine.fromTransaction(connection -> connection.execute(query).all());
    }

    @SafeVarargs
    private static <T> void keeps(Engine engine, SqlType<T> type, T... values) {
        Table table = new MetaData().table("kept", column("v", type).nullable());
        Column<@Nullable T> v = typed(table.column("v"));
        for (T value : values) {
            table.metaData().dropAll(engine);
            table.create(engine);
            engine.inTransaction(connection -> connection.execute(insertInto(table).values(v, value)));
            engine.inTransaction(connection -> connection.execute(insertInto(table).values(v, nullValue())));
            assertThat(all(engine, select(v).where(v.eq(value))))
                    .containsExactly(value);
            assertThat(all(engine, select(v).where(v.eq(literal(value, type)))))
                    .containsExactly(value);
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends @Nullable Object> Column<T> typed(Column<?> column) {
        return (Column<T>) column;
    }

    @DatabaseTest
    void arraysOfOtherTypesComeBackAsTheyWent(Engine engine) {
        enum Mood {
            SAD, HAPPY;

            @Override
            public String toString() {
                return "not " + name();
            }
        }
        keeps(engine, Types.array(PostgresTypes.jsonb(Map.class)), List.of(Map.of("a", List.of(1)), Map.of()));
        keeps(engine, Types.array(Types.INSTANT), List.of(java.time.Instant.parse("2024-07-01T12:00:00.123456Z")));
        keeps(engine, Types.array(PointlessType.UPPER), List.of("a", "b"));
        keeps(engine, Types.array(Types.enumType(Mood.class)), List.of(Mood.HAPPY, Mood.SAD));
        keeps(engine, Types.array(PostgresTypes.INT4RANGE), List.of(Range.of(1, 2), Range.empty()));
    }

    /** Text in upper case. */
    private enum PointlessType implements dev.rubedo.type.CustomType<String, String> {
        UPPER;

        @Override
        public SqlType<String> storage() {
            return Types.TEXT;
        }

        @Override
        public Class<String> javaType() {
            return String.class;
        }

        @Override
        public @Nullable String toStorage(@Nullable String value) {
            return value == null ? null : value.toUpperCase(java.util.Locale.ROOT);
        }

        @Override
        public @Nullable String fromStorage(@Nullable String stored) {
            return stored == null ? null : stored.toLowerCase(java.util.Locale.ROOT);
        }
    }

    @Test
    void anotherDialectRefusesTheTypeByName() {
        var type = PostgresTypes.INT4RANGE;
        var other = new TypeRenderer(new PostgresDialect().traits().withName("other"));

        for (ThrowingCallable use : List.<ThrowingCallable>of(() -> other.render(type), () -> other.marker(type),
                () -> other.renderForCast(type), () -> other.render(Types.array(type)))) {
            assertThatThrownBy(use).isInstanceOf(UnsupportedFeatureException.class)
                    .hasMessage("Dialect \"other\" does not have the type \"INT4RANGE\", which is one of postgresql. "
                            + "Use a portable type, and this one there only: type.on(\"postgresql\", ...).");
        }
    }

    @Test
    void aTreeWithTheTypeIsPrinted() {
        assertThat(select(hosts.ports).where(hosts.address.eq(Inet.of("::1")))).hasToString(
                "SELECT hosts.ports FROM hosts WHERE hosts.address = ?::INET");
    }

    private static <T> void survives(Engine engine, SqlType<T> type, T value) {
        Column<T> column = column("v", type);
        var table = new MetaData().table("survivors", column("id", Types.INTEGER).primaryKey(), column);
        table.create(engine);
        try {
            engine.inTransaction(connection -> {
                connection.execute(insertInto(table).values(column, value));
                connection.execute(insertInto(table).values(column, literal(value, type)));

                assertThat(connection.execute(select(column)).all()).as("%s", type).isEqualTo(List.of(value, value));
            });
            assertThat(engine.dialect().typeName(engine.inspect().columns("survivors").get(1).type()))
                    .isEqualToIgnoringCase(engine.dialect().typeName(type));
        } finally {
            table.drop(engine);
        }
    }

    @DatabaseTest
    void multirangesAndOtherTypesOfTheServerAreStoredAndReflected(Engine engine) {
        survives(engine, PostgresTypes.INT4MULTIRANGE, List.of(Range.of(1, 3), Range.of(7, 10)));
        survives(engine, PostgresTypes.INT8MULTIRANGE, List.of());
        survives(engine, PostgresTypes.NUMMULTIRANGE,
                List.of(Range.closed(new BigDecimal("1.5"), new BigDecimal("2"))));
        survives(engine, PostgresTypes.DATEMULTIRANGE,
                List.of(Range.of(null, LocalDate.of(2024, 1, 1)), Range.of(LocalDate.of(2024, 2, 1), null)));
        survives(engine, PostgresTypes.TSMULTIRANGE,
                List.of(Range.of(LocalDateTime.of(2024, 1, 1, 2, 3), LocalDateTime.of(2024, 1, 2, 3, 4))));
        survives(engine, PostgresTypes.TSTZMULTIRANGE, List.of(Range.of(OffsetDateTime.parse("2024-01-01T00:00:00Z"),
                OffsetDateTime.parse("2024-01-02T00:00:00Z"))));
        survives(engine, PostgresTypes.CIDR, Inet.of("10.1.0.0/16"));
        survives(engine, PostgresTypes.MACADDR, "08:00:2b:01:02:03");
        survives(engine, PostgresTypes.MACADDR8, "08:00:2b:01:02:03:04:05");
        survives(engine, PostgresTypes.MONEY, "$1,234.50");
        survives(engine, PostgresTypes.OID, 4_000_000_000L);
        survives(engine, PostgresTypes.REGCLASS, "pg_class");
        survives(engine, PostgresTypes.REGCONFIG, "english");
        survives(engine, PostgresTypes.TSVECTOR, "'cat':2 'dog':1A");
        survives(engine, PostgresTypes.TSQUERY, "'cat' & 'dog'");
        survives(engine, PostgresTypes.JSONPATH, "$.\"a\"[*]");
        survives(engine, PostgresTypes.bit(8), "10101010");
        survives(engine, PostgresTypes.bitVarying(8), "101");
    }

    @DatabaseTest
    void domainsAreCreatedWithTheirTables(Engine engine) {
        var domain = PostgresTypes.domain("posint", INTEGER).check("VALUE > 0").notNull().defaultValue("5");
        var metadata = new MetaData();
        var amount = column("amount", domain.type());
        var name = column("name", string(10));
        var first = metadata.table("first", amount, name);
        var second = metadata.table("second", column("amount", domain.type()),
                column("more", array(domain.type())));

        metadata.createAll(engine);
        metadata.createAll(engine);

        engine.inTransaction(connection -> {
            connection.execute(insertInto(first).values(name, "a"));
            connection.execute(insertInto(first).values(amount, 7));
            assertThat(connection.all(select(amount).where(amount.in(5, 7)).orderBy(amount))).containsExactly(5, 7);
        });
        assertThatThrownBy(
                () -> engine.inTransaction(connection -> connection.execute(insertInto(first).values(amount, -1))))
                .isInstanceOf(CheckViolationException.class);
        first.drop(engine);
        assertThat(engine.hasType("", "posint")).isTrue();
        second.drop(engine);
        metadata.createAll(engine);
        metadata.dropAll(engine);
        assertThat(engine.hasType("", "posint")).isFalse();
        var other = new MetaData();
        other.table("a", column("n", domain.type()));
        other.table("b", column("n", PostgresTypes.domain("posint", INTEGER).type()));
        assertThatThrownBy(() -> other.createAll(engine)).isInstanceOf(InvalidSchemaException.class)
                .hasMessageContaining("Give one of them another name");
        assertThatThrownBy(() -> PostgresTypes.domain("Pos int", INTEGER))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @DatabaseTest
    void textsByTextsHaveOperators(Engine engine) {
        engine.inTransaction(connection -> {
            connection.execute(text("create extension if not exists hstore"));
            Map<String, @Nullable String> stored = Map.of("a", "1", "b?", "2");
            var map = cast(value(stored, PostgresTypes.HSTORE), PostgresTypes.HSTORE);
            assertThat(connection.one(select(PostgresHstore.value(map, "b?")))).isEqualTo("2");
            assertThat(connection.one(select(PostgresHstore.value(map, "c")))).isNull();
            assertThat(connection.one(select(PostgresHstore.hasKey(map, "a"),
                    PostgresHstore.hasAnyKey(map, List.of("c", "b?")),
                    PostgresHstore.hasAllKeys(map, List.of("a", "c")),
                    PostgresHstore.contains(map, Map.of("a", "1")),
                    PostgresHstore.containedBy(map, Map.of("a", "1")))).values())
                    .containsExactly(true, true, false, true, false);
            assertThat(connection.one(select(PostgresHstore.merged(map, Map.of("a", "9"))))).containsEntry("a", "9")
                    .containsEntry("b?", "2");
            assertThat(connection.one(select(PostgresHstore.without(map, List.of("a"))))).containsOnlyKeys("b?");
        });
    }

    @DatabaseTest
    void textsByTextsAreStored(Engine engine) {
        engine.inTransaction(connection -> connection.execute(text("create extension if not exists hstore")));
        var value = new java.util.LinkedHashMap<String, @Nullable String>();
        value.put("a", "it's \"quoted\" \\ => ,");
        value.put("b\"\\", null);
        value.put("", "");

        survives(engine, PostgresTypes.HSTORE, value);
        survives(engine, PostgresTypes.HSTORE, Map.of());
    }
}
