package dev.rubedo.tck;

import static dev.rubedo.schema.Column.column;
import static dev.rubedo.sql.Sql.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.error.FrozenTableException;
import dev.rubedo.error.NoSuchTableException;
import dev.rubedo.feature.Feature;
import dev.rubedo.reflect.ReflectedSequence;
import dev.rubedo.reflect.ReflectedView;
import dev.rubedo.reflect.Reflection;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.CreateSchema;
import dev.rubedo.schema.CreateSequence;
import dev.rubedo.schema.DropSchema;
import dev.rubedo.schema.DropSequence;
import dev.rubedo.schema.Index;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.NamingConvention;
import dev.rubedo.schema.Sequence;
import dev.rubedo.schema.Table;
import dev.rubedo.schema.TableOption;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/** Reflection of parts of a schema, and of what a schema has besides tables. */
public abstract class InspectorSuite {

    private Shop shop = Suites.unset();

    @BeforeEach
    void create(Engine engine) {
        shop = Shop.filled(engine);
    }

    private static void run(Engine engine, String... statements) {
        for (var sql : statements) {
            engine.inTransaction(connection -> connection.execute(text(sql)));
        }
    }

    private static List<String> names(MetaData metadata) {
        return metadata.tables().stream().map(Table::label).toList();
    }

    @DatabaseTest(requires = Feature.FOREIGN_KEYS)
    void aRequestedTableComesWithThoseThatItRefersTo(Engine engine) {
        var metadata = engine.reflect(new MetaData(), Reflection.only("addresses"));

        assertThat(names(metadata)).containsExactlyInAnyOrder("addresses", "users");
        assertThat(metadata.require("addresses").foreignKeys().get(0).target()).isSameAs(metadata.require("users"));
    }

    @DatabaseTest
    void aRequestedTableComesAloneIfAsked(Engine engine) {
        assertThat(names(engine.reflect(new MetaData(), Reflection.only("addresses").withoutReferredTables())))
                .containsExactly("addresses");
        assertThat(names(engine.reflect(new MetaData(),
                Reflection.all().where(name -> name.startsWith("u")).withoutReferredTables())))
                .containsExactly("users");
        assertThat(names(engine.reflect(new MetaData(), Reflection.all().where(name -> name.endsWith("s"))
                .where(name -> name.startsWith("a")).withoutReferredTables()))).containsExactly("addresses");
        assertThat(names(engine.reflect(new MetaData(), Reflection.only()))).isEmpty();
    }

    @DatabaseTest
    void missingTablesAreAllNamed(Engine engine) {
        assertThatThrownBy(() -> engine.reflect(new MetaData(), Reflection.only("users", "a", "b")))
                .isInstanceOf(NoSuchTableException.class).hasMessageContaining("The database has no tables [a, b]. Its "
                        + "tables are [addresses, orders, users].");
    }

    @DatabaseTest
    void tablesThatAreDeclaredAreLeftAlone(Engine engine) {
        var metadata = new MetaData();
        Table users = metadata.table("users", column("id", BIGINT).primaryKey());

        engine.reflect(metadata, Reflection.all());

        assertThat(users.columns()).hasSize(1);
        assertThat(names(metadata)).containsExactlyInAnyOrder("users", "addresses", "orders");
        assertThat(metadata.require("addresses").foreignKeys()).allSatisfy(key -> assertThat(key.target())
                .isSameAs(users));
    }

    @DatabaseTest
    void declaredColumnsTakePrecedenceOverReflectedOnes(Engine engine) {
        var metadata = new MetaData();
        Column<String> name = column("name", TEXT).comment("declared");
        Table users = metadata.table("users", name);

        engine.reflect(metadata, Reflection.only("users").extendingExisting());

        assertThat(users.columns()).extracting(Column::name).containsExactly("name", "id", "age", "email");
        assertThat(users.require("name")).isSameAs(name);
        assertThat(users.primaryKeyColumns()).extracting(Column::name).containsExactly("id");
        assertThatThrownBy(() -> {
            var used = new MetaData();
            used.table("users", column("id", BIGINT)).columns();
            engine.reflect(used, Reflection.only("users").extendingExisting());
        }).isInstanceOf(FrozenTableException.class);
    }

    @DatabaseTest
    void columnsAreChangedOnTheirWay(Engine engine) {
        var metadata = engine.reflect(new MetaData(), Reflection.only("users").changingColumns((table, found) -> found
                .name().equals("email") && table.name().equals("users") ? found.withType(TEXT) : found));

        assertThat(metadata.require("users").require("email").type()).isEqualTo(TEXT);

        var twice = engine.reflect(new MetaData(), Reflection.only("users")
                .changingColumns((table, found) -> found.name().equals("email") ? found.withType(TEXT) : found)
                .changingColumns((table, found) -> found.name().equals("name") ? found.withType(TEXT) : found));

        assertThat(twice.require("users").require("email").type()).isEqualTo(TEXT);
        assertThat(twice.require("users").require("name").type()).isEqualTo(TEXT);
    }

    @DatabaseTest
    void theDefaultSchemaNeedsNoName(Engine engine) {
        var inspector = engine.inspect();

        assertThat(inspector.views()).isEqualTo(inspector.views(""));
        assertThat(inspector.sequences()).isEqualTo(inspector.sequences(""));
        assertThat(inspector.enums()).isEqualTo(inspector.enums(""));
        assertThat(inspector.namesOfExtensions()).isEqualTo(inspector.namesOfExtensions(""));
        assertThat(inspector.hasSequence("nowhere")).isFalse();
        assertThat(inspector.hasType("nowhere")).isFalse();
        assertThat(inspector.hasIndex("users", "nowhere")).isFalse();
    }

    @DatabaseTest(requires = {Feature.SCHEMAS, Feature.FOREIGN_KEYS}, except = {"mysql", "mariadb"})
    void anotherSchemaIsReflectedWithItsName(Engine engine) {
        engine.execute(new CreateSchema("other", false));
        try {
            var declared = new MetaData(NamingConvention.INDEXES_ONLY, "other");
            declared.table("parents", column("id", INTEGER).primaryKey());
            declared.table("children", column("id", INTEGER).primaryKey(),
                    column("parent_id", INTEGER).references("other.parents.id").index());
            declared.createAll(engine);
            var inspector = engine.inspect();

            var metadata = engine.reflect(new MetaData(), Reflection.only("children").inSchema("other"));

            assertThat(names(metadata)).containsExactlyInAnyOrder("other.children", "other.parents");
            assertThat(metadata.require("other.children").foreignKeys().get(0).target())
                    .isSameAs(metadata.require("other.parents"));
            assertThat(inspector.hasSchema("other")).isTrue();
            assertThat(inspector.hasIndex("other", "children", "ix_other_children_parent_id")).isTrue();
            assertThat(inspector.columns("other", "parents")).singleElement()
                    .satisfies(id -> assertThat(id.name()).isEqualTo("id"));
            metadata.dropAll(engine);
            assertThat(inspector.tableNames("other")).isEmpty();
        } finally {
            engine.execute(new DropSchema("other", true, true));
        }
    }

    @DatabaseTest
    void viewsAreFoundWithTheirDefinitions(Engine engine) {
        run(engine, "create view adults as select id, name from users where age > 18");
        try {
            var inspector = engine.inspect();

            assertThat(inspector.viewNames()).containsExactly("adults");
            assertThat(inspector.materializedViewNames()).isEmpty();
            assertThat(inspector.views("")).extracting(ReflectedView::isMaterialized).containsExactly(false);
            assertThat(inspector.viewDefinition("adults")).containsIgnoringCase("select").contains("18");
            assertThat(inspector.tableNames()).doesNotContain("adults");
            assertThatThrownBy(() -> inspector.viewDefinition("nowhere")).isInstanceOf(NoSuchTableException.class)
                    .hasMessageContaining("The database has no view \"nowhere\". Its views are [adults].");
        } finally {
            run(engine, "drop view adults");
        }
    }

    @DatabaseTest(requires = Feature.SEQUENCES)
    void sequencesAreFoundWithTheirOptionsAndCreatedAgain(Engine engine) {
        var plain = Sequence.of("plain");
        var options = Sequence.of("full_one").from(10, 5).between(5L, 50L).cycling();
        if (!engine.dialectName().equals("duckdb")) {
            options = options.caching(3);
        }
        var full = options;
        var down = Sequence.of("going_down").from(-1, -2);
        var all = List.of(full, down, plain);
        all.forEach(each -> engine.execute(new CreateSequence(each, false)));
        try {
            var found = engine.inspect().sequences("").stream().filter(each -> !each.isOwned()).toList();

            assertThat(found).extracting(each -> each.sequence().name()).containsExactly("full_one", "going_down",
                    "plain");
            assertThat(found.get(0).sequence()).isEqualTo(full);
            assertThat(found.get(2).sequence()).isEqualTo(plain);
            assertThat(engine.inspect().hasSequence("", "plain")).isTrue();
            var metadata = engine.reflect();
            assertThat(metadata.sequences()).containsExactlyElementsOf(
                    found.stream().map(ReflectedSequence::sequence).toList());
            all.forEach(each -> engine.execute(new DropSequence(each, false)));
            metadata.createAll(engine);
            assertThat(engine.inspect().sequences("").stream().filter(each -> !each.isOwned())).isEqualTo(found);
        } finally {
            all.forEach(each -> engine.execute(new DropSequence(each, true)));
        }
    }

    @DatabaseTest
    void temporaryTablesAreListedApart(Engine engine) {
        engine.inTransaction(connection -> {
            new MetaData().table("passing", TableOption.prefix("TEMPORARY"), column("id", INTEGER).primaryKey())
                    .create(connection);

            assertThat(connection.inspect().tableNames()).doesNotContain("passing");
            if (!engine.dialectName().equals("mysql")) {
                assertThat(connection.inspect().temporaryTableNames()).containsExactly("passing");
            }
            connection.execute(text("drop table passing"));
        });
    }

    @DatabaseTest
    void indexesAreFoundByName(Engine engine) {
        new MetaData().table("tags", column("id", INTEGER).primaryKey(), column("name", string(20)),
                Index.on("name").named("ix_tags_name")).create(engine);

        assertThat(engine.inspect().hasIndex("", "tags", "ix_tags_name")).isTrue();
        assertThat(engine.inspect().hasIndex("", "tags", "ix_other")).isFalse();
    }

    @DatabaseTest
    void theNumberOfQueriesDoesNotDependOnTheNumberOfTables(Engine engine, StatementLog statements) {
        statements.clear();
        engine.reflect();
        int few = statements.texts().size();
        var many = new MetaData();
        for (int i = 0; i < 20; i++) {
            many.table("many_" + i, column("id", INTEGER).primaryKey(), column("other", INTEGER).index());
        }
        many.createAll(engine);
        statements.clear();

        engine.reflect();

        assertThat(statements.texts()).hasSize(few);
    }

    @DatabaseTest
    void aTableMayBeExtendedByHand(Engine engine) {
        var metadata = engine.reflect(new MetaData(), Reflection.only("users"));
        var users = metadata.require("users");
        var email = users.column("email", String.class);

        var found = engine.<List<String>, RuntimeException>fromTransaction(
                connection -> connection.execute(select(email).where(email.isNotNull())).all());

        assertThat(found).isNotEmpty();
        assertThat(shop.users.exists(engine)).isTrue();
    }
}
