package dev.rubedo.golden;

import static dev.rubedo.golden.GoldenSchema.*;
import static dev.rubedo.schema.Column.column;
import static dev.rubedo.sql.Sql.*;

import dev.rubedo.dialect.postgresql.type.PostgresTypes;
import dev.rubedo.schema.AddConstraint;
import dev.rubedo.schema.CheckConstraint;
import dev.rubedo.schema.CreateIndex;
import dev.rubedo.schema.CreateSchema;
import dev.rubedo.schema.CreateSequence;
import dev.rubedo.schema.CreateTable;
import dev.rubedo.schema.CreateTableAs;
import dev.rubedo.schema.CreateView;
import dev.rubedo.schema.DdlElement;
import dev.rubedo.schema.Deferrability;
import dev.rubedo.schema.DropConstraint;
import dev.rubedo.schema.DropIndex;
import dev.rubedo.schema.DropSchema;
import dev.rubedo.schema.DropSequence;
import dev.rubedo.schema.ExclusionConstraint;
import dev.rubedo.schema.ForeignKey;
import dev.rubedo.schema.Index;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.NamingConvention;
import dev.rubedo.schema.PrimaryKey;
import dev.rubedo.schema.ReferentialAction;
import dev.rubedo.schema.Sequence;
import dev.rubedo.schema.TableOption;
import dev.rubedo.schema.TextDdl;
import dev.rubedo.schema.UniqueConstraint;
import dev.rubedo.schema.ViewDefinition;
import dev.rubedo.type.LabelType;
import java.util.List;
import java.util.stream.Collectors;

/** CREATE, ALTER and DROP. */
final class DefinitionTwins {

    private DefinitionTwins() {}

    /** An enumeration of one constant. */
    enum Single {
        a
    }

    static void add(Twins twins) {
        addTables(twins);
        addColumns(twins);
        addKeys(twins);
        addConstraints(twins);
        addIndexes(twins);
        addOthers(twins);
    }

    private static void addTables(Twins twins) {
        twins.add("ddl.no_pk", () -> {
            var md = new MetaData();
            md.table("t", column("a", INTEGER), column("b", INTEGER));
            return Definitions.create(md);
        });
        twins.add("ddl.create_if_not_exists",
                () -> Definitions.of(new CreateTable(keywords, keywords.foreignKeys(), true)));
        twins.add("ddl.create_drop_all_order", () -> {
            var md = new MetaData();
            md.table("c", column("id", INTEGER).primaryKey(), column("b_id", INTEGER).references("b.id"));
            md.table("b", column("id", INTEGER).primaryKey(), column("a_id", INTEGER).references("a.id"));
            md.table("a", column("id", INTEGER).primaryKey());
            return Definitions.both(md);
        });
        twins.add("ddl.fixed_create_all",
                () -> Definitions
                        .of(List.of(employees, items, users, addresses, engineers, managers, orders, orderItems)
                                .stream().map(CreateTable::new).toArray(DdlElement[]::new)));
        twins.add("ddl.order_items", () -> Definitions.table(orderItems));
        twins.add("ddl.self_ref", () -> Definitions.table(employees));
        twins.add("ddl.table_options", () -> {
            var md = new MetaData();
            md.table("t", column("id", INTEGER).primaryKey(), TableOption.of("mysql", "engine", "InnoDB"),
                    TableOption.of("mysql", "charset", "utf8mb4"), TableOption.of("mysql", "collate", "utf8mb4_bin"),
                    TableOption.of("mariadb", "engine", "Aria"), TableOption.of("sqlite", "strict", "true"),
                    TableOption.of("sqlite", "with_rowid", "false"),
                    TableOption.of("postgresql", "partition_by", "RANGE (id)"), TableOption.prefix("TEMPORARY"));
            return Definitions.create(md);
        });
        twins.add("ddl.comments", () -> {
            var md = new MetaData();
            md.table("t", column("a", INTEGER).comment("it's a"), column("b", INTEGER),
                    TableOption.comment("the table"));
            return Definitions.create(md);
        });
        twins.add("ddl.schema_table", () -> {
            var md = new MetaData();
            return Definitions.table(md.table("t", column("id", INTEGER).primaryKey(),
                    column("p", INTEGER).references("app.t.id"), TableOption.schema("app")));
        });
        twins.add("ddl.fk_schema", () -> {
            var md = new MetaData();
            md.table("t", column("id", INTEGER).primaryKey(), column("u", INTEGER).references("app.users.id"));
            md.table("users", column("id", INTEGER).primaryKey(), TableOption.schema("app"));
            return Definitions.create(md);
        });
        twins.differs("ddl.fk_schema", "sqlite", "the recorded text leaves the key out; here it is refused");
        twins.add("ddl.duplicate_column",
                () -> new MetaData().table("p", column("id", INTEGER), column("id", INTEGER)));
        twins.add("ddl.duplicate_table", () -> {
            var md = new MetaData();
            md.table("p", column("id", INTEGER));
            return md.table("p", column("id", INTEGER));
        });
        twins.add("ddl.metadata_schema", () -> {
            var md = new MetaData(NamingConvention.INDEXES_ONLY, "app");
            md.table("a", column("id", INTEGER).primaryKey());
            md.table("b", column("a_id", INTEGER).references("app.a.id"), column("k", INTEGER).index());
            return Definitions.create(md);
        });
        twins.add("ddl.to_metadata", () -> {
            var md = new MetaData();
            users.toMetaData(md, "copy", "users");
            addresses.toMetaData(md, "copy", "addresses");
            return Definitions.create(md);
        });
        twins.differs("ddl.to_metadata", "oracle", "DATE has no fractions of seconds");
        twins.add("ddl.column_type_required",
                () -> Definitions.table(new MetaData().table("t", column("x", UNKNOWN))));
        twins.add("ddl.fk_type_propagates", () -> {
            var md = new MetaData();
            md.table("p", column("id", BIGINT).primaryKey().autoincrement(false));
            md.table("c", column("pid", BIGINT).references("p.id"));
            return Definitions.create(md);
        });
    }

    private static void addColumns(Twins twins) {
        twins.add("ddl.composite_pk_autoinc", () -> {
            var md = new MetaData();
            md.table("t", column("a", INTEGER).primaryKey().autoincrement(true), column("b", INTEGER).primaryKey());
            return Definitions.create(md);
        });
        twins.add("ddl.computed", () -> {
            var md = new MetaData();
            md.table("t", column("a", INTEGER), column("b", INTEGER).computed("a + 1"));
            return Definitions.create(md);
        });
        twins.add("ddl.computed_stored", () -> {
            var md = new MetaData();
            md.table("t", column("a", INTEGER), column("b", INTEGER).computed("a * 2", true));
            return Definitions.create(md);
        });
        twins.add("ddl.identity_always", () -> {
            var md = new MetaData();
            md.table("t", column("id", INTEGER).primaryKey(), column("n", BIGINT).identityAlways());
            return Definitions.create(md);
        });
        twins.differs("ddl.identity_always", "ansi sqlite mysql mariadb",
                "the recorded text leaves the identity out; here it is refused");
        twins.add("ddl.identity_plain", () -> {
            var md = new MetaData();
            md.table("t", column("id", INTEGER).identity(1, 1).primaryKey());
            return Definitions.create(md);
        });
        twins.add("ddl.enum_python", () -> {
            var md = new MetaData();
            md.table("t", column("e", enumType(Color.class)));
            return Definitions.both(md);
        });
        twins.add("ddl.server_default_expr", () -> {
            var md = new MetaData();
            md.table("t", column("a", INTEGER).serverDefault(literal(3).plus(literal(4))),
                    column("b", TIMESTAMP).serverDefault(currentTimestamp()));
            return Definitions.create(md);
        });
        twins.add("ddl.sequence_column", () -> {
            var sequence = Sequence.of("t_id_seq").from(10, 1);
            var md = new MetaData();
            md.add(sequence);
            md.table("t", column("id", INTEGER).primaryKey().sequence(sequence));
            return Definitions.both(md);
        });
        twins.add("ddl.enum_schema", () -> {
            var md = new MetaData();
            md.table("t", column("e", enumType(Single.class).withName("e1")), TableOption.schema("app"));
            return Definitions.both(md);
        });
        twins.add("ddl.enum_native", () -> {
            var md = new MetaData();
            md.table("t", column("e", labels("my_enum", "a", "b", "it's")));
            return Definitions.both(md);
        });
        twins.differs("ddl.enum_native", "ansi sqlite mssql oracle", "labels are checked where there is no type");
        twins.add("ddl.boolean_check", () -> {
            var md = new MetaData();
            md.table("t", column("b", checkedBoolean()));
            return Definitions.create(md);
        });
        twins.differs("ddl.boolean_check", "ansi sqlite mysql mariadb mssql", "the check belongs to the column");
        twins.differs("ddl.sequence_server_default", "mysql", "refused by this server");
        twins.add("ddl.sqlite_on_conflict", () -> {
            var md = new MetaData();
            md.table("t", column("id", INTEGER), column("a", INTEGER).notNull(), column("b", INTEGER),
                    PrimaryKey.on("id").option("sqlite", "on_conflict", "fail"),
                    UniqueConstraint.on("b").option("sqlite", "on_conflict", "replace"));
            return Definitions.create(md);
        });
        twins.differs("ddl.sqlite_on_conflict", "sqlite", "NOT NULL has no conflict clause here");
        twins.add("ddl.sequence_server_default", () -> {
            var md = new MetaData();
            md.add(Sequence.of("s1"));
            var second = md.add(Sequence.of("s2"));
            md.table("t", column("id", INTEGER).primaryKey().serverDefault(second.nextValue()));
            return Definitions.create(md);
        });
    }

    private static void addKeys(Twins twins) {
        twins.add("ddl.pk_order", () -> {
            var md = new MetaData();
            md.table("t", column("a", INTEGER), column("b", INTEGER), column("c", INTEGER), PrimaryKey.on("c", "a"));
            return Definitions.create(md);
        });
        twins.add("ddl.fk_actions", () -> {
            var md = new MetaData();
            md.table("t", column("id", INTEGER).primaryKey(),
                    column("u", INTEGER).references("users.id").onDelete(ReferentialAction.CASCADE)
                            .onKeyUpdate(ReferentialAction.SET_NULL).foreignKeyName("fk_u"));
            md.table("users", column("id", INTEGER).primaryKey());
            return Definitions.create(md);
        });
        twins.add("ddl.fk_composite", () -> {
            var md = new MetaData();
            md.table("t", column("id", INTEGER).primaryKey(), column("a", INTEGER), column("b", INTEGER),
                    ForeignKey.on("a", "b").references("p.a", "p.b").named("fk_ab")
                            .onDelete(ReferentialAction.RESTRICT));
            md.table("p", column("a", INTEGER).primaryKey(), column("b", INTEGER).primaryKey());
            return Definitions.create(md);
        });
        twins.add("ddl.fk_missing_table", () -> {
            var md = new MetaData();
            md.table("c", column("pid", INTEGER).references("nowhere.id"));
            return Definitions.create(md);
        });
        twins.add("ddl.cycle", () -> {
            var md = new MetaData();
            md.table("a", column("id", INTEGER).primaryKey(),
                    column("b_id", INTEGER).references("b.id").foreignKeyName("fk_a_b"));
            md.table("b", column("id", INTEGER).primaryKey(),
                    column("a_id", INTEGER).references("a.id").foreignKeyName("fk_b_a"));
            return Definitions.both(md);
        });
        twins.add("ddl.cycle_unnamed_drop", () -> {
            var md = new MetaData();
            md.table("a", column("id", INTEGER).primaryKey(), column("b_id", INTEGER).references("b.id"));
            md.table("b", column("id", INTEGER).primaryKey(), column("a_id", INTEGER).references("a.id"));
            return Definitions.drop(md);
        });
        for (var id : new String[]{"ddl.cycle", "ddl.cycle_unnamed_drop"}) {
            twins.differs(id, "sqlite",
                    "tables that refer to each other are dropped in the reverse order of their making");
        }
        twins.add("ddl.use_alter", () -> {
            var md = new MetaData();
            md.table("a", column("id", INTEGER).primaryKey(),
                    column("b_id", INTEGER).references("b.id").useAlter().foreignKeyName("fk_a_b"));
            md.table("b", column("id", INTEGER).primaryKey(), column("a_id", INTEGER).references("a.id"));
            return Definitions.both(md);
        });
    }

    private static void addConstraints(Twins twins) {
        twins.add("ddl.add_drop_constraint", () -> {
            var unique = UniqueConstraint.on("a").named("uq");
            var check = CheckConstraint.of("a > 1").named("ck");
            var t = new MetaData().table("t", column("a", INTEGER), column("b", INTEGER), unique, check);
            return Definitions.of(new AddConstraint(t, unique), new AddConstraint(t, check),
                    new DropConstraint(t, unique),
                    new DropConstraint(t, check, false, true));
        });
        twins.differs("ddl.add_drop_constraint", "sqlite mysql mariadb", "refused by these servers");
        twins.add("ddl.drop_constraint_fk_pk", () -> {
            var t = new MetaData().table("t", column("a", INTEGER), column("b", INTEGER),
                    PrimaryKey.on("a").named("pk"),
                    ForeignKey.on("b").references("t.a").named("fk"));
            var key = t.foreignKeys().get(0);
            return Definitions.of(new AddConstraint(t, key), new DropConstraint(t, key),
                    new DropConstraint(t, t.primaryKey()));
        });
        twins.differs("ddl.drop_constraint_fk_pk", "sqlite", "refused by this server");
        twins.add("ddl.drop_unnamed_constraint", () -> {
            var unique = UniqueConstraint.on("a");
            var t = new MetaData().table("t", column("a", INTEGER), unique);
            return Definitions.of(new DropConstraint(t, unique));
        });
        twins.add("ddl.check_expr", () -> {
            var a = column("a", INTEGER);
            var b = column("b", string(5));
            var md = new MetaData();
            md.table("t", a, b, CheckConstraint.of(and(a.gt(5), b.in("x", "y"))).named("ck"));
            return Definitions.create(md);
        });
        twins.add("ddl.unique_constraint", () -> {
            var md = new MetaData();
            md.table("t", column("id", INTEGER).primaryKey(), column("a", INTEGER), column("b", INTEGER),
                    UniqueConstraint.on("a", "b").named("uq_ab"));
            return Definitions.create(md);
        });
        twins.add("ddl.naming_convention", () -> {
            var md = new MetaData(new NamingConvention("ix_{label}", "uq_{table}_{column}", "ck_{table}_{name}",
                    "fk_{table}_{column}_{target}", "pk_{table}"));
            md.table("p", column("id", INTEGER).primaryKey());
            md.table("t", column("id", INTEGER).primaryKey(), column("a", INTEGER).index(),
                    column("b", INTEGER).unique(),
                    column("p_id", INTEGER).references("p.id"), CheckConstraint.of("a > 1").named("positive"));
            return Definitions.create(md);
        });
        twins.add("ddl.quoted_all", () -> {
            var md = new MetaData();
            md.table("Order", column("Id", INTEGER).primaryKey(),
                    column("group", INTEGER).references("Order.Id").foreignKeyName("FK Order").index(),
                    UniqueConstraint.on("group").named("UQ"), CheckConstraint.of("1 = 1").named("select"));
            return Definitions.create(md);
        });
        twins.add("ddl.check", () -> {
            var md = new MetaData();
            md.table("t", column("id", INTEGER).primaryKey(), column("a", INTEGER).check("a > 0"),
                    CheckConstraint.of("a < 100").named("ck_a"));
            return Definitions.create(md);
        });
        twins.add("ddl.naming_convention_bool", () -> {
            var md = new MetaData(new NamingConvention("ix_{label}", "uq_{table}_{column}", "ck_{table}_{name}",
                    "fk_{table}_{column}_{target}", "pk_{table}"));
            md.table("t", column("a", checkedBoolean("flag")), column("e", new LabelType("ee", "", List.of("x", "y"))
                    .asText()));
            return Definitions.create(md);
        });
        twins.add("ddl.naming_convention_multi", () -> {
            var naming = new NamingConvention("ix_{labels}", "uq_{table}_{columns}", "", "", "").withToken("labels",
                    (table, columns) -> columns.stream().map(each -> table.name() + "_" + each)
                            .collect(Collectors.joining()));
            var md = new MetaData(naming);
            md.table("t", column("a", INTEGER), column("b", INTEGER), UniqueConstraint.on("a", "b"),
                    Index.on("a", "b"));
            return Definitions.create(md);
        });
        twins.add("ddl.pg_domain", () -> {
            var md = new MetaData();
            md.table("t", column("d", PostgresTypes.domain("posint", INTEGER).check("VALUE > 0").notNull()
                    .defaultValue("'5'").type()));
            return Definitions.both(md);
        });
        twins.add("ddl.pg_exclude", () -> {
            var room = column("room", INTEGER);
            return Definitions.table(new MetaData().table("t", room, column("during", PostgresTypes.TSRANGE),
                    ExclusionConstraint.using("gist").with("room", "=").with("during", "&&").named("ex")
                            .where(room.gt(1)).deferrable(Deferrability.DEFERRABLE)));
        });
    }

    private static void addIndexes(Twins twins) {
        twins.add("ddl.index_multi", () -> {
            var md = new MetaData();
            md.table("t", column("a", INTEGER), column("b", INTEGER), Index.on("a", "b").named("ix_ab").unique());
            return Definitions.create(md);
        });
        twins.add("ddl.index_func_col", () -> {
            var a = column("a", INTEGER);
            var b = column("b", string(10));
            return Definitions.table(new MetaData().table("t", a, b,
                    Index.on(lower(b), a.desc(), a.plus(literal(5))).named("ix_f")));
        });
        twins.differs("ddl.index_func_col", "mariadb", "refused by this server");
        twins.add("ddl.index_if_not_exists", () -> {
            var t = new MetaData().table("t", column("a", INTEGER), Index.on("a").named("ix"));
            var ix = t.indexes().get(0);
            return Definitions.of(new CreateIndex(ix, true), new DropIndex(ix, false), new DropIndex(ix, true));
        });
        twins.differs("ddl.index_if_not_exists", "mysql", "refused by this server");
        twins.add("ddl.index_include", () -> Definitions.table(new MetaData().table("t", column("a", INTEGER),
                column("b", string(10)), Index.on("a").named("ix_i").including("b").using("btree"))));
        twins.differs("ddl.index_include", "ansi sqlite mysql mariadb",
                "the recorded text leaves the included column out; here it is refused");
        twins.add("ddl.index_long_name", () -> {
            var md = new MetaData();
            md.table("t",
                    column("a_column_with_quite_a_long_name_that_goes_on_for_a_while_and_a_bit_more_still", INTEGER)
                            .index());
            return Definitions.create(md);
        });
        twins.add("ddl.index_mysql_options", () -> {
            var t = new MetaData().table("t", column("a", INTEGER), column("b", string(100)),
                    Index.on("b").named("ix1").option("mysql", "length", "10").option("mariadb", "length", "10"),
                    Index.on("b").named("ix2").option("mysql", "prefix", "FULLTEXT")
                            .option("mysql", "with_parser", "ngram")
                            .option("mariadb", "prefix", "FULLTEXT").option("mariadb", "with_parser", "ngram"),
                    Index.on("a", "b").named("ix3").option("mysql", "length.b", "4").using("btree"));
            return Definitions.of(t.indexes().stream().map(CreateIndex::new).toArray(DdlElement[]::new));
        });
        twins.add("ddl.index_partial", () -> {
            var a = column("a", INTEGER);
            var b = column("b", string(10));
            return Definitions.table(new MetaData().table("t", a, b, Index.on(a).named("ix_p").where(b.eq("x"))));
        });
        twins.differs("ddl.index_partial", "mysql mariadb",
                "the recorded text leaves the condition out; here it is refused");
        twins.add("ddl.index_pg_options", () -> {
            var t = new MetaData().table("t", column("a", INTEGER), column("b", string(10)),
                    Index.on("b").named("ix").unique().option("postgresql", "ops.b", "text_pattern_ops")
                            .option("postgresql", "with", "fillfactor = 50").option("postgresql", "tablespace", "ts")
                            .option("postgresql", "concurrently", "true")
                            .option("postgresql", "nulls_not_distinct", "true"));
            return Definitions.of(new CreateIndex(t.indexes().get(0)));
        });
        twins.add("ddl.index_schema", () -> {
            var t = new MetaData().table("t", column("a", INTEGER).index(), TableOption.schema("app"));
            var ix = t.indexes().get(0);
            return Definitions.of(new CreateIndex(ix), new DropIndex(ix));
        });
        twins.add("ddl.index_mssql_clustered", () -> Definitions.table(new MetaData().table("t", column("a", INTEGER),
                column("b", INTEGER), PrimaryKey.on("a").option("mssql", "clustered", "false"),
                UniqueConstraint.on("b").option("mssql", "clustered", "true"),
                Index.on("b").named("ix").option("mssql", "clustered", "true"))));
        twins.differs("ddl.index_mssql_clustered", "mssql", "IDENTITY is written in full");
        twins.add("ddl.mssql_identity_options", () -> Definitions
                .table(new MetaData().table("t", column("id", INTEGER).primaryKey().identity(10, 5))));
    }

    private static void addOthers(Twins twins) {
        twins.add("ddl.create_schema",
                () -> Definitions.of(new CreateSchema("app", false), new CreateSchema("My App", true),
                        new DropSchema("app", true, true)));
        twins.differs("ddl.create_schema", "sqlite mysql mariadb", "refused by these servers");
        twins.add("ddl.create_sequence", () -> Definitions
                .of(new CreateSequence(
                        Sequence.of("seq").inSchema("app").from(3, 4).between(1L, 99L).cycling().caching(7), false)));
        twins.differs("ddl.create_sequence", "sqlite postgresql mysql",
                "refused by these servers; a sequence has no type of its own");
        twins.add("ddl.drop_sequence", () -> Definitions.of(new DropSequence(Sequence.of("seq"), false),
                new DropSequence(Sequence.of("seq"), true)));
        twins.differs("ddl.drop_sequence", "sqlite mysql", "refused by these servers");
        twins.add("ddl.ddl_text", () -> Definitions.of(new TextDdl("ALTER TABLE x ADD y INTEGER")));
        twins.add("ddl.create_table_as", () -> Definitions.of(
                CreateTableAs.of("u2", new MetaData(), select(users.id, users.name).where(users.age.gt(5)))));
        twins.differs("ddl.create_table_as", "mssql", "a query of any form is written, in parentheses");
        twins.add("ddl.create_view_replace", () -> Definitions.of(new CreateView(
                new MetaData().table("v_users", ViewDefinition.of(select(users.id))), true, false)));
        twins.differs("ddl.create_view_replace", "sqlite", "refused by this server");
    }
}
