package dev.rubedo.migrate.run;

import static dev.rubedo.schema.Column.column;
import static dev.rubedo.type.Types.BIGINT;
import static dev.rubedo.type.Types.INTEGER;
import static dev.rubedo.type.Types.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.error.IntegrityException;
import dev.rubedo.feature.Feature;
import dev.rubedo.migrate.error.MigrationException;
import dev.rubedo.migrate.operation.Operations;
import dev.rubedo.migrate.snapshot.ConstraintKind;
import dev.rubedo.reflect.ReflectedTable;
import dev.rubedo.schema.ExclusionConstraint;
import dev.rubedo.schema.Index;
import dev.rubedo.schema.ReferentialAction;
import dev.rubedo.schema.Sequence;
import dev.rubedo.schema.TextDdl;
import dev.rubedo.sql.Sql;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.type.LabelType;
import java.util.List;
import java.util.function.Consumer;

/** What operations make of real databases, as reflection sees it. */
class OperationsOnDatabasesTest {

    private static void apply(Engine engine, Consumer<Operations> work) {
        try (var connection = engine.connect()) {
            work.accept(new Operations(MigrationContext.of(connection, MigrationOptions.DEFAULT)));
            connection.commit();
        }
    }

    private static ReflectedTable table(Engine engine, String name) {
        return engine.inspect().table(name);
    }

    private static void users(Operations op) {
        op.createTable("users", column("id", INTEGER).primaryKey(), column("name", string(20)).notNull(),
                column("age", INTEGER));
        op.execute("INSERT INTO users (id, name, age) VALUES (1, 'Ada', 36)");
    }

    @DatabaseTest
    void tablesAndColumnsAreAddedRenamedAndDropped(Engine engine) {
        apply(engine, op -> {
            users(op);
            op.addColumn("users", column("city", string(9)).notNull().serverDefault("'Paris'"));
            op.alterColumn("users", "age", c -> c.rename("years").existingType(INTEGER));
            op.dropColumn("users", "city");
            op.addColumn("users", column("code", INTEGER).index());
            op.renameTable("users", "people");
        });

        assertThat(engine.inspect().tableNames()).contains("people").doesNotContain("users");
        assertThat(table(engine, "people").columns()).extracting(each -> each.name()).containsExactly("id", "name",
                "years", "code");
        assertThat(table(engine, "people").indexes()).extracting(each -> each.name()).contains("ix_users_code");
        assertThat(engine.<List<String>, RuntimeException>fromTransaction(connection -> connection
                .rows("SELECT years AS answer FROM people").stream().map(row -> row.text("answer")).toList()))
                .containsExactly("36");
    }

    @DatabaseTest(except = "sqlite")
    void columnsChangeTypeNullabilityAndDefault(Engine engine) {
        apply(engine, op -> {
            users(op);
            op.alterColumn("users", "age",
                    c -> c.type(BIGINT).existingType(INTEGER).notNull().serverDefault("7"));
            op.alterColumn("users", "name", c -> c.type(string(40)).nullable().existingType(string(20)));
            op.execute("INSERT INTO users (id) VALUES (2)");
        });

        var age = table(engine, "users").column("age").orElseThrow();
        assertThat(age.type()).isEqualTo(BIGINT);
        assertThat(age.isNullable()).isFalse();
        assertThat(age.defaultSql()).isEqualTo("7");
        assertThat(table(engine, "users").column("name").orElseThrow().type()).isEqualTo(string(40));
        assertThat(table(engine, "users").column("name").orElseThrow().isNullable()).isTrue();

        apply(engine, op -> op.alterColumn("users", "age",
                c -> c.dropServerDefault().nullable().existingType(BIGINT).existingServerDefault("7")));

        assertThat(table(engine, "users").column("age").orElseThrow().defaultSql()).isIn("", "NULL");
        assertThat(table(engine, "users").column("age").orElseThrow().isNullable()).isTrue();
    }

    @DatabaseTest(requires = Feature.COMMENTS)
    void commentsAreSetAndRemoved(Engine engine) {
        apply(engine, op -> {
            users(op);
            op.createTableComment("users", "it's people");
            op.alterColumn("users", "name", c -> c.comment("full").existingType(string(20)).existingNotNull());
        });
        assertThat(table(engine, "users").comment()).isEqualTo("it's people");
        assertThat(table(engine, "users").column("name").orElseThrow().comment()).isEqualTo("full");

        apply(engine, op -> {
            op.dropTableComment("users");
            op.alterColumn("users", "name", c -> c.dropComment().existingType(string(20)).existingNotNull());
        });

        assertThat(table(engine, "users").comment()).isEmpty();
        assertThat(table(engine, "users").column("name").orElseThrow().comment()).isEmpty();
        assertThat(table(engine, "users").column("name").orElseThrow().isNullable()).isFalse();
    }

    @DatabaseTest(except = "sqlite")
    void constraintsAreAddedAndDropped(Engine engine) {
        apply(engine, op -> {
            users(op);
            op.createTable("orders", column("number", INTEGER).notNull(), column("user_id", INTEGER));
            op.createPrimaryKey("pk_orders", "orders", "number");
            op.createUniqueConstraint("uq_user", "orders", "user_id");
            op.createCheckConstraint("ck_number", "orders", "number > 0");
            op.createForeignKey("fk_user", "orders", "users", List.of("user_id"), List.of("id"),
                    key -> key.onDelete(ReferentialAction.CASCADE));
        });
        var orders = table(engine, "orders");
        assertThat(orders.primaryKey().columns()).containsExactly("number");
        assertThat(orders.foreignKeys()).singleElement().satisfies(key -> {
            assertThat(key.name()).isEqualTo("fk_user");
            assertThat(key.onDelete()).isEqualTo("CASCADE");
        });
        assertThatThrownBy(() -> apply(engine, op -> op.execute("INSERT INTO orders VALUES (0, 1)")))
                .isInstanceOf(IntegrityException.class);

        apply(engine, op -> {
            op.dropConstraint("fk_user", "orders", ConstraintKind.FOREIGN_KEY);
            op.dropConstraint("uq_user", "orders", ConstraintKind.UNIQUE);
            op.dropConstraint("ck_number", "orders", ConstraintKind.CHECK);
            op.dropConstraint("pk_orders", "orders", ConstraintKind.PRIMARY_KEY);
            op.execute("INSERT INTO orders VALUES (0, 9)");
        });

        orders = table(engine, "orders");
        assertThat(orders.primaryKey().columns()).isEmpty();
        assertThat(orders.foreignKeys()).isEmpty();
        assertThat(orders.uniqueConstraints()).isEmpty();
        assertThat(orders.checks()).isEmpty();
    }

    @DatabaseTest
    void indexesAreCreatedWithOrderUniquenessAndOptions(Engine engine) {
        apply(engine, op -> {
            users(op);
            op.createIndex("users", Index.on("name", "age").named("ix_both").unique());
            op.concurrently().createIndex("ix_age", "users", "age");
            op.dropIndex("ix_both", "users");
            op.createIndex("users", Index.on(column("age", INTEGER).desc()).named("ix_down"));
        });

        assertThat(table(engine, "users").indexes()).extracting(each -> each.name()).contains("ix_age", "ix_down")
                .doesNotContain("ix_both");
        assertThat(table(engine, "users").indexes()).filteredOn(each -> each.name().equals("ix_down")).singleElement()
                .satisfies(index -> assertThat(index.terms().get(0).isDescending()).isTrue());
    }

    @DatabaseTest(only = "postgresql")
    void enumerationsAreCreatedOnceAndGetValues(Engine engine) {
        var state = new LabelType("state", "", List.of("open", "paid"));
        apply(engine, op -> {
            op.createTable("one", column("state", state));
            op.createTable("two", column("state", state));
            op.addColumn("two", column("other", new LabelType("other", "", List.of("x"))));
            op.addEnumValue("state", "it's late");
        });
        apply(engine, op -> op.execute("INSERT INTO one VALUES ('it''s late')"));

        assertThat(engine.inspect().table("one").column("state").orElseThrow().type())
                .isEqualTo(new LabelType("state", "", List.of("open", "paid", "it's late")));
        apply(engine, op -> {
            op.dropTable("one");
            op.dropTable("two");
            op.dropEnum(state);
        });
        assertThat(engine.hasType("", "state")).isFalse();
    }

    @DatabaseTest(only = "postgresql")
    void exclusionConstraintsAreAddedAndDropped(Engine engine) {
        apply(engine, op -> {
            op.createTable("rooms", column("room", INTEGER));
            op.createExcludeConstraint("rooms",
                    ExclusionConstraint.using("btree").with("room", "=").named("ex_room"));
            op.execute("INSERT INTO rooms VALUES (1)");
        });
        assertThatThrownBy(() -> apply(engine, op -> op.execute("INSERT INTO rooms VALUES (1)")))
                .isInstanceOf(IntegrityException.class);

        apply(engine, op -> {
            op.dropConstraint("ex_room", "rooms");
            op.execute("INSERT INTO rooms VALUES (1)");
        });

        assertThat(engine.<Integer, RuntimeException>fromTransaction(
                connection -> connection.rows("SELECT room FROM rooms").size())).isEqualTo(2);
    }

    @DatabaseTest(requires = Feature.SEQUENCES)
    void sequencesAreCreatedAndDropped(Engine engine) {
        apply(engine, op -> op.createSequence(Sequence.of("numbers").from(5, 2)));
        assertThat(engine.hasSequence("", "numbers")).isTrue();

        apply(engine, op -> op.dropSequence(Sequence.of("numbers")));

        assertThat(engine.hasSequence("", "numbers")).isFalse();
    }

    @DatabaseTest(only = {"postgresql", "h2"})
    void schemasAndTheirTablesAreCreatedAndDropped(Engine engine) {
        var name = "own_" + System.nanoTime();
        apply(engine, op -> {
            op.createSchema(name);
            op.inSchema(name).createTable("parents", column("id", INTEGER).primaryKey());
            op.inSchema(name).createTable("things", column("id", INTEGER).primaryKey(),
                    column("parent", INTEGER).references(name + ".parents.id"));
            op.inSchema(name).addColumn("things", column("size", INTEGER));
            op.inSchema(name).createIndex("ix_size", "things", "size");
        });
        assertThat(engine.inspect().table(name, "things").columns()).extracting(each -> each.name())
                .containsExactly("id", "parent", "size");
        assertThat(engine.inspect().table(name, "things").foreignKeys()).hasSize(1);

        apply(engine, op -> op.cascade().dropSchema(name));

        assertThat(engine.inspect().schemaNames()).doesNotContain(name);
    }

    @DatabaseTest
    void expressionsAndDdlAreExecuted(Engine engine) {
        apply(engine, op -> {
            var table = op.createTable("users", column("id", INTEGER).primaryKey(), column("name", string(20)));
            op.execute(Sql.insertInto(table).values(table.column("id"), 1).values(table.column("name"), "it's ?"));
            op.execute(Sql.update(table).set(table.column("name", String.class), Sql.literal("b:c")));
            op.execute(new TextDdl("CREATE TABLE other (id INTEGER)"));
        });

        assertThat(engine.<String, RuntimeException>fromTransaction(
                connection -> connection.rows("SELECT name AS answer FROM users").get(0).text("answer")))
                .isEqualTo("b:c");
        assertThat(engine.inspect().hasTable("other")).isTrue();
    }

    @DatabaseTest(only = "mariadb")
    void aDefinitionThatWouldBeRepeatedMustBeKnown(Engine engine) {
        assertThatThrownBy(() -> apply(engine, op -> {
            users(op);
            op.alterColumn("users", "age", c -> c.notNull());
        })).isInstanceOf(MigrationException.class).hasMessage("Dialect \"mariadb\" repeats the definition of column "
                + "\"users.age\" to change it, so its type must be known. Add existingType(...) to the change.");
    }
}
