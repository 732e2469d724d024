package dev.rubedo.tck;

import static dev.rubedo.schema.Column.column;
import static dev.rubedo.sql.Sql.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.error.IntegrityException;
import dev.rubedo.error.InvalidSchemaException;
import dev.rubedo.error.RubedoException;
import dev.rubedo.error.UniqueViolationException;
import dev.rubedo.feature.Feature;
import dev.rubedo.schema.AddColumn;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.CreateTableAs;
import dev.rubedo.schema.DdlElement;
import dev.rubedo.schema.DdlListener;
import dev.rubedo.schema.DdlTarget;
import dev.rubedo.schema.Index;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.PrimaryKey;
import dev.rubedo.schema.RenameColumn;
import dev.rubedo.schema.RenameTable;
import dev.rubedo.schema.Table;
import dev.rubedo.schema.UniqueConstraint;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import java.util.ArrayList;
import java.util.List;

/** Creating and dropping tables, in order, with keys, constraints, indexes and defaults. */
public abstract class DdlSuite {

    @DatabaseTest
    void tablesAreCreatedAndDroppedInDependencyOrder(Engine engine) {
        Shop shop = Shop.empty(engine);
        assertThat(shop.users.exists(engine)).isTrue();
        assertThat(shop.orders.exists(engine)).isTrue();

        shop.metadata.dropAll(engine);

        assertThat(shop.users.exists(engine)).isFalse();
        assertThat(shop.orders.exists(engine)).isFalse();
    }

    @DatabaseTest
    void createAllLeavesAloneWhatIsThere(Engine engine) {
        Shop shop = Shop.filled(engine);

        shop.metadata.createAll(engine);

        assertThat(engine.<Long, RuntimeException>fromTransaction(
                connection -> connection.count(select(shop.users)))).isEqualTo(4);
    }

    @DatabaseTest
    void dropAllOfNothingDoesNothing(Engine engine) {
        var metadata = new MetaData();
        metadata.table("never", column("id", INTEGER).primaryKey());

        metadata.dropAll(engine);

        assertThat(engine.inspect().tableNames()).isEmpty();
    }

    @DatabaseTest
    void nullsAreEqualToAUniqueConstraintOrItIsRefused(Engine engine) {
        var metadata = new MetaData();
        var code = column("code", INTEGER);
        var table = metadata.table("codes", code, UniqueConstraint.on("code").nullsNotDistinct());
        if (!engine.supports(Feature.NULLS_NOT_DISTINCT)) {
            assertThatThrownBy(() -> table.create(engine)).isInstanceOf(RubedoException.class)
                    .hasMessageContaining("nullsNotDistinct() of [code]");
            return;
        }
        table.create(engine);
        engine.inTransaction(connection -> connection.execute(insertInto(table).setNull(code)));

        assertThatThrownBy(
                () -> engine.inTransaction(connection -> connection.execute(insertInto(table).setNull(code))))
                .isInstanceOf(UniqueViolationException.class);
        metadata.dropAll(engine);
    }

    @DatabaseTest(requires = Feature.COMPUTED_COLUMNS)
    void computedColumnsFollowTheirRow(Engine engine) {
        // DuckDB computes columns only when they are read
        boolean isStored = !engine.dialectName().equals("duckdb");
        var metadata = new MetaData();
        var amount = column("amount", INTEGER).notNull();
        var twice = column("twice", INTEGER).computed("amount * 2", isStored);
        var table = metadata.table("amounts", amount, twice);
        table.create(engine);

        engine.inTransaction(connection -> {
            connection.execute(insertInto(table).values(amount, 3));
            assertThat(connection.one(select(twice))).isEqualTo(6);
            connection.execute(update(table).set(amount, 5));
            assertThat(connection.one(select(twice))).isEqualTo(10);
        });
        metadata.dropAll(engine);
    }

    @DatabaseTest
    void aSingleTableIsCreatedAndDropped(Engine engine) {
        Table table = new MetaData().table("single", column("id", INTEGER).primaryKey());

        table.create(engine);
        assertThat(table.exists(engine)).isTrue();
        table.drop(engine);

        assertThat(table.exists(engine)).isFalse();
    }

    @DatabaseTest
    void listenersAreToldOfEachTableInOrder(Engine engine) {
        var metadata = new MetaData();
        Column<Integer> id = column("id", INTEGER).primaryKey();
        metadata.table("authors", id, column("name", string(20)).index());
        metadata.table("books", column("id", INTEGER).primaryKey(), column("author_id", INTEGER).references(id));
        var told = new ArrayList<String>();
        metadata.listen(new DdlListener() {
            @Override
            public void beforeCreate(DdlTarget target, List<Table> tables) {
                told.add("before create " + tables.stream().map(Table::name).toList());
            }

            @Override
            public void beforeCreateTable(DdlTarget target, Table table) {
                told.add("before " + table.name() + " " + target.hasTable("", table.name()));
            }

            @Override
            public void afterCreateTable(DdlTarget target, Table table) {
                told.add("after " + table.name() + " " + target.hasTable("", table.name()));
            }

            @Override
            public void afterCreate(DdlTarget target, List<Table> tables) {
                told.add("after create " + tables.size());
            }

            @Override
            public void beforeDrop(DdlTarget target, List<Table> tables) {
                told.add("before drop " + tables.size());
            }

            @Override
            public void beforeDropTable(DdlTarget target, Table table) {
                told.add("before drop of " + table.name());
            }

            @Override
            public void afterDropTable(DdlTarget target, Table table) {
                told.add("after drop of " + table.name());
            }

            @Override
            public void afterDrop(DdlTarget target, List<Table> tables) {
                told.add("after drop " + tables.size());
            }
        });

        metadata.createAll(engine);
        metadata.createAll(engine);
        metadata.dropAll(engine);

        assertThat(told).containsExactly("before create [authors, books]", "before authors false",
                "after authors true", "before books false", "after books true", "after create 2",
                "before create []", "after create 0", "before drop 2", "before drop of books", "after drop of books",
                "before drop of authors", "after drop of authors", "after drop 2");
    }

    @DatabaseTest
    void namesThatNeedQuotesAreQuoted(Engine engine) {
        Table table = new MetaData().table("order", column("select", INTEGER).primaryKey(),
                column("Mixed Case", string(20)).notNull(), column("group", INTEGER).nullable());
        table.create(engine);

        engine.inTransaction(connection -> connection.execute(insertInto(table)
                .values(table.column("select"), 1).values(table.column("Mixed Case"), "x")));

        var row = engine.fromTransaction(connection -> connection.execute(select(table)).one());
        assertThat(row.get("Mixed Case")).isEqualTo("x");
        assertThat(row.get("select")).isEqualTo(1);
    }

    @DatabaseTest
    void aCompositeKeyIsUniqueAsAWhole(Engine engine) {
        Table table = new MetaData().table("pairs", column("a", INTEGER), column("b", INTEGER));
        table.add(PrimaryKey.on("a", "b"));
        table.create(engine);

        engine.inTransaction(connection -> {
            connection.execute(pair(table, 1, 1));
            connection.execute(pair(table, 1, 2));
        });

        assertThatThrownBy(() -> engine.inTransaction(connection -> connection.execute(pair(table, 1, 2))))
                .isInstanceOf(IntegrityException.class);
    }

    @DatabaseTest
    void aUniqueIndexIsEnforced(Engine engine) {
        Table table = new MetaData().table("tags", column("id", INTEGER).primaryKey(),
                column("name", string(20)).notNull());
        table.add(Index.on("name").named("ix_tags_name").unique());
        table.create(engine);
        engine.inTransaction(connection -> connection
                .execute(insertInto(table).values(table.column("id"), 1).values(table.column("name"), "x")));

        assertThatThrownBy(() -> engine.inTransaction(connection -> connection
                .execute(insertInto(table).values(table.column("id"), 2).values(table.column("name"), "x"))))
                .isInstanceOf(IntegrityException.class);
    }

    @DatabaseTest
    void defaultsOfServerAndJavaApply(Engine engine) {
        Table table = new MetaData().table("defaults", column("id", INTEGER).primaryKey(),
                column("java", INTEGER).defaultValue(7).notNull(),
                column("server", INTEGER).serverDefault("8").notNull(),
                column("made", INTEGER).defaultValue(() -> 9).notNull());
        table.create(engine);

        engine.inTransaction(connection -> connection.execute(insertInto(table).values(table.column("id"), 1)));

        var row = engine.fromTransaction(connection -> connection.execute(select(table)).one());
        assertThat(List.of(row.get("java", Integer.class), row.get("server", Integer.class),
                row.get("made", Integer.class))).containsExactly(7, 8, 9);
    }

    @DatabaseTest
    void tablesThatReferToEachOtherAreCreatedAndDropped(Engine engine) {
        var metadata = new MetaData();
        Table employees = metadata.table("employees", column("id", INTEGER).primaryKey(),
                column("boss_id", INTEGER).nullable().references("employees.id"));

        metadata.createAll(engine);
        engine.inTransaction(connection -> connection.execute(insertInto(employees).values(employees.column("id"), 1)));
        metadata.dropAll(engine);

        assertThat(employees.exists(engine)).isFalse();
    }

    @DatabaseTest(except = "sqlite")
    void namesThatTheDatabaseWouldCutAreRefused(Engine engine) {
        var long1 = new MetaData();
        long1.table("t".repeat(500), column("a", INTEGER));
        var long2 = new MetaData();
        Table longColumn = long2.table("t", column("a".repeat(500), INTEGER));

        if (engine.dialect().traits().maximumIdentifierLength() < 500) {
            assertThatThrownBy(() -> long1.createAll(engine)).isInstanceOf(InvalidSchemaException.class)
                    .hasMessageMatching("The name of table .* has 500 (characters|bytes), but dialect .*");
            assertThatThrownBy(() -> long2.createAll(engine)).isInstanceOf(InvalidSchemaException.class)
                    .hasMessageContaining("The name of column");
            var known = new MetaData().table("t", column("a", INTEGER));
            var name = "n".repeat(500);
            for (DdlElement change : List.of(new RenameTable(known, name), new RenameColumn(known.column("a"), name),
                    new AddColumn(longColumn.columns().get(0)),
                    CreateTableAs.of(name, new MetaData(), select(literal(1).as("b"))))) {
                assertThatThrownBy(() -> engine.inTransaction(connection -> connection.execute(change)))
                        .isInstanceOf(InvalidSchemaException.class).hasMessageContaining("Give it a shorter name");
            }
        }
    }

    /** PostgreSQL counts the bytes of a name, and would cut it without an error. */
    @DatabaseTest(only = "postgresql")
    void bytesOfNamesAreCountedWhereTheDatabaseCountsThem(Engine engine) {
        var umlauts = new MetaData();
        umlauts.table("ü".repeat(40), column("a", INTEGER));

        assertThatThrownBy(() -> umlauts.createAll(engine)).isInstanceOf(InvalidSchemaException.class)
                .hasMessageContaining("has 80 bytes, but dialect \"postgresql\" allows at most 63");
        assertThat(engine.dialect().traits().shortened("ü".repeat(40))).matches("ü{27}_[0-9a-f]{4}");
    }

    @DatabaseTest
    void checkingIsOneQueryPerCallAndNotPerTable(Engine engine, StatementLog statements) {
        Shop shop = Shop.empty(engine);
        statements.clear();

        shop.metadata.createAll(engine);

        assertThat(statements.texts()).noneMatch(text -> text.startsWith("CREATE"));
    }

    private static dev.rubedo.sql.Insert<?> pair(Table table, int a, int b) {
        Column<Object> first = table.column("a");
        Column<Object> second = table.column("b");
        return insertInto(table).values(first, a).values(second, b);
    }
}
