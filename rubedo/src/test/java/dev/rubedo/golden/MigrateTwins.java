package dev.rubedo.golden;

import static dev.rubedo.schema.Column.column;
import static dev.rubedo.sql.Sql.literal;
import static dev.rubedo.type.Types.BOOLEAN;
import static dev.rubedo.type.Types.INTEGER;
import static dev.rubedo.type.Types.TIMESTAMP;
import static dev.rubedo.type.Types.string;

import dev.rubedo.migrate.operation.Operations;
import dev.rubedo.migrate.snapshot.ConstraintKind;
import dev.rubedo.migrate.snapshot.TableSnapshot;
import dev.rubedo.schema.Deferrability;
import dev.rubedo.schema.Index;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.ReferentialAction;
import dev.rubedo.schema.TableOption;
import dev.rubedo.sql.Functions;
import dev.rubedo.sql.Sql;
import dev.rubedo.type.LabelType;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Operations of migrations. */
final class MigrateTwins {

    private MigrateTwins() {}

    private static void add(Twins twins, String id, Consumer<Operations> operations) {
        twins.add("migrate." + id, () -> new Script(operations));
    }

    static void add(Twins twins) {
        addColumns(twins);
        addAlterations(twins);
        addBatches(twins);
        addConstraints(twins);
        addTables(twins);
        addDifferences(twins);
    }

    private static void addDifferences(Twins twins) {
        for (var id : List.of("alter_default", "alter_default_expr", "alter_missing_type", "alter_nullable_true",
                "alter_type")) {
            twins.differs("migrate." + id, "sqlite", "this server refuses the recorded text");
        }
        for (var id : List.of("alter_default", "alter_default_expr")) {
            twins.differs("migrate." + id, "mysql mariadb", "the definition is repeated");
        }
        twins.differs("migrate.add_column_comment_boolean", "oracle", "23 has booleans");
        for (var id : List.of("alter_rename", "quoted_names")) {
            twins.differs("migrate." + id, "mysql mariadb postgresql", "RENAME COLUMN needs no definition");
            twins.differs("migrate." + id, "mssql", "the new name is a string");
        }
        for (var id : List.of("alter_default", "alter_default_expr", "drop_column_mssql")) {
            twins.differs("migrate." + id, "mssql", "constraints of the column are dropped always, and together");
        }
        for (var id : List.of("batch_always", "rename_table")) {
            twins.differs("migrate." + id, "mssql", "the new name is a string");
        }
        for (var id : List.of("add_column_comment_boolean", "alter_comment", "create_table_comment")) {
            twins.differs("migrate." + id, "mssql", "comments are extended properties, which are not written");
        }
        twins.differs("migrate.add_column_fk", "sqlite", "the foreign key is written with the column");
        twins.differs("migrate.add_column_identity_computed", "sqlite mysql mariadb",
                "the recorded text leaves the identity out; here it is refused");
        twins.differs("migrate.batch_always", "sqlite", "views and triggers survive by legacy_alter_table");
        twins.differs("migrate.batch_constraints", "sqlite", "views and triggers survive by legacy_alter_table");
        twins.differs("migrate.bulk_insert_single", "mssql", "a plain column is no identity");
        twins.differs("migrate.create_fk", "oracle", "the recorded text leaves ON UPDATE out; here it is refused");
        twins.differs("migrate.create_fk_schema", "mysql mariadb mssql", "this server refuses the recorded text");
        twins.differs("migrate.create_index_if", "mysql mssql oracle",
                "the recorded text leaves the option out, or is refused by the server; here it is refused");
        twins.differs("migrate.create_table_if_not_exists", "mssql",
                "the recorded text leaves the option out; here it is refused");
        twins.differs("migrate.drop_constraint_if_exists", "mysql mssql oracle",
                "the recorded text leaves the option out; here it is refused");
        twins.differs("migrate.drop_constraint_if_exists", "mariadb", "this server has the option");
        twins.differs("migrate.drop_constraint_untyped", "mariadb", "this server drops a constraint of any kind");
        twins.differs("migrate.enum_column", "sqlite mssql oracle", "the values are checked");
    }

    private static void addColumns(Twins twins) {
        add(twins, "add_column", op -> {
            op.addColumn("account", column("a", INTEGER));
            op.addColumn("account", column("b", string(10)).serverDefault("'x'").notNull());
        });
        add(twins, "add_column_comment_boolean", op -> op.addColumn("account",
                column("flag", BOOLEAN).serverDefault(literal(true)).comment("the flag")));
        add(twins, "add_column_fk", op -> op.addColumn("account",
                column("owner_id", INTEGER).references("users.id").foreignKeyName("fk_o")));
        add(twins, "add_column_identity_computed", op -> {
            op.addColumn("account", column("c", INTEGER).computed("a + 1"));
            op.addColumn("account", column("i", INTEGER).identity(3, 1).notNull());
        });
        add(twins, "add_column_index_unique", op -> {
            op.addColumn("account", column("a", INTEGER).index());
            op.inSchema("app").addColumn("account", column("b", INTEGER).unique());
        });
        add(twins, "drop_column_mssql", op -> op.dropColumn("account", "a"));
    }

    private static void addAlterations(Twins twins) {
        add(twins, "alter_comment", op -> op.alterColumn("account", "a",
                c -> c.comment("new").existingComment("old").existingType(INTEGER)));
        add(twins, "alter_default", op -> {
            op.alterColumn("account", "a", c -> c.serverDefault("'7'").existingType(INTEGER).existingNullable());
            op.alterColumn("account", "a", c -> c.dropServerDefault().existingType(INTEGER).existingNullable());
        });
        add(twins, "alter_default_expr", op -> op.alterColumn("account", "a",
                c -> c.serverDefault(Functions.now()).existingType(TIMESTAMP)));
        add(twins, "alter_missing_type", op -> op.alterColumn("account", "a", c -> c.notNull()));
        add(twins, "alter_nullable_true", op -> op.alterColumn("account", "a",
                c -> c.nullable().existingType(string(5)).existingServerDefault("'x'")));
        add(twins, "alter_rename", op -> op.alterColumn("account", "a",
                c -> c.rename("b").existingType(INTEGER).existingNullable()));
        add(twins, "alter_type", op -> op.alterColumn("account", "a",
                c -> c.type(string(100)).existingType(string(50)).existingNotNull()));
        add(twins, "quoted_names", op -> {
            op.addColumn("Order", column("select", INTEGER));
            op.alterColumn("Order", "select", c -> c.rename("From").existingType(INTEGER));
            op.dropColumn("Order", "From");
        });
        add(twins, "rename_table", op -> {
            op.renameTable("old_t", "new_t");
            op.inSchema("app").renameTable("Old", "new_t");
        });
    }

    private static TableSnapshot account() {
        return TableSnapshot.of(new MetaData().table("account", column("id", INTEGER).primaryKey(),
                column("a", string(5)), column("b", INTEGER)));
    }

    private static void addBatches(Twins twins) {
        add(twins, "batch_add_only", op -> {
            try (var batch = op.batchAlterTable("account")) {
                batch.addColumn(column("c", INTEGER));
            }
        });
        add(twins, "batch_always", op -> {
            try (var batch = op.batchAlterTable("account", with -> with.copyFrom(account()).recreateAlways())) {
                batch.addColumn(column("c", INTEGER).serverDefault("'1'"));
            }
        });
        add(twins, "batch_constraints", op -> {
            try (var batch = op.batchAlterTable("account", with -> with.copyFrom(account()))) {
                batch.createUniqueConstraint("uq_a", "a");
                batch.createForeignKey("fk_b", "users", List.of("b"), List.of("id"), key -> key);
                batch.createCheckConstraint("ck_b", "b > 1");
                batch.createIndex("ix_b", "b");
            }
        });
    }

    private static void addConstraints(Twins twins) {
        add(twins, "create_check", op -> {
            op.createCheckConstraint("ck_a", "account", "a > 5");
            var b = column("b", string(1));
            new MetaData().table("account", b);
            op.createCheckConstraint("ck_b", "account", b.in("x", "y"));
        });
        add(twins, "create_fk", op -> op.createForeignKey("fk_o", "account", "users", List.of("owner_id"),
                List.of("id"),
                key -> key.onDelete(ReferentialAction.CASCADE).onUpdate(ReferentialAction.SET_NULL)));
        add(twins, "create_fk_schema", op -> op.createForeignKey("fk_o", "app.account", "core.users",
                List.of("a", "b"), List.of("x", "y"), key -> key.deferrable(Deferrability.INITIALLY_DEFERRED)));
        add(twins, "create_index", op -> {
            op.createIndex("ix_a", "account", "a");
            op.inSchema("app").createIndex("account", Index.on("a", "b").named("ix_ab").unique());
        });
        add(twins, "create_index_if", op -> {
            op.ifNotExists().createIndex("ix_a", "account", "a");
            op.ifExists().dropIndex("ix_a", "account");
        });
        add(twins, "create_pk", op -> op.createPrimaryKey("pk_account", "account", "id", "version"));
        add(twins, "create_unique", op -> op.createUniqueConstraint("uq_ab", "account", "a", "b"));
        add(twins, "drop_constraint_check", op -> op.dropConstraint("c_name", "account", ConstraintKind.CHECK));
        add(twins, "drop_constraint_foreignkey",
                op -> op.dropConstraint("c_name", "account", ConstraintKind.FOREIGN_KEY));
        add(twins, "drop_constraint_if_exists",
                op -> op.ifExists().dropConstraint("c_name", "account", ConstraintKind.CHECK));
        add(twins, "drop_constraint_primary",
                op -> op.dropConstraint("c_name", "account", ConstraintKind.PRIMARY_KEY));
        add(twins, "drop_constraint_untyped", op -> op.dropConstraint("c_name", "account"));
    }

    private static void addTables(Twins twins) {
        add(twins, "bulk_insert_single", op -> {
            var table = new MetaData().table("account", column("id", INTEGER), column("name", string(9)));
            op.rowByRow().bulkInsert(table, List.of(Map.of("id", 1, "name", Sql.literal("a")),
                    Map.of("id", 2, "name", Sql.literal("b"))));
        });
        add(twins, "create_table_comment", op -> op.createTable("account", column("id", INTEGER).primaryKey(),
                column("name", string(50)).comment("the name"), TableOption.comment("accounts")));
        add(twins, "create_table_if_not_exists", op -> {
            op.ifNotExists().createTable("account", column("id", INTEGER).primaryKey());
            op.ifExists().dropTable("account");
        });
        add(twins, "drop_table", op -> {
            op.dropTable("account");
            op.inSchema("app").dropTable("account");
        });
        add(twins, "enum_column", op -> {
            op.createTable("account", column("id", INTEGER).primaryKey(),
                    column("e", new LabelType("e_enum", "", List.of("a", "b"))));
            op.dropTable("account");
        });
        add(twins, "execute_text", op -> op.execute("UPDATE account SET a = 5"));
    }
}
