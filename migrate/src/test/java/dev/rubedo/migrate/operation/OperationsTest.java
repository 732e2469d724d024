package dev.rubedo.migrate.operation;

import static dev.rubedo.schema.Column.column;
import static dev.rubedo.type.Types.INTEGER;
import static dev.rubedo.type.Types.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.dialect.h2.H2Dialect;
import dev.rubedo.migrate.error.IrreversibleOperationException;
import dev.rubedo.migrate.error.MigrationException;
import dev.rubedo.migrate.snapshot.ConstraintKind;
import dev.rubedo.migrate.snapshot.ConstraintSnapshot;
import dev.rubedo.migrate.snapshot.ForeignKeySnapshot;
import dev.rubedo.migrate.snapshot.IndexSnapshot;
import dev.rubedo.migrate.snapshot.TableName;
import dev.rubedo.schema.CheckConstraint;
import dev.rubedo.schema.Deferrability;
import dev.rubedo.schema.ExclusionConstraint;
import dev.rubedo.schema.Identity;
import dev.rubedo.schema.Index;
import dev.rubedo.schema.NamingConvention;
import dev.rubedo.schema.PrimaryKey;
import dev.rubedo.schema.ReferentialAction;
import dev.rubedo.schema.Sequence;
import dev.rubedo.schema.UniqueConstraint;
import dev.rubedo.sql.Sql;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the operations of a revision record. */
class OperationsTest {
    private final RecordedOperations recorded = new RecordedOperations(new H2Dialect(), NamingConvention.DEFAULT);
    private final Operations op = new Operations(recorded);

    private MigrationOperation only() {
        assertThat(recorded.operations()).hasSize(1);
        return recorded.operations().get(0);
    }

    @Test
    void createTableRecordsColumnsConstraintsAndIndexesAndReturnsTheTable() {
        var table = op.createTable("shop.orders", column("id", INTEGER).primaryKey(),
                column("user_id", INTEGER).references("users.id").onDelete(ReferentialAction.CASCADE),
                column("code", string(10)).notNull().unique(), Index.on("user_id", "code").named("ix_x"),
                CheckConstraint.of("id > 0").named("ck_id"));

        var definition = ((CreateTableOperation) only()).definition();
        assertThat(definition.name()).isEqualTo(new TableName("shop", "orders"));
        assertThat(definition.columns()).extracting("name").containsExactly("id", "user_id", "code");
        assertThat(definition.primaryKey().orElseThrow()).isEqualTo(PrimaryKey.on("id").named("pk_orders"));
        assertThat(definition.foreignKeys()).containsExactly(new ForeignKeySnapshot("fk_orders_user_id_users",
                List.of("user_id"), TableName.of("users"), List.of("id"), ReferentialAction.CASCADE,
                ReferentialAction.DEFAULT, Deferrability.DEFAULT));
        assertThat(definition.findConstraint("uq_orders_code")).isPresent();
        assertThat(definition.findConstraint("ck_id")).isPresent();
        assertThat(definition.indexes()).containsExactly(IndexSnapshot.of("ix_x", List.of("user_id", "code")));
        assertThat(table.column("code").isNullable()).isFalse();
    }

    @Test
    void namesOfChecksAreFinalAlthoughAConventionWouldChangeThem() {
        op.createTable("t", column("a", INTEGER), CheckConstraint.of("a > 0").named("positive"));

        assertThat(((CreateTableOperation) only()).definition().constraints()).extracting("name")
                .containsExactly("positive");
    }

    @Test
    void createTableIsReversedByDropTableAndBack() {
        op.ifNotExists().createTable("t", column("a", INTEGER).primaryKey());

        assertThat(only().reverse()).isInstanceOf(DropTableOperation.class);
        assertThat(only().reverse().reverse()).isEqualTo(only());
        assertThat(only().reverse().isDestructive()).isTrue();
    }

    @Test
    void dropTableAloneCannotBeReversed() {
        op.ifExists().dropTable("shop.orders");

        assertThat(only()).isEqualTo(new DropTableOperation(TableName.of("shop.orders"), null, true));
        assertThatThrownBy(() -> only().reverse()).isInstanceOf(IrreversibleOperationException.class)
                .hasMessage("Cannot undo \"drop table \"shop.orders\"\": its definition is not known. Write the "
                        + "downgrade by hand.");
    }

    @Test
    void aSchemaAppliesToTablesThatNameNone() {
        var app = op.inSchema("app");
        app.renameTable("a", "b");
        app.renameTable("other.a", "b");

        assertThat(recorded.operations()).containsExactly(
                new RenameTableOperation(new TableName("app", "a"), "b"),
                new RenameTableOperation(new TableName("other", "a"), "b"));
        assertThat(recorded.operations().get(0).reverse())
                .isEqualTo(new RenameTableOperation(new TableName("app", "b"), "a"));
    }

    @Test
    void addColumnTakesTheConstraintsAndIndexesOfTheColumnAlong() {
        op.ifNotExists().inlineReferences().addColumn("users",
                column("boss", INTEGER).references("users.id").foreignKeyName("fk_boss").index());

        var add = (AddColumnOperation) only();
        assertThat(add.column().name()).isEqualTo("boss");
        assertThat(add.constraints()).extracting(ConstraintSnapshot::name).containsExactly("fk_boss");
        assertThat(add.indexes()).extracting(IndexSnapshot::name).containsExactly("ix_users_boss");
        assertThat(add.options()).isEqualTo(new AddColumnOperation.Options(true, true));
        assertThat(add.reverse().reverse()).isEqualTo(add);
    }

    @Test
    void alterColumnIsReversedByWhatExistedBefore() {
        op.alterColumn("t", "a", c -> c.rename("b").type(string(9)).existingType(string(5)).notNull().existingNullable()
                .dropServerDefault().existingServerDefault("1").comment("new").existingComment("old"));

        var back = (AlterColumnOperation) only().reverse();
        assertThat(back.column()).isEqualTo("b");
        assertThat(back.change().name()).isEqualTo("a");
        assertThat(back.change().type()).isEqualTo(string(5));
        assertThat(back.change().isNullable()).isTrue();
        assertThat(back.change().comment()).isEqualTo("old");
        assertThat(back.change().serverDefault()).isNotNull();
        assertThat(back.reverse().change()).isEqualTo(((AlterColumnOperation) only()).change());
    }

    @Test
    void alterColumnReversesIdentitiesDefaultsAndCommentsThatWereOrWereNotThere() {
        var counting = new Identity(false, 1, 1);
        op.alterColumn("t", "a", c -> c.identity(counting).existingNoIdentity().serverDefault("2")
                .existingNoServerDefault().dropComment().existingComment("old").autoincrement(true)
                .existingAutoincrement(false));
        op.alterColumn("t", "b", c -> c.dropIdentity().existingIdentity(counting));

        var back = ((AlterColumnOperation) recorded.operations().get(0).reverse()).change();
        assertThat(back.identity()).isEqualTo(new ColumnChange.Value<>(null));
        assertThat(back.serverDefault()).isEqualTo(new ColumnChange.Value<>(null));
        assertThat(back.comment()).isEqualTo("old");
        assertThat(back.autoincrement()).isFalse();
        assertThat(((AlterColumnOperation) recorded.operations().get(1).reverse()).change().identity())
                .isEqualTo(new ColumnChange.Value<>(counting));
    }

    @Test
    void alterColumnWithoutTheStateBeforeCannotBeReversed() {
        op.alterColumn("t", "a", c -> c.type(string(9)));

        assertThatThrownBy(() -> only().reverse()).isInstanceOf(IrreversibleOperationException.class)
                .hasMessage("Cannot undo \"alter column \"t.a\"\": its previous type is not known. Write the "
                        + "downgrade by hand.");
    }

    @Test
    void alterColumnThatChangesNothingIsRefused() {
        assertThatThrownBy(() -> op.alterColumn("t", "a", c -> c.existingType(INTEGER)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("alterColumn(\"t\", \"a\", ...) changes nothing: set a name, type, nullability, default, "
                        + "identity or comment");
    }

    @Test
    void indexesAreRecordedWithTheirTermsAndOptions() {
        op.concurrently().createIndex("t", Index.on("a").named("ix_a").unique().including("b")
                .option("postgresql", "fillfactor", "70"));
        op.createIndex("t", Index.on(Sql.text("lower(a)", string(9)).desc()).named("ix_lower"));
        op.ifExists().concurrently().dropIndex("ix_a", "t");

        var first = (CreateIndexOperation) recorded.operations().get(0);
        assertThat(first.isConcurrent()).isTrue();
        assertThat(first.index().isUnique()).isTrue();
        assertThat(first.index().including()).containsExactly("b");
        assertThat(first.index().options()).containsEntry("postgresql.fillfactor", "70");
        assertThat(((CreateIndexOperation) recorded.operations().get(1)).index().terms()).singleElement()
                .satisfies(term -> assertThat(term.expression()).isNotNull());
        assertThat(recorded.operations().get(2))
                .isEqualTo(new DropIndexOperation(TableName.of("t"), "ix_a", null, true, true));
        assertThat(first.reverse().reverse()).isEqualTo(first);
    }

    @Test
    void constraintsAreRecordedByKind() {
        op.createPrimaryKey("pk", "t", "a", "b");
        op.createUniqueConstraint("uq", "t", "a");
        op.createCheckConstraint("ck", "t", "a > 0");
        op.createForeignKey("fk", "app.t", "core.u", List.of("a"), List.of("x"),
                key -> key.onUpdate(ReferentialAction.SET_NULL).deferrable(Deferrability.INITIALLY_DEFERRED));
        op.cascade().dropConstraint("uq", "t", ConstraintKind.UNIQUE);
        op.createExcludeConstraint("t", ExclusionConstraint.using("gist").with("r", "&&").named("ex"));

        assertThat(recorded.operations().subList(0, 3)).extracting(MigrationOperation::describe).containsExactly(
                "add primary key \"pk\" to table \"t\"", "add unique constraint \"uq\" to table \"t\"",
                "add check constraint \"ck\" to table \"t\"");
        assertThat(recorded.operations().get(3)).isEqualTo(new AddConstraintOperation(TableName.of("app.t"),
                new ForeignKeySnapshot("fk", List.of("a"), TableName.of("core.u"), List.of("x"),
                        ReferentialAction.DEFAULT, ReferentialAction.SET_NULL, Deferrability.INITIALLY_DEFERRED)));
        assertThat(recorded.operations().get(4)).isEqualTo(
                new DropConstraintOperation(TableName.of("t"), "uq", ConstraintKind.UNIQUE, null, false, true));
        assertThat(recorded.operations().get(1).reverse()).isEqualTo(new DropConstraintOperation(TableName.of("t"),
                "uq", ConstraintKind.UNIQUE, new ConstraintSnapshot.Unique(UniqueConstraint.on("a").named("uq")),
                false, false));
        assertThat(recorded.operations().get(5).reverse().describe())
                .isEqualTo("drop exclusion constraint \"ex\" of table "
                        + "\"t\"");
    }

    @Test
    void anOptionThatAnOperationDoesNotHaveIsRefused() {
        assertThatThrownBy(() -> op.concurrently().dropTable("t")).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("concurrently() does not apply to dropTable(...): remove it");
        assertThatThrownBy(() -> op.ifNotExists().execute("SELECT 1")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> op.cascade().createIndex("i", "t", "a"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void batchesAndStepsOutsideTransactionsContainOperations() {
        try (var batch = op.batchAlterTable("t", with -> with.recreateAlways())) {
            batch.addColumn(column("a", INTEGER));
            batch.dropColumn("b");
        }
        op.outsideTransaction(outside -> outside.execute("VACUUM"));

        var batch = (BatchOperation) recorded.operations().get(0);
        assertThat(batch.operations()).extracting(MigrationOperation::describe).containsExactly("add column \"t.a\"",
                "drop column \"t.b\"");
        assertThat(batch.options().recreate()).isEqualTo(BatchOptions.Recreate.ALWAYS);
        assertThat(batch.isDestructive()).isTrue();
        assertThat(recorded.operations().get(1).describe()).isEqualTo("outside transactions: execute \"VACUUM\"");
    }

    @Test
    void aBatchWithoutChangesRecordsNothing() {
        op.batchAlterTable("t").close();

        assertThat(recorded.operations()).isEmpty();
    }

    @Test
    void aBatchContainsOnlyChangesOfItsTable() {
        assertThatThrownBy(() -> new BatchOperation(TableName.of("t"),
                List.of(new DropColumnOperation(TableName.of("u"), "a")), BatchOptions.DEFAULT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A batch for table \"t\" cannot drop column \"u.a\"");
    }

    @Test
    void sequencesSchemasAndSqlAreRecorded() {
        op.inSchema("s").createSequence(Sequence.of("q"));
        op.createSchema("x");
        op.execute("UPDATE t SET a = 1");
        var table = op.createTable("r", column("a", INTEGER));
        op.bulkInsert(table, List.of(Map.of("a", 1), Map.of("a", 2)));

        assertThat(recorded.operations()).extracting(MigrationOperation::describe).containsExactly(
                "create sequence \"q\"", "create schema \"x\"", "execute \"UPDATE t SET a = 1\"",
                "create table \"r\"", "insert 2 rows into table \"r\"");
        assertThat(((CreateSequenceOperation) recorded.operations().get(0)).sequence().schema()).isEqualTo("s");
    }

    @Test
    void thereIsNoConnectionWhileOperationsAreRecorded() {
        assertThat(op.isOffline()).isTrue();
        assertThatThrownBy(op::connection).isInstanceOf(MigrationException.class)
                .hasMessageStartingWith("There is no connection");
    }

    @Test
    void anUpgradeIsReversedFromItsEnd() {
        op.createTable("t", column("a", INTEGER));
        op.createIndex("ix", "t", "a");

        var down = new UpgradeOperations(recorded.operations()).reverse();

        assertThat(down.operations()).extracting(MigrationOperation::describe).containsExactly(
                "drop index \"ix\" of table \"t\"", "drop table \"t\"");
    }

    @Test
    void aMigrationWithoutDowngradeRefusesIt() {
        Migration migration = up -> up.execute("SELECT 1");

        assertThatThrownBy(() -> RecordedOperations.downgrade(migration, new H2Dialect()))
                .isInstanceOf(IrreversibleOperationException.class);
        assertThat(RecordedOperations.upgrade(migration, new H2Dialect())).hasSize(1);
    }
}
