package dev.rubedo.tck;

import static dev.rubedo.schema.Column.column;
import static dev.rubedo.sql.Sql.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.error.NoSuchTableException;
import dev.rubedo.error.UniqueViolationException;
import dev.rubedo.feature.Feature;
import dev.rubedo.reflect.Inspector;
import dev.rubedo.reflect.ReflectedColumn;
import dev.rubedo.reflect.ReflectedIndexTerm;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.Table;
import dev.rubedo.testing.DatabaseTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/** Reflection of an existing schema. */
public abstract class ReflectionSuite {

    private Shop shop = Suites.unset();
    private Inspector inspector = Suites.unset();

    @BeforeEach
    void create(Engine engine) {
        shop = Shop.filled(engine);
        inspector = engine.inspect();
    }

    @DatabaseTest
    void tablesAreListed() {
        assertThat(inspector.tableNames()).containsExactlyInAnyOrder("users", "addresses", "orders");
        assertThat(inspector.hasTable("users")).isTrue();
        assertThat(inspector.hasTable("nowhere")).isFalse();
    }

    @DatabaseTest
    void columnsComeInOrderWithTheirNullability() {
        List<ReflectedColumn> columns = inspector.columns("users");

        assertThat(columns).extracting(ReflectedColumn::name).containsExactly("id", "name", "age", "email");
        assertThat(columns).extracting(ReflectedColumn::isNullable).containsExactly(false, false, true, true);
    }

    @DatabaseTest
    void primaryKeysAreFound() {
        assertThat(inspector.primaryKey("users").columns()).containsExactly("id");
    }

    @DatabaseTest(requires = Feature.FOREIGN_KEYS)
    void foreignKeysNameBothSides() {
        assertThat(inspector.foreignKeys("addresses")).singleElement().satisfies(key -> {
            assertThat(key.columns()).containsExactly("user_id");
            assertThat(key.referredTable()).isEqualTo("users");
            assertThat(key.referredColumns()).containsExactly("id");
        });
    }

    @DatabaseTest
    void aMissingTableIsAnError() {
        assertThatThrownBy(() -> inspector.columns("nowhere")).isInstanceOf(NoSuchTableException.class)
                .hasMessageContaining("nowhere");
    }

    @DatabaseTest
    void reflectedTablesAreUsedLikeDeclaredOnes(Engine engine) {
        MetaData found = engine.reflect();
        Table users = found.require("users");

        var names = engine.fromTransaction(connection -> connection
                .execute(select(users.column("name")).where(users.column("age").gt(20)).orderBy(users.column("id")))
                .all());

        assertThat(names).containsExactly("Ada", "Cleo");
        assertThat(found.tables()).extracting(Table::name).containsExactlyInAnyOrder("users", "addresses", "orders");
    }

    @DatabaseTest
    void reflectedForeignKeysMakeJoins(Engine engine) {
        MetaData found = engine.reflect();
        Table users = found.require("users");
        Table addresses = found.require("addresses");

        long joined = engine.fromTransaction(
                connection -> connection.count(select(users.column("name")).joinFrom(users, addresses)));

        assertThat(joined).isEqualTo(3);
    }

    @DatabaseTest
    void whatWasReflectedIsCreatedAgainAlike(Engine engine) {
        MetaData found = engine.reflect();
        shop.metadata.dropAll(engine);

        found.createAll(engine);

        assertThat(engine.inspect().tableNames()).containsExactlyInAnyOrder("users", "addresses", "orders");
        assertThat(engine.inspect().columns("users")).extracting(ReflectedColumn::name).containsExactly("id", "name",
                "age", "email");
        assertThat(engine.inspect().foreignKeys("orders")).hasSize(1);
    }

    @DatabaseTest(except = {"sqlite", "duckdb"})
    void digitsOfSecondsAreFound(Engine engine) {
        new MetaData().table("clocks", column("a", time(3)), column("b", timestamp(3)), column("c", TIMESTAMP))
                .create(engine);

        assertThat(engine.inspect().columns("clocks")).<Object>extracting(ReflectedColumn::type)
                .containsExactly(time(3), timestamp(3), TIMESTAMP);
    }

    @DatabaseTest(requires = Feature.PARTIAL_INDEXES)
    void aPartialIndexIsCreatedAgainForItsRowsOnly(Engine engine) {
        run(engine, "create table coupon (id integer primary key, code varchar(20), deleted varchar(10))",
                "create unique index coupon_code on coupon (code) where deleted is null and code <> 'a''b\\\\:c'");
        var before = inspector.indexes("coupon");

        createAgain(engine);

        assertThat(inspector.indexes("coupon")).isEqualTo(before);
        run(engine, "insert into coupon values (1, 'x', 'long ago'), (2, 'x', 'yesterday'), (3, 'x', null)");
        assertThatThrownBy(() -> run(engine, "insert into coupon values (4, 'x', null)"))
                .isInstanceOf(UniqueViolationException.class);
    }

    @DatabaseTest(except = {"mysql", "mariadb", "duckdb"})
    void theOrderOfAnIndexIsKept(Engine engine) {
        run(engine, "create table coupon (id integer primary key, code varchar(20), a integer)",
                "create index coupon_a on coupon (a desc, code)");
        var before = inspector.indexes("coupon");

        createAgain(engine);

        assertThat(inspector.indexes("coupon")).isEqualTo(before).singleElement()
                .satisfies(index -> assertThat(index.terms()).extracting(ReflectedIndexTerm::isDescending)
                        .containsExactly(true, false));
    }

    private static void createAgain(Engine engine) {
        MetaData found = engine.reflect();
        found.dropAll(engine);
        found.createAll(engine);
    }

    private static void run(Engine engine, String... statements) {
        for (var sql : statements) {
            engine.inTransaction(connection -> connection.execute(text(sql)));
        }
    }

    @DatabaseTest(requires = Feature.FOREIGN_KEYS)
    void namesWithPointsAndQuotesAreKept(Engine engine) {
        var odd = new MetaData();
        var target = odd.table("a.b \"c\"", column("i.d", INTEGER).primaryKey(), column("plain'", string(9)));
        odd.table("d.e", column("x", INTEGER).primaryKey(),
                column("to.it", INTEGER).references(target.column("i.d", Integer.class)));
        odd.createAll(engine);
        var before = List.of(inspector.table("a.b \"c\""), inspector.table("d.e"));

        createAgain(engine);

        assertThat(List.of(inspector.table("a.b \"c\""), inspector.table("d.e"))).isEqualTo(before);
        assertThat(inspector.foreignKeys("d.e")).singleElement()
                .satisfies(key -> assertThat(key.referredColumns()).containsExactly("i.d"));
    }
}
