package dev.rubedo.migrate.effect;

import static dev.rubedo.schema.Column.column;
import static dev.rubedo.type.Types.INTEGER;
import static dev.rubedo.type.Types.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.dialect.Dialect;
import dev.rubedo.dialect.h2.H2Dialect;
import dev.rubedo.error.DuplicateColumnException;
import dev.rubedo.error.NoSuchSchemaColumnException;
import dev.rubedo.error.NoSuchTableException;
import dev.rubedo.migrate.error.MigrationException;
import dev.rubedo.migrate.operation.CustomOperation;
import dev.rubedo.migrate.operation.Operations;
import dev.rubedo.migrate.operation.RecordedOperations;
import dev.rubedo.migrate.operation.UpgradeOperations;
import dev.rubedo.migrate.snapshot.ColumnSnapshot;
import dev.rubedo.migrate.snapshot.ConstraintKind;
import dev.rubedo.migrate.snapshot.SchemaSnapshot;
import dev.rubedo.migrate.snapshot.TableName;
import dev.rubedo.schema.DdlElement;
import dev.rubedo.schema.NamingConvention;
import dev.rubedo.schema.Sequence;
import dev.rubedo.type.LabelType;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What operations make of a schema in memory. */
class SchemaReplayTest {
    private static final TableName USERS = TableName.of("users");
    private static final TableName ORDERS = TableName.of("orders");

    private final SchemaSnapshot start = replay(SchemaSnapshot.EMPTY, op -> {
        op.createTable("users", column("id", INTEGER).primaryKey(), column("name", string(20)).unique());
        op.createTable("orders", column("id", INTEGER).primaryKey(),
                column("user_id", INTEGER).references("users.id").foreignKeyName("fk_user").check("user_id > 0"));
        op.createIndex("ix_user", "orders", "user_id");
    });

    private static SchemaSnapshot replay(SchemaSnapshot before, Consumer<Operations> work) {
        var recorded = new RecordedOperations(new H2Dialect(), NamingConvention.DEFAULT);
        work.accept(new Operations(recorded));
        return SchemaReplay.apply(before, recorded.operations());
    }

    @Test
    void reversedOperationsLeadBack() {
        var recorded = new RecordedOperations(new H2Dialect(), NamingConvention.DEFAULT);
        var op = new Operations(recorded);
        op.addColumn("users", column("age", INTEGER).index());
        op.createCheckConstraint("ck", "users", "age > 0");
        op.alterColumn("users", "age", c -> c.rename("years").notNull().existingNullable().type(string(3))
                .existingType(INTEGER));
        op.renameTable("users", "people");
        op.createSequence(Sequence.of("numbers"));
        op.createUniqueConstraint("uq_user", "orders", "user_id");
        var up = new UpgradeOperations(recorded.operations());

        var after = SchemaReplay.apply(start, up.operations());

        assertThat(after.require(TableName.of("people")).require("years").isNullable()).isFalse();
        assertThat(after.sequences()).hasSize(1);
        assertThat(SchemaReplay.apply(after, up.reverse().operations())).isEqualTo(start);
    }

    @Test
    void renamingATableOrColumnReachesForeignKeysIndexesAndChecks() {
        var after = replay(start, op -> {
            op.renameTable("users", "people");
            op.alterColumn("people", "id", c -> c.rename("number"));
            op.alterColumn("orders", "user_id", c -> c.rename("person"));
        });

        var orders = after.require(ORDERS);
        assertThat(orders.foreignKeys().get(0).target()).isEqualTo(TableName.of("people"));
        assertThat(orders.foreignKeys().get(0).targetColumns()).containsExactly("number");
        assertThat(orders.foreignKeys().get(0).columns()).containsExactly("person");
        assertThat(orders.findIndex("ix_user").orElseThrow().columns()).containsExactly("person");
        assertThat(orders.require("person").checks().get(0).condition()).hasToString("person > 0");
        assertThat(after.require(TableName.of("people")).primaryKey().orElseThrow().columnNames())
                .containsExactly("number");
    }

    @Test
    void droppingAColumnTakesItsConstraintsAndIndexesAlong() {
        var after = replay(start, op -> op.dropColumn("orders", "user_id")).require(ORDERS);

        assertThat(after.columns()).extracting(ColumnSnapshot::name).containsExactly("id");
        assertThat(after.foreignKeys()).isEmpty();
        assertThat(after.indexes()).isEmpty();
    }

    @Test
    void aPrimaryKeyIsDroppedWhateverItsName() {
        var after = replay(start, op -> {
            op.dropConstraint("anything", "users", ConstraintKind.PRIMARY_KEY);
            op.createPrimaryKey("pk_name", "users", "name");
        }).require(USERS);

        assertThat(after.primaryKey().orElseThrow().columnNames()).containsExactly("name");
        assertThat(after.require("name").isNullable()).isFalse();
    }

    @Test
    void whatIsNotPossibleIsRefusedWithNames() {
        assertThatThrownBy(() -> replay(start, op -> op.createTable("users", column("a", INTEGER))))
                .isInstanceOf(MigrationException.class)
                .hasMessage("Table \"users\" already exists at this point of the revisions. Remove the operation, or "
                        + "use ifNotExists().");
        assertThatThrownBy(() -> replay(start, op -> op.dropTable("x"))).isInstanceOf(NoSuchTableException.class);
        assertThatThrownBy(() -> replay(start, op -> op.addColumn("users", column("name", INTEGER))))
                .isInstanceOf(DuplicateColumnException.class);
        assertThatThrownBy(() -> replay(start, op -> op.dropColumn("users", "x")))
                .isInstanceOf(NoSuchSchemaColumnException.class)
                .hasMessage("Table \"users\" has no column \"x\"; it has [id, name]");
        assertThatThrownBy(() -> replay(start, op -> op.dropIndex("x", "orders")))
                .isInstanceOf(MigrationException.class)
                .hasMessage("Table \"orders\" has no index \"x\" at this point of"
                        + " the revisions; it has [ix_user]. Correct the name, or use ifExists().");
        assertThatThrownBy(() -> replay(start, op -> op.dropConstraint("x", "orders")))
                .isInstanceOf(MigrationException.class);
        assertThatThrownBy(() -> replay(start, op -> op.createIndex("i", "users", "x")))
                .isInstanceOf(NoSuchSchemaColumnException.class);
        assertThatThrownBy(() -> replay(start, op -> op.alterColumn("users", "id", c -> c.rename("name"))))
                .isInstanceOf(DuplicateColumnException.class);
    }

    @Test
    void whatExistsOrIsMissingMayBeTolerated() {
        var after = replay(start, op -> {
            op.ifNotExists().createTable("users", column("a", INTEGER));
            op.ifNotExists().addColumn("users", column("name", INTEGER));
            op.ifNotExists().createIndex("ix_user", "orders", "user_id");
            op.ifExists().dropTable("x");
            op.ifExists().dropColumn("users", "x");
            op.ifExists().dropIndex("x", "orders");
            op.ifExists().dropConstraint("x", "orders");
        });

        assertThat(after).isEqualTo(start);
    }

    @Test
    void aBatchCanReorderColumns() {
        var after = replay(start, op -> {
            try (var batch = op.batchAlterTable("users", with -> with.ordered("age", "name"))) {
                batch.addColumn(column("age", INTEGER));
            }
        });

        assertThat(after.require(USERS).columns()).extracting(ColumnSnapshot::name).containsExactly("id", "age",
                "name");
    }

    @Test
    void anEnumGetsAValue() {
        var after = replay(start, op -> {
            op.createTable("t", column("s", new LabelType("state", "", List.of("a"))));
            op.addEnumValue("state", "b");
        });

        assertThat(after.require(TableName.of("t")).require("s").type())
                .isEqualTo(new LabelType("state", "", List.of("a", "b")));
    }

    @Test
    void sqlLeavesTheSchemaAndOperationsOfUsersSayWhatTheyDo() {
        var custom = new CustomOperation() {
            @Override
            public List<DdlElement> ddl(Dialect dialect) {
                return List.of();
            }

            @Override
            public SchemaSnapshot effect(SchemaSnapshot before) {
                return before.without(ORDERS);
            }

            @Override
            public String describe() {
                return "forget orders";
            }
        };

        assertThat(replay(start, op -> op.execute("DROP TABLE orders"))).isEqualTo(start);
        assertThat(replay(start, op -> op.invoke(custom)).find(ORDERS)).isEmpty();
    }
}
