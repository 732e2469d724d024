package dev.rubedo.migrate.snapshot;

import static dev.rubedo.schema.Column.column;
import static dev.rubedo.type.Types.BIGINT;
import static dev.rubedo.type.Types.INTEGER;
import static dev.rubedo.type.Types.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.dialect.Dialect;
import dev.rubedo.dialect.h2.H2Dialect;
import dev.rubedo.dialect.mysql.MariadbDialect;
import dev.rubedo.dialect.oracle.OracleDialect;
import dev.rubedo.dialect.postgresql.PostgresDialect;
import dev.rubedo.dialect.sqlite.SqliteDialect;
import dev.rubedo.dialect.sqlserver.SqlServerDialect;
import dev.rubedo.error.DuplicateTableException;
import dev.rubedo.error.NoSuchTableException;
import dev.rubedo.schema.CheckConstraint;
import dev.rubedo.schema.ForeignKey;
import dev.rubedo.schema.ForeignKeyMatch;
import dev.rubedo.schema.Index;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.NamingConvention;
import dev.rubedo.schema.ReferentialAction;
import dev.rubedo.schema.SchemaPlan;
import dev.rubedo.schema.Sequence;
import dev.rubedo.schema.TableOption;
import dev.rubedo.schema.UniqueConstraint;
import dev.rubedo.sql.Sql;
import dev.rubedo.type.LabelType;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Metadata that is made of a snapshot of metadata gives the same DDL. */
class SnapshotTest {
    private static final List<Dialect> DIALECTS = List.of(new PostgresDialect(), new MariadbDialect(),
            new SqliteDialect(), new H2Dialect(), new OracleDialect(), new SqlServerDialect());

    private static List<String> ddl(MetaData metaData, Dialect dialect) {
        return SchemaPlan.create(metaData.tables(), metaData.sequences(), dialect::supports, dialect.name()).stream()
                .map(dialect::compile).toList();
    }

    private static MetaData shop() {
        var shop = new MetaData(NamingConvention.DEFAULT);
        var users = shop.table("users", column("id", INTEGER).primaryKey(), column("name", string(50)).notNull()
                .unique().comment("the name"), column("age", INTEGER).check("age > 0").serverDefault("18"),
                TableOption.comment("people"));
        shop.table("orders", column("id", BIGINT).primaryKey().autoincrement(false),
                column("user_id", INTEGER).references("users.id").onDelete(ReferentialAction.CASCADE).index(),
                column("state", new LabelType("order_state", "", List.of("open", "paid"))),
                UniqueConstraint.on("id", "user_id").named("uq_both"), CheckConstraint.of("id > 0").named("positive"));
        shop.table("lines", column("order_id", BIGINT).primaryKey(), column("position", INTEGER).primaryKey(),
                column("text", string(20)), ForeignKey.on("order_id").references("orders.id").named("fk_order"),
                Index.on("text").named("ix_text").unique());
        users.add(Index.on(Sql.text("lower(name)", string(50))).named("ix_lower"));
        return shop;
    }

    @Test
    void metadataOfASnapshotGivesTheSameDdl() {
        for (var dialect : DIALECTS) {
            if (!dialect.supports(dev.rubedo.feature.Feature.FUNCTIONAL_INDEXES)) {
                continue;
            }
            assertThat(ddl(SchemaSnapshot.of(shop()).toMetaData(), dialect)).as(dialect.name())
                    .isEqualTo(ddl(shop(), dialect));
        }
    }

    @Test
    void aSnapshotOfMetadataOfASnapshotIsTheSame() {
        var once = SchemaSnapshot.of(shop());
        var orders = TableName.of("orders");

        var twice = SchemaSnapshot.of(once.toMetaData());

        assertThat(twice.require(orders)).isEqualTo(once.require(orders));
        assertThat(twice.tables().keySet()).isEqualTo(once.tables().keySet());
    }

    @Test
    void sequencesAndComputedColumnsAndSchemasAreKept() {
        var from = new MetaData();
        from.add(Sequence.of("numbers").from(5, 2));
        from.table("t", column("a", INTEGER), column("b", INTEGER).computed("a + 1", true),
                column("c", INTEGER).sequence(Sequence.of("others")), TableOption.schema("app"));

        assertThat(ddl(SchemaSnapshot.of(from).toMetaData(), new PostgresDialect()))
                .isEqualTo(ddl(from, new PostgresDialect()));
    }

    @Test
    void matchCommentOptionsAndDialectsOfForeignKeysAreKept() {
        var from = new MetaData();
        from.table("u", column("id", INTEGER).primaryKey());
        from.table("t", column("a", INTEGER),
                ForeignKey.on("a").references("u.id").named("fk").match(ForeignKeyMatch.FULL).comment("why")
                        .onlyOn("postgresql"),
                ForeignKey.on("a").references("u.id").named("fk_other").onlyOn("h2"));

        var restored = SchemaSnapshot.of(from).toMetaData();

        assertThat(ddl(restored, new PostgresDialect())).isEqualTo(ddl(from, new PostgresDialect()))
                .anyMatch(sql -> sql.contains("MATCH FULL")).anyMatch(sql -> sql.contains("'why'"))
                .noneMatch(sql -> sql.contains("fk_other"));
        assertThat(ddl(restored, new H2Dialect())).anyMatch(sql -> sql.contains("fk_other"));
        var key = SchemaSnapshot.of(from).require(TableName.of("t")).foreignKeys().get(0);
        assertThat(key.withTarget(TableName.of("x")).withName("other").withTargetColumnRenamed("id", "no")
                .withColumnRenamed("a", "b").match()).isEqualTo(ForeignKeyMatch.FULL);
    }

    @Test
    void twoMetadataWithTheSameTableAreRefused() {
        assertThatThrownBy(() -> SchemaSnapshot.of(List.of(shop(), shop())))
                .isInstanceOf(DuplicateTableException.class)
                .hasMessageStartingWith("Two MetaData objects have a table");
    }

    @Test
    void aMissingTableIsNamed() {
        assertThatThrownBy(() -> SchemaSnapshot.EMPTY.require(TableName.of("a.b")))
                .isInstanceOf(NoSuchTableException.class)
                .hasMessage("There is no table \"a.b\" at this point in the revisions; the tables are []");
    }

    @Test
    void renamingAColumnReachesChecksButNotTextInQuotes() {
        assertThat(ColumnRenaming.renamedSql("state <> 'state' AND state_x = 1 AND \"state\" > 0", "state", "status"))
                .isEqualTo("status <> 'state' AND state_x = 1 AND \"status\" > 0");
    }
}
