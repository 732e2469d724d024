package dev.rubedo.migrate.compare;

import static dev.rubedo.schema.Column.column;
import static dev.rubedo.type.Types.BIGINT;
import static dev.rubedo.type.Types.BOOLEAN;
import static dev.rubedo.type.Types.DATE;
import static dev.rubedo.type.Types.DOUBLE;
import static dev.rubedo.type.Types.INTEGER;
import static dev.rubedo.type.Types.TEXT;
import static dev.rubedo.type.Types.TIMESTAMP;
import static dev.rubedo.type.Types.UUID;
import static dev.rubedo.type.Types.array;
import static dev.rubedo.type.Types.json;
import static dev.rubedo.type.Types.labels;
import static dev.rubedo.type.Types.numeric;
import static dev.rubedo.type.Types.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.compile.UnsupportedFeatureException;
import dev.rubedo.engine.Engine;
import dev.rubedo.migrate.operation.AlterColumnOperation;
import dev.rubedo.migrate.operation.ColumnChange;
import dev.rubedo.migrate.operation.MigrationOperation;
import dev.rubedo.migrate.run.MigrationContext;
import dev.rubedo.migrate.run.MigrationOptions;
import dev.rubedo.migrate.snapshot.TableName;
import dev.rubedo.migrate.source.JavaSource;
import dev.rubedo.schema.CheckConstraint;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.ForeignKey;
import dev.rubedo.schema.Index;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.NamingConvention;
import dev.rubedo.schema.PrimaryKey;
import dev.rubedo.schema.ReferentialAction;
import dev.rubedo.schema.TableItem;
import dev.rubedo.schema.TextDdl;
import dev.rubedo.schema.UniqueConstraint;
import dev.rubedo.sql.Sql;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.type.SqlType;
import dev.rubedo.type.Types;
import java.util.List;
import java.util.Locale;

/**
 * Changes that teams make to their models, on tables with rows: the generated operations lead to the new model and back,
 * and no row is lost. On servers it is a sample, unless {@code -Drubedo.corpus=all} is set.
 */
class ModelChangesTest {
    private static final boolean IS_WHOLE = System.getProperty("rubedo.corpus", "").equals("all");

    /**
     * A change of a table.
     *
     * @param name what changes
     * @param before the table before it
     * @param after the table after it
     * @param rows the statements that insert rows; {order} stands for a quoted name
     */
    private record Change(String name, TableItem[] before, TableItem[] after, String... rows) {}

    private static TableItem[] items(TableItem... items) {
        return items;
    }

    private static Column<Long> id() {
        return column("id", BIGINT).primaryKey();
    }

    private static List<Change> changes() {
        return List.of(
                new Change("add nullable", items(id()), items(id(), column("a", string(10))),
                        "INSERT INTO t (id) VALUES (1)"),
                new Change("add required with default", items(id()),
                        items(id(), column("a", string(10)).notNull().serverDefault(Sql.literal("x"))),
                        "INSERT INTO t (id) VALUES (1)"),
                new Change("add required boolean", items(id()),
                        items(id(), column("active", BOOLEAN).notNull().serverDefault("true")),
                        "INSERT INTO t (id) VALUES (1)"),
                new Change("add timestamp now", items(id()),
                        items(id(), column("at", TIMESTAMP).notNull().serverDefault("CURRENT_TIMESTAMP")),
                        "INSERT INTO t (id) VALUES (1)"),
                new Change("widen string", items(id(), column("a", string(10)).notNull()),
                        items(id(), column("a", string(100)).notNull()), "INSERT INTO t (id, a) VALUES (1, 'x')"),
                new Change("string to text",
                        items(id(), column("a", string(10)).notNull().serverDefault(Sql.literal("q"))),
                        items(id(), column("a", TEXT)), "INSERT INTO t (id, a) VALUES (1, 'x')"),
                new Change("int to bigint", items(id(), column("a", INTEGER).serverDefault("3")),
                        items(id(), column("a", BIGINT).serverDefault("3")), "INSERT INTO t (id, a) VALUES (1, 7)"),
                new Change("key int to bigint", items(column("id", INTEGER).primaryKey()), items(id()),
                        "INSERT INTO t (id) VALUES (1)"),
                new Change("string to int", items(id(), column("a", string(10))), items(id(), column("a", INTEGER)),
                        "INSERT INTO t (id, a) VALUES (1, '42')"),
                new Change("int to string", items(id(), column("a", INTEGER)), items(id(), column("a", string(20))),
                        "INSERT INTO t (id, a) VALUES (1, 42)"),
                new Change("int to boolean", items(id(), column("a", INTEGER).notNull().serverDefault("0")),
                        items(id(), column("a", BOOLEAN).notNull().serverDefault("false")),
                        "INSERT INTO t (id, a) VALUES (1, 1)"),
                new Change("decimal scale", items(id(), column("a", numeric(10, 2)).notNull()),
                        items(id(), column("a", numeric(12, 4)).notNull()), "INSERT INTO t (id, a) VALUES (1, 12.34)"),
                new Change("double to decimal", items(id(), column("a", DOUBLE)),
                        items(id(), column("a", numeric(12, 4))), "INSERT INTO t (id, a) VALUES (1, 12.34)"),
                new Change("date to timestamp", items(id(), column("a", DATE)), items(id(), column("a", TIMESTAMP)),
                        "INSERT INTO t (id, a) VALUES (1, '2026-01-02')"),
                new Change("not null", items(id(), column("a", string(10))),
                        items(id(), column("a", string(10)).notNull()), "INSERT INTO t (id, a) VALUES (1, 'x')"),
                new Change("nullable", items(id(), column("a", string(10)).notNull()),
                        items(id(), column("a", string(10))), "INSERT INTO t (id, a) VALUES (1, 'x')"),
                new Change("default changed", items(id(), column("a", INTEGER).serverDefault("1")),
                        items(id(), column("a", INTEGER).serverDefault("2")), "INSERT INTO t (id, a) VALUES (1, 5)"),
                new Change("default dropped",
                        items(id(), column("a", string(5)).notNull().serverDefault(Sql.literal("a"))),
                        items(id(), column("a", string(5)).notNull()), "INSERT INTO t (id, a) VALUES (1, 'b')"),
                new Change("comment", items(id(), column("a", INTEGER).notNull()),
                        items(id(), column("a", INTEGER).notNull().comment("it's 100% \"a\"")),
                        "INSERT INTO t (id, a) VALUES (1, 5)"),
                new Change("index added", items(id(), column("a", INTEGER)), items(id(), column("a", INTEGER).index()),
                        "INSERT INTO t (id, a) VALUES (1, 5)"),
                new Change("index on two to unique",
                        items(id(), column("a", INTEGER), column("b", INTEGER), Index.on("a", "b").named("ix_ab")),
                        items(id(), column("a", INTEGER), column("b", INTEGER),
                                Index.on("a", "b").named("ix_ab").unique()),
                        "INSERT INTO t (id, a, b) VALUES (1, 5, 6)"),
                new Change("unique added", items(id(), column("a", string(10))),
                        items(id(), column("a", string(10)).unique()), "INSERT INTO t (id, a) VALUES (1, 'x')"),
                new Change("unique widened",
                        items(id(), column("a", INTEGER), column("b", INTEGER), UniqueConstraint.on("a").named("uq_t")),
                        items(id(), column("a", INTEGER), column("b", INTEGER),
                                UniqueConstraint.on("a", "b").named("uq_t")),
                        "INSERT INTO t (id, a, b) VALUES (1, 5, 6)"),
                new Change("check added", items(id(), column("a", INTEGER)),
                        items(id(), column("a", INTEGER), CheckConstraint.of("a > 0").named("ck_a")),
                        "INSERT INTO t (id, a) VALUES (1, 5)"),
                new Change("check changed",
                        items(id(), column("a", INTEGER), CheckConstraint.of("a > 0").named("ck_a")),
                        items(id(), column("a", INTEGER), CheckConstraint.of("a > 0 AND a < 100").named("ck_a")),
                        "INSERT INTO t (id, a) VALUES (1, 5)"),
                new Change("fk added", items(id(), column("p_id", BIGINT)),
                        items(id(), column("p_id", BIGINT).references("p.id")),
                        "INSERT INTO t (id, p_id) VALUES (1, NULL)"),
                new Change("fk cascade", items(id(), column("p_id", BIGINT).references("p.id")),
                        items(id(), column("p_id", BIGINT),
                                ForeignKey.on("p_id").references("p.id").onDelete(ReferentialAction.CASCADE)),
                        "INSERT INTO t (id, p_id) VALUES (1, NULL)"),
                new Change("fk column required", items(id(), column("p_id", BIGINT).references("p.id")),
                        items(id(), column("p_id", BIGINT).notNull().references("p.id")),
                        "INSERT INTO p (id) VALUES (9)", "INSERT INTO t (id, p_id) VALUES (1, 9)"),
                new Change("fk dropped", items(id(), column("p_id", BIGINT).references("p.id")),
                        items(id(), column("p_id", BIGINT)), "INSERT INTO t (id, p_id) VALUES (1, NULL)"),
                new Change("column dropped with index and fk",
                        items(id(), column("p_id", BIGINT).references("p.id").index(), column("x", INTEGER)),
                        items(id(), column("x", INTEGER)), "INSERT INTO t (id, x) VALUES (1, 3)"),
                new Change("enum gets a label", items(id(), column("m", labels("mood", "good", "bad")).notNull()),
                        items(id(), column("m", labels("mood", "good", "bad", "so-so")).notNull()),
                        "INSERT INTO t (id, m) VALUES (1, 'bad')"),
                new Change("enum loses a label",
                        items(id(), column("m", labels("mood", "good", "bad", "x")).notNull()
                                .serverDefault(Sql.literal("good"))),
                        items(id(),
                                column("m", labels("mood", "good", "bad")).notNull()
                                        .serverDefault(Sql.literal("good"))),
                        "INSERT INTO t (id, m) VALUES (1, 'bad')"),
                new Change("string becomes enum", items(id(), column("m", string(10)).notNull()),
                        items(id(), column("m", labels("mood", "good", "bad")).notNull()),
                        "INSERT INTO t (id, m) VALUES (1, 'bad')"),
                new Change("enum becomes string", items(id(), column("m", labels("mood", "good", "bad")).notNull()),
                        items(id(), column("m", string(20)).notNull()), "INSERT INTO t (id, m) VALUES (1, 'bad')"),
                new Change("computed added", items(id(), column("a", INTEGER)),
                        items(id(), column("a", INTEGER), column("b", INTEGER).computed("a * 2", true)),
                        "INSERT INTO t (id, a) VALUES (1, 5)"),
                new Change("computed changed",
                        items(id(), column("a", INTEGER), column("b", INTEGER).computed("a * 2", true)),
                        items(id(), column("a", INTEGER), column("b", INTEGER).computed("a * 3", true)),
                        "INSERT INTO t (id, a) VALUES (1, 5)"),
                new Change("computed added while its column changes", items(id(), column("a", numeric(8, 2))),
                        items(id(), column("a", numeric(12, 4)),
                                column("b", numeric(14, 4)).notNull().computed("a * 2", true)),
                        "INSERT INTO t (id, a) VALUES (1, 5)"),
                new Change("column of a computed one changes",
                        items(id(), column("a", numeric(8, 2)),
                                column("b", numeric(14, 4)).computed("a * 2", true).index()),
                        items(id(), column("a", numeric(12, 4)),
                                column("b", numeric(14, 4)).computed("a * 2", true).index()),
                        "INSERT INTO t (id, a) VALUES (1, 5)"),
                new Change("computed dropped with its column",
                        items(id(), column("a", INTEGER), column("b", INTEGER).computed("a * 2", true)),
                        items(id(), column("c", INTEGER).serverDefault("1")), "INSERT INTO t (id, a) VALUES (1, 5)"),
                new Change("key of two columns",
                        items(column("a", INTEGER).primaryKey().autoincrement(false), column("b", INTEGER).notNull()),
                        items(column("a", INTEGER).notNull(), column("b", INTEGER).notNull(), PrimaryKey.on("a", "b")),
                        "INSERT INTO t (a, b) VALUES (1, 5)"),
                new Change("json column", items(id(), column("a", TEXT)), items(id(), column("a", json(Object.class))),
                        "INSERT INTO t (id, a) VALUES (1, '{\"a\": 1}')"),
                new Change("uuid from string", items(id(), column("a", string(36)).notNull()),
                        items(id(), column("a", UUID).notNull()),
                        "INSERT INTO t (id, a) VALUES (1, '6f2b2c1e-3a44-4f0e-9d58-3f6f0b6f5d11')"),
                new Change("reserved words", items(id(), column("order", string(10)), column("Group", INTEGER)),
                        items(id(), column("order", string(20)).notNull(), column("Group", INTEGER).index(),
                                column("select", BOOLEAN)),
                        "INSERT INTO t (id, {order}) VALUES (1, 'x')"));
    }

    private static MetaData model(TableItem[] items) {
        var metaData = new MetaData();
        metaData.table("p", column("id", BIGINT).primaryKey().autoincrement(false));
        metaData.table("t", items);
        return metaData;
    }

    private static SchemaComparison compare(Engine engine, MetaData model) {
        return engine.fromTransaction(connection -> SchemaComparison.of(connection, ComparisonOptions.DEFAULT, model));
    }

    private static void run(Engine engine, List<MigrationOperation> operations) {
        try (var connection = engine.connect()) {
            var context = MigrationContext.of(connection, MigrationOptions.DEFAULT);
            operations.forEach(context::invoke);
            connection.commit();
        }
    }

    private static int rows(Engine engine) {
        return engine.fromTransaction(connection -> connection.rows("SELECT * FROM t").size());
    }

    @DatabaseTest
    void changesOfModelsKeepTheRows(Engine engine) {
        boolean isServer = !List.of("sqlite", "h2").contains(engine.dialectName());
        int number = 0;
        for (var each : changes()) {
            if (isServer && !IS_WHOLE && number++ % 5 != 0) {
                continue;
            }
            var before = model(each.before());
            before.createAll(engine);
            for (var row : each.rows()) {
                var sql = row.replace("{order}", engine.dialect().quoter().quote("order"));
                engine.inTransaction(connection -> connection.execute(new TextDdl(sql)));
            }
            var after = model(each.after());

            var comparison = compare(engine, after);

            assertThat(JavaSource.of(engine.dialect()).statements(comparison.operations())).as(each.name())
                    .noneMatch(statement -> statement.contains("rubedo_scratch"));
            run(engine, comparison.operations());
            assertThat(compare(engine, after).operations()).as("after " + each.name()).isEmpty();
            assertThat(rows(engine)).as(each.name()).isEqualTo(1);
            run(engine, comparison.downgrade().operations());
            assertThat(compare(engine, before).operations()).as("back from " + each.name()).isEmpty();
            assertThat(rows(engine)).as(each.name()).isEqualTo(1);
            run(engine, compare(engine, new MetaData()).operations());
        }
    }

    @DatabaseTest
    void checksOfEnumerationsHaveTheNamesOfTheConvention(Engine engine) {
        var before = new MetaData(NamingConvention.DEFAULT);
        before.table("t", column("id", BIGINT).primaryKey(),
                column("s", labels("state", "NEW", "OLD").asText()).notNull());
        before.createAll(engine);
        var names = checks(engine);
        assertThat(names).containsExactly("ck_t_state");
        assertThat(compare(engine, before).operations()).isEmpty();
        before.dropAll(engine);

        var created = compare(engine, before);
        assertThat(JavaSource.of(engine.dialect()).statements(created.operations()).toString())
                .contains("column(\"s\", string(3)).notNull()")
                .contains("CheckConstraint.of(\"s IN ('NEW', 'OLD')\").named(\"ck_t_state\")");
        run(engine, created.operations());
        assertThat(checks(engine)).isEqualTo(names);
        assertThat(compare(engine, before).operations()).isEmpty();

        var after = new MetaData(NamingConvention.DEFAULT);
        after.table("t", column("id", BIGINT).primaryKey(),
                column("s", labels("state", "NEW", "OLD", "SOLD").asText()).notNull(),
                column("m", labels("mood", "good", "bad").asText()));
        var changed = compare(engine, after);
        run(engine, changed.operations());
        assertThat(checks(engine)).containsExactly("ck_t_mood", "ck_t_state");
        assertThat(compare(engine, after).operations()).isEmpty();
        run(engine, changed.downgrade().operations());
        assertThat(checks(engine)).isEqualTo(names);
        assertThat(compare(engine, before).operations()).isEmpty();
    }

    @DatabaseTest
    void anEnumerationKeepsItsLength(Engine engine) {
        var state = Types.enumType(Locale.Category.class).withLength(40);
        var model = new MetaData();
        model.table("t", column("id", BIGINT).primaryKey(), column("s", state), column("x", state.asText()));

        var created = compare(engine, model);

        assertThat(JavaSource.of(engine.dialect()).statements(created.operations()).toString()).contains("""
                op.createTable("t",
                        column("id", BIGINT).primaryKey(),
                        column("s", labels("category", "DISPLAY", "FORMAT").withLength(40).unchecked()),
                        column("x", labels("category", "DISPLAY", "FORMAT").withLength(40).asText()));""");
        run(engine, created.operations());
        assertThat(compare(engine, model).operations()).isEmpty();
    }

    private static MetaData computed(SqlType<?> type) {
        var model = new MetaData(NamingConvention.DEFAULT);
        model.table("t", column("id", BIGINT).primaryKey(), column("a", type),
                column("c", INTEGER).computed("a + 1", true), UniqueConstraint.on("c"),
                Index.on("c", "a").named("ix_c"),
                CheckConstraint.of("c > 0").named("positive"));
        model.table("r", column("id", BIGINT).primaryKey(), column("t_c", INTEGER).references("t.c"));
        return model;
    }

    @DatabaseTest(only = "postgresql")
    void whatUsesAComputedColumnIsCreatedAgainWithIt(Engine engine) {
        var before = computed(INTEGER);
        before.createAll(engine);

        var changed = compare(engine, computed(BIGINT));

        run(engine, changed.operations());
        assertThat(compare(engine, computed(BIGINT)).operations()).isEmpty();
        run(engine, changed.downgrade().operations());
        assertThat(compare(engine, before).operations()).isEmpty();
    }

    private static List<String> checks(Engine engine) {
        return engine.inspect().checks("t").stream().map(each -> each.name().toLowerCase(Locale.ROOT))
                .sorted().toList();
    }

    @DatabaseTest
    void aColumnThatIsInConstraintsIsRenamed(Engine engine) {
        var before = model(items(id(), column("p_id", BIGINT).references("p.id"),
                column("a", string(9)).notNull(), UniqueConstraint.on("a", "p_id").named("uq_t")));
        var after = model(items(id(), column("q_id", BIGINT).references("p.id"),
                column("b", string(9)).notNull(), UniqueConstraint.on("b", "q_id").named("uq_t")));
        before.createAll(engine);
        run(engine, List.of(
                new AlterColumnOperation(new TableName("", "t"), "a", ColumnChange.NONE.withName("b"),
                        ColumnChange.NONE.withType(string(9)).withNullable(false), ""),
                new AlterColumnOperation(new TableName("", "t"), "p_id", ColumnChange.NONE.withName("q_id"),
                        ColumnChange.NONE.withType(BIGINT).withNullable(true), "")));

        assertThat(compare(engine, after).operations()).isEmpty();
    }

    @DatabaseTest(only = "postgresql")
    void numbersBecomeTruthValuesAndReturn(Engine engine) {
        var before = model(items(id(), column("a", INTEGER)));
        before.createAll(engine);
        engine.inTransaction(connection -> connection.execute(
                new TextDdl("INSERT INTO t (id, a) VALUES (1, 0), (2, 7), (3, NULL)")));
        var comparison = compare(engine, model(items(id(), column("a", BOOLEAN))));

        assertThat(JavaSource.of(engine.dialect()).statements(comparison.operations())).containsExactly(
                "op.alterColumn(\"t\", \"a\", c -> c.type(BOOLEAN).using(\"a <> 0\").existingType(INTEGER)"
                        + ".existingNullable());");
        run(engine, comparison.operations());
        run(engine, comparison.downgrade().operations());

        assertThat(engine.<List<String>, RuntimeException>fromTransaction(connection -> connection
                .rows("SELECT a AS answer FROM t ORDER BY id").stream().map(row -> row.textOrEmpty("answer")).toList()))
                .containsExactly("0", "1", "");
    }

    private static MetaData moods(String... labels) {
        return model(items(id(), column("m", labels("mood", labels)).notNull().serverDefault(Sql.literal("good")),
                column("all_m", array(labels("mood", labels))), Index.on("m").named("ix_m")));
    }

    @DatabaseTest(only = "postgresql")
    void labelsOfAnEnumerationAreAddedRemovedAndRestored(Engine engine) {
        var before = moods("good", "bad", "ugly");
        before.createAll(engine);
        engine.inTransaction(connection -> connection
                .execute(new TextDdl(
                        "INSERT INTO t (id, m, all_m) VALUES (1, 'bad', '{good,bad}'), (2, DEFAULT, NULL)")));
        for (var after : List.of(moods("good", "bad", "ugly", "worse"), moods("good", "so-so", "bad", "ugly"),
                moods("bad", "good"))) {
            var comparison = compare(engine, after);

            assertThat(comparison.operations()).hasSize(1);
            run(engine, comparison.operations());
            assertThat(compare(engine, after).operations()).isEmpty();
            run(engine, comparison.downgrade().operations());
            assertThat(compare(engine, before).operations()).isEmpty();
        }

        assertThat(engine.<List<String>, RuntimeException>fromTransaction(connection -> connection
                .rows("SELECT m || ' ' || coalesce(all_m::text, '') AS answer FROM t ORDER BY id").stream()
                .map(row -> row.text("answer")).toList())).containsExactly("bad {good,bad}", "good ");
        run(engine, compare(engine, new MetaData()).operations());
        assertThat(engine.<Boolean, RuntimeException>fromTransaction(connection -> connection.hasType("", "mood")))
                .isFalse();
    }

    @DatabaseTest(only = {"h2", "mariadb"})
    void whatTheDatabaseCannotHaveIsRefusedByTheNameInTheModel(Engine engine) {
        model(items(id(), column("a", INTEGER))).createAll(engine);
        var model = model(items(id(), column("a", INTEGER),
                Index.on("a").named("ix_part").where(Sql.condition(Sql.literalColumn("a > 3", BOOLEAN)))));

        assertThatThrownBy(() -> compare(engine, model)).isInstanceOf(UnsupportedFeatureException.class)
                .hasMessageContaining("does not support PARTIAL_INDEXES, which \"ix_part\" needs");
    }
}
