package dev.rubedo.dialect.mysql;

import static dev.rubedo.schema.Column.column;
import static dev.rubedo.sql.Sql.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.compile.UnsupportedFeatureException;
import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.schema.AddColumn;
import dev.rubedo.schema.AlterColumn;
import dev.rubedo.schema.CheckConstraint;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.DdlElement;
import dev.rubedo.schema.DropColumn;
import dev.rubedo.schema.DropConstraint;
import dev.rubedo.schema.ForeignKey;
import dev.rubedo.schema.Identity;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.RenameColumn;
import dev.rubedo.schema.RenameTable;
import dev.rubedo.schema.SchemaPlan;
import dev.rubedo.schema.Table;
import dev.rubedo.schema.TableOption;
import dev.rubedo.schema.UniqueConstraint;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Changes to tables that exist, as MySQL writes them. */
class MysqlAlterTest {

    private final MysqlDialect dialect = new MysqlDialect();
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

    private String maria(DdlElement element) {
        return new MariadbDialect().compile(element);
    }

    @Test
    void columnsAreAddedWithWhatBelongsToThem() {
        assertThat(added(column("owner_id", INTEGER).notNull().serverDefault("1").unique()
                .references("owners.id").foreignKeyName("fk_owner").comment("whose")))
                .containsExactly(
                        "ALTER TABLE boxes ADD COLUMN owner_id INTEGER NOT NULL COMMENT 'whose' DEFAULT 1",
                        "ALTER TABLE boxes ADD CONSTRAINT fk_owner FOREIGN KEY(owner_id) REFERENCES owners (id)",
                        "ALTER TABLE boxes ADD UNIQUE (owner_id)");
    }

    @Test
    void columnsAreAddedAndDroppedConditionallyOnMariadb() {
        assertThat(maria(new AddColumn(name, List.of(), true)))
                .isEqualTo("ALTER TABLE boxes ADD COLUMN IF NOT EXISTS name VARCHAR(50)");
        assertThat(maria(new DropColumn(boxes, "name", true, false)))
                .isEqualTo("ALTER TABLE boxes DROP COLUMN IF EXISTS name");
        assertThatThrownBy(() -> sql(new DropColumn(boxes, "name", true, false)))
                .isInstanceOf(UnsupportedFeatureException.class);
    }

    @Test
    void namesAreChanged() {
        assertThat(sql(new RenameColumn(size, "order")))
                .isEqualTo("ALTER TABLE boxes RENAME COLUMN `size of it` TO `order`");
        assertThat(new MysqlDialect(dev.rubedo.compile.ServerVersion.of("5.7.40")).compile(new RenameColumn(size, "n")))
                .isEqualTo("ALTER TABLE boxes CHANGE `size of it` n INTEGER NOT NULL DEFAULT 1");
        assertThat(sql(new RenameTable(new MetaData().table("t", TableOption.schema("s")), "order")))
                .isEqualTo("ALTER TABLE s.t RENAME TO s.`order`");
    }

    @Test
    void theDefinitionOfAChangedColumnIsRepeated() {
        assertThat(sql(AlterColumn.of(size).type(string(9)).serverDefault("'x'").nullable().comment("how big")))
                .isEqualTo("ALTER TABLE boxes MODIFY `size of it` VARCHAR(9) NULL COMMENT 'how big' DEFAULT 'x'");
        assertThat(sql(AlterColumn.of(name).notNull())).isEqualTo("ALTER TABLE boxes MODIFY name VARCHAR(50) NOT NULL");
        assertThat(sql(AlterColumn.of(id).type(BIGINT)))
                .isEqualTo("ALTER TABLE boxes MODIFY id BIGINT NOT NULL AUTO_INCREMENT");
        assertThat(sql(AlterColumn.of(id).dropIdentity())).isEqualTo("ALTER TABLE boxes MODIFY id INTEGER NOT NULL");
        assertThat(sql(AlterColumn.of(size).dropServerDefault()))
                .isEqualTo("ALTER TABLE boxes ALTER COLUMN `size of it` DROP DEFAULT");
        assertThat(sql(AlterColumn.of(name).dropServerDefault()))
                .isEqualTo("ALTER TABLE boxes ALTER COLUMN name SET DEFAULT NULL");
        var checked = column("n", INTEGER).check("n > 0");
        new MetaData().table("t", checked);
        assertThat(maria(AlterColumn.of(checked).notNull()))
                .isEqualTo("ALTER TABLE t MODIFY n INTEGER NOT NULL CHECK (n > 0)");
    }

    @Test
    void constraintsAreDroppedConditionallyOnMariadb() {
        assertThat(maria(new DropConstraint(boxes, UniqueConstraint.on("a").named("uq"), true, false)))
                .isEqualTo("ALTER TABLE boxes DROP INDEX IF EXISTS uq");
        assertThat(maria(new DropConstraint(boxes, CheckConstraint.of("1").named("ck"), true, false)))
                .isEqualTo("ALTER TABLE boxes DROP CONSTRAINT IF EXISTS ck");
        assertThat(maria(new DropConstraint(boxes, ForeignKey.on("a").named("fk"), true, false)))
                .isEqualTo("ALTER TABLE boxes DROP FOREIGN KEY IF EXISTS fk");
    }

    @Test
    void conversionsByAnExpressionAreRefused() {
        assertThatThrownBy(() -> sql(AlterColumn.of(name).type(INTEGER).using("1")))
                .isInstanceOf(InvalidStatementException.class).hasMessageContaining(
                        "Dialect \"mysql\" cannot convert the values of column \"boxes.name\" by an expression (USING).");
        assertThatThrownBy(() -> sql(AlterColumn.of(size).identity(new Identity(false, 5, 1))))
                .isInstanceOf(UnsupportedFeatureException.class);
    }
}
