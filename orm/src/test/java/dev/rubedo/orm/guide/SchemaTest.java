package dev.rubedo.orm.guide;

import static dev.rubedo.schema.Column.column;
import static dev.rubedo.sql.Sql.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.dialect.postgresql.PostgresDialect;
import dev.rubedo.engine.Engine;
import dev.rubedo.error.IntegrityException;
import dev.rubedo.feature.Feature;
import dev.rubedo.reflect.Inspector;
import dev.rubedo.reflect.ReflectedColumn;
import dev.rubedo.reflect.Reflection;
import dev.rubedo.schema.AlterColumn;
import dev.rubedo.schema.CheckConstraint;
import dev.rubedo.schema.CheckFirst;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.CreateTable;
import dev.rubedo.schema.CreateTableAs;
import dev.rubedo.schema.DdlListener;
import dev.rubedo.schema.DdlTarget;
import dev.rubedo.schema.DropColumn;
import dev.rubedo.schema.Identity;
import dev.rubedo.schema.Index;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.NamingConvention;
import dev.rubedo.schema.PrimaryKey;
import dev.rubedo.schema.ReferentialAction;
import dev.rubedo.schema.RenameColumn;
import dev.rubedo.schema.SchemaPlan;
import dev.rubedo.schema.Sequence;
import dev.rubedo.schema.Table;
import dev.rubedo.schema.TableOption;
import dev.rubedo.schema.TextDdl;
import dev.rubedo.schema.UniqueConstraint;
import dev.rubedo.schema.ViewDefinition;
import dev.rubedo.sql.Selectable;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.type.CustomType;
import dev.rubedo.type.EnumType;
import dev.rubedo.type.SqlType;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The samples of {@code docs/guide/schema.md}, {@code types.md} and {@code reflection.md}. */
class SchemaTest {

    static final class Rooms extends Table {
        final Column<Long> id = column("id", BIGINT).primaryKey();
        final Column<String> name = column("name", string(50)).notNull().unique();
        final Column<Integer> seats = column("seats", INTEGER).notNull().serverDefault("1").check("seats > 0");

        Rooms(MetaData metadata) {
            super("rooms", metadata, TableOption.comment("What can be booked"));
        }
    }

    static final class Bookings extends Table {
        final Column<Long> roomId = column("room_id", BIGINT).references("rooms.id")
                .onDelete(ReferentialAction.CASCADE);
        final Column<Integer> day = column("day", INTEGER);
        final Column<String> guest = column("guest", string(80)).notNull().index();

        Bookings(MetaData metadata) {
            super("bookings", metadata);
            add(PrimaryKey.on(roomId, day));
            add(CheckConstraint.of(day.ge(1)).named("day"));
        }
    }

    static final class BigRooms extends Table {
        final Column<Long> id = column("id", BIGINT);
        final Column<String> name = column("name", string(50));

        BigRooms(MetaData metadata, Selectable<?> query) {
            super("big_rooms", metadata, ViewDefinition.of(query));
        }
    }

    private final MetaData metadata = new MetaData(NamingConvention.DEFAULT);
    private final Rooms rooms = new Rooms(metadata);
    private final Bookings bookings = new Bookings(metadata);

    @DatabaseTest
    void tablesAreCreatedAndViewsRead(Engine engine) {
        var bigRooms = new BigRooms(metadata, select(rooms.id, rooms.name).where(rooms.seats.ge(20)));
        metadata.createAll(engine);
        engine.inTransaction(connection -> connection.execute(
                insertInto(rooms).values(rooms.name, "Hall").values(rooms.seats, 200)));

        List<String> names = engine.fromTransaction(connection -> connection.all(select(bigRooms.name)));

        assertThat(names).containsExactly("Hall");
        metadata.dropAll(engine);
        assertThat(rooms.exists(engine)).isFalse();
        assertThat(bookings.exists(engine)).isFalse();
    }

    @DatabaseTest
    void ddlIsData(Engine engine) {
        String sql = new CreateTable(rooms).sql(new PostgresDialect());
        assertThat(sql).startsWith("CREATE TABLE rooms ( id BIGSERIAL NOT NULL");
        List<String> script = SchemaPlan.create(metadata.tables(), metadata.sequences(), engine::supports,
                engine.dialectName()).stream().map(engine.dialect()::compile).toList();
        assertThat(script).hasSizeGreaterThanOrEqualTo(3);
        metadata.createAll(engine, metadata.tables(), CheckFirst.NONE);
        metadata.listen(new DdlListener() {
            @Override
            public void afterCreateTable(DdlTarget target, Table table) {
                target.execute(new TextDdl("CREATE INDEX ix_seats ON rooms (seats)"));
            }
        });
        metadata.dropAll(engine);
        rooms.create(engine);
        assertThat(engine.inspect().hasIndex("", "rooms", "ix_seats")).isTrue();
    }

    @DatabaseTest(requires = Feature.ALTER_COLUMN)
    void tablesAreChanged(Engine engine) {
        metadata.createAll(engine);
        var floor = column("floor", INTEGER).notNull().serverDefault("0");
        new MetaData().table("rooms", floor);

        engine.inTransaction(connection -> {
            SchemaPlan.addColumn(floor, engine::supports).forEach(connection::execute);
            connection.execute(AlterColumn.of(rooms.seats).type(BIGINT).serverDefault("10"));
            connection.execute(new RenameColumn(rooms.name, "title"));
            connection.execute(new DropColumn(rooms, "floor"));
        });

        assertThat(engine.inspect().columns("rooms")).extracting(ReflectedColumn::name).containsExactly("id", "title",
                "seats");
        metadata.dropAll(engine);
    }

    @DatabaseTest(requires = {Feature.SEQUENCES, Feature.IDENTITY_COLUMNS})
    void keysAreNumbered(Engine engine) {
        var numbers = metadata.add(Sequence.of("invoice_numbers").from(1000, 1).caching(20));
        metadata.table("invoices",
                column("id", BIGINT).primaryKey().identity(new Identity(true, 1, 1).caching(50)),
                column("number", BIGINT).notNull().sequence(numbers));
        metadata.createAll(engine);
        assertThat(engine.inspect().hasSequence("", "invoice_numbers")).isTrue();
        metadata.dropAll(engine);
    }

    @DatabaseTest
    void someDialectsHaveMore(Engine engine) {
        var table = new MetaData().table("events", column("id", BIGINT).primaryKey(), column("code", string(20)),
                UniqueConstraint.on("code").option("postgresql", "nulls_not_distinct", "true"),
                Index.on("code").named("ix_code").onlyOn("sqlite", "h2"),
                TableOption.of("mysql", "engine", "InnoDB"));
        table.create(engine);
        assertThat(table.exists(engine)).isTrue();
    }

    @DatabaseTest
    void aTableIsMadeFromAQuery(Engine engine) {
        metadata.createAll(engine);
        var archive = CreateTableAs.of("archive", metadata, select(bookings.day, bookings.guest));
        engine.execute(archive);

        assertThat(engine.<Long, RuntimeException>fromTransaction(
                connection -> connection.count(select(archive.table())))).isZero();
        metadata.dropAll(engine);
    }

    enum Priority {
        LOW, HIGH
    }

    record Settings(String theme) {}

    /** Tags, separated by commas. */
    record Tags() implements CustomType<List<String>, String> {
        @Override
        public SqlType<String> storage() {
            return string(200);
        }

        @Override
        public Class<?> javaType() {
            return List.class;
        }

        @Override
        public @Nullable String toStorage(@Nullable List<String> value) {
            return value == null ? null : String.join(",", value);
        }

        @Override
        public @Nullable List<String> fromStorage(@Nullable String stored) {
            return stored == null ? null : List.of(stored.split(","));
        }
    }

    @DatabaseTest
    void typesAreChosen(Engine engine) {
        EnumType<Priority> priority = enumType(Priority.class)
                .storedAs(constant -> constant.name().toLowerCase(Locale.ROOT)).asText();
        SqlType<Settings> document = json(Settings.class).on("postgresql", exact("JSONB", json(Settings.class)));
        var id = column("id", INTEGER).primaryKey();
        var urgency = column("urgency", priority);
        var tags = column("tags", new Tags());
        var state = column("state", labels("state", "open", "closed").asString());
        var table = new MetaData().table("tickets", id, urgency, tags, state, column("took", interval(3, 0)),
                column("amount", decimal(10, 2)), column("flag", checkedBoolean()));
        table.create(engine);

        engine.inTransaction(connection -> connection.execute(insertInto(table).values(urgency, Priority.HIGH)
                .values(tags, List.of("a", "b")).values(state, "open")));

        List<List<String>> found = engine.fromTransaction(
                connection -> connection.all(select(tags).where(urgency.eq(Priority.HIGH))));
        assertThat(found).containsExactly(List.of("a", "b"));
        assertThat(document.javaType()).isEqualTo(Settings.class);
        if (engine.dialect().supports(Feature.CHECK_CONSTRAINTS)) {
            assertThatThrownBy(() -> engine.inTransaction(connection -> connection
                    .execute(text("INSERT INTO tickets (id, urgency) VALUES (7, 'best')"))))
                    .isInstanceOf(IntegrityException.class);
        }
    }

    @DatabaseTest(requires = Feature.FOREIGN_KEYS)
    void aDatabaseIsReflected(Engine engine) {
        metadata.createAll(engine);

        MetaData found = engine.reflect();
        Table foundRooms = found.require("rooms");
        List<String> names = engine.fromTransaction(connection -> connection.all(
                select(foundRooms.column("name", String.class))
                        .where(foundRooms.column("seats", Integer.class).gt(1))));

        MetaData some = engine.reflect(new MetaData(), Reflection.only("bookings"));

        var declared = new MetaData();
        declared.table("rooms", column("name", TEXT));
        engine.reflect(declared, Reflection.only("rooms").extendingExisting());

        MetaData rest = engine.reflect(new MetaData(),
                Reflection.all().where(name -> !name.startsWith("tmp_")).withViews()
                        .changingColumns(
                                (table, column) -> column.name().equals("seats") ? column.withType(BIGINT) : column));

        Inspector inspector = engine.inspect();
        inspector.tableNames();
        inspector.columns("rooms").forEach(column -> column.typeName());
        inspector.foreignKeys("bookings").forEach(key -> key.referredTable());
        inspector.views("").forEach(view -> view.definition());
        inspector.sequences("").forEach(sequence -> sequence.sequence().increment());

        assertThat(names).isEmpty();
        assertThat(some.tables()).extracting(Table::name).containsExactlyInAnyOrder("bookings", "rooms");
        assertThat(declared.require("rooms").columns()).hasSize(3);
        assertThat(rest.require("rooms").require("seats").type()).isEqualTo(BIGINT);
        metadata.dropAll(engine);
    }
}
