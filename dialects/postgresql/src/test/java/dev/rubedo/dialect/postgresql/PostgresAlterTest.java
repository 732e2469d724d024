package dev.rubedo.dialect.postgresql;

import static dev.rubedo.schema.Column.column;
import static dev.rubedo.sql.Sql.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.schema.AddColumn;
import dev.rubedo.schema.AlterColumn;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.CreateIndex;
import dev.rubedo.schema.DdlElement;
import dev.rubedo.schema.DropColumn;
import dev.rubedo.schema.DropConstraint;
import dev.rubedo.schema.DropIndex;
import dev.rubedo.schema.ForeignKey;
import dev.rubedo.schema.Identity;
import dev.rubedo.schema.Index;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.ReferentialAction;
import dev.rubedo.schema.RenameColumn;
import dev.rubedo.schema.RenameTable;
import dev.rubedo.schema.SchemaPlan;
import dev.rubedo.schema.Table;
import dev.rubedo.schema.TableOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Changes to tables that exist, as PostgreSQL writes them. */
class PostgresAlterTest {

    private final PostgresDialect dialect = new PostgresDialect();
    private final Column<Integer> id = column("id", INTEGER).primaryKey();
    private final Column<String> name = column("name", string(50)).nullable();
    private final Column<Integer> size = column("size of it", INTEGER).serverDefault("1").notNull();
    private final Table boxes = new MetaData().table("boxes", id, name, size);

    private String sql(DdlElement element) {
        return dialect.compile(element);
    }

    private List<String> added(Column<?> column) {
        var metadata = new MetaData();
        metadata.table("owners", column("id", INTEGER).primaryKey());
        metadata.table("boxes", column);
        return SchemaPlan.addColumn(column, dialect::supports).stream().map(dialect::compile).toList();
    }

    @Test
    void columnsAreAddedWithWhatBelongsToThem() {
        assertThat(added(column("owner_id", INTEGER).notNull().serverDefault("1").check("owner_id > 0").unique()
                .references("owners.id").foreignKeyName("fk_owner").onDelete(ReferentialAction.CASCADE)
                .comment("whose")))
                .containsExactly(
                        "ALTER TABLE boxes ADD COLUMN owner_id INTEGER DEFAULT 1 NOT NULL CHECK (owner_id > 0)",
                        "ALTER TABLE boxes ADD CONSTRAINT fk_owner FOREIGN KEY(owner_id) REFERENCES owners (id) "
                                + "ON DELETE CASCADE",
                        "ALTER TABLE boxes ADD UNIQUE (owner_id)",
                        "COMMENT ON COLUMN boxes.owner_id IS 'whose'");
        assertThat(added(column("n", INTEGER).index()))
                .containsExactly("ALTER TABLE boxes ADD COLUMN n INTEGER", "CREATE INDEX ix_boxes_n ON boxes (n)");
    }

    @Test
    void columnsAreAddedAndDroppedConditionally() {
        assertThat(sql(new AddColumn(name, List.of(), true)))
                .isEqualTo("ALTER TABLE boxes ADD COLUMN IF NOT EXISTS name VARCHAR(50)");
        assertThat(sql(new DropColumn(boxes, "name"))).isEqualTo("ALTER TABLE boxes DROP COLUMN name");
        assertThat(sql(new DropColumn(boxes, "size of it", true, true)))
                .isEqualTo("ALTER TABLE boxes DROP COLUMN IF EXISTS \"size of it\" CASCADE");
    }

    @Test
    void namesAreChanged() {
        assertThat(sql(new RenameColumn(size, "order")))
                .isEqualTo("ALTER TABLE boxes RENAME COLUMN \"size of it\" TO \"order\"");
        assertThat(sql(new RenameTable(new MetaData().table("t", TableOption.schema("s")), "user")))
                .isEqualTo("ALTER TABLE s.t RENAME TO \"user\"");
    }

    @Test
    void allPropertiesOfAColumnAreChangedInOneStatement() {
        assertThat(
                sql(AlterColumn.of(size).type(string(9)).using("\"size of it\"::text").serverDefault("'x'").nullable()
                        .comment("how big")))
                .isEqualTo("""
                        ALTER TABLE boxes ALTER COLUMN "size of it" DROP DEFAULT, \
                        ALTER COLUMN "size of it" TYPE VARCHAR(9) USING "size of it"::text, \
                        ALTER COLUMN "size of it" SET DEFAULT 'x', ALTER COLUMN "size of it" DROP NOT NULL;
                        COMMENT ON COLUMN boxes."size of it" IS 'how big'""");
    }

    @Test
    void eachPropertyIsChangedAlone() {
        assertThat(sql(AlterColumn.of(name).notNull())).isEqualTo("ALTER TABLE boxes ALTER COLUMN name SET NOT NULL");
        assertThat(sql(AlterColumn.of(size).dropServerDefault()))
                .isEqualTo("ALTER TABLE boxes ALTER COLUMN \"size of it\" DROP DEFAULT");
        assertThat(sql(AlterColumn.of(name).serverDefault(literal("it's"))))
                .isEqualTo("ALTER TABLE boxes ALTER COLUMN name SET DEFAULT 'it''s'");
        assertThat(sql(AlterColumn.of(name).comment(""))).isEqualTo("COMMENT ON COLUMN boxes.name IS NULL");
        assertThat(sql(AlterColumn.of(size).identity(new Identity(true, 5, 2)))).isEqualTo("""
                ALTER TABLE boxes ALTER COLUMN "size of it" \
                ADD GENERATED ALWAYS AS IDENTITY (INCREMENT BY 2 START WITH 5)""");
        var counted = column("n", INTEGER).identityAlways();
        new MetaData().table("t", counted);
        assertThat(sql(AlterColumn.of(counted).identity(new Identity(false, 1, 1)))).isEqualTo(
                "ALTER TABLE t ALTER COLUMN n SET GENERATED BY DEFAULT SET INCREMENT BY 1 SET START WITH 1");
        assertThat(sql(AlterColumn.of(counted).dropIdentity()))
                .isEqualTo("ALTER TABLE t ALTER COLUMN n DROP IDENTITY");
    }

    @Test
    void aTypeOfATableInASchemaIsInThatSchema() {
        var mood = column("mood", string(9));
        new MetaData().table("t", TableOption.schema("s"), mood);

        assertThat(sql(AlterColumn.of(mood).type(labels("moods", "good", "bad")).using("mood::s.moods")))
                .isEqualTo("ALTER TABLE s.t ALTER COLUMN mood TYPE s.moods USING mood::s.moods");
    }

    @Test
    void aConstraintIsDroppedByItsNameAlone() {
        assertThat(sql(new DropConstraint(boxes, ForeignKey.on("anything").named("fk_1"), true, false)))
                .isEqualTo("ALTER TABLE boxes DROP CONSTRAINT IF EXISTS fk_1");
    }

    @Test
    void indexesAreCreatedAndDroppedConcurrently() {
        var index = Index.on(name).named("ix").option("postgresql", "concurrently", "true");

        assertThat(sql(new CreateIndex(index, true)))
                .isEqualTo("CREATE INDEX CONCURRENTLY IF NOT EXISTS ix ON boxes (name)");
        assertThat(sql(new DropIndex(index, true))).isEqualTo("DROP INDEX CONCURRENTLY IF EXISTS ix");
    }

    @Test
    void aChangeOfNothingIsRefused() {
        assertThatThrownBy(() -> sql(AlterColumn.of(name))).isInstanceOf(InvalidStatementException.class)
                .hasMessageContaining("The change of column \"boxes.name\" changes nothing.");
        assertThatThrownBy(() -> sql(AlterColumn.of(name).notNull().using("1")))
                .isInstanceOf(InvalidStatementException.class)
                .hasMessageContaining("The change of column \"boxes.name\" converts its values but not its type.");
    }
}
