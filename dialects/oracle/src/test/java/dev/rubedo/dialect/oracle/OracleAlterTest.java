package dev.rubedo.dialect.oracle;

import static dev.rubedo.schema.Column.column;
import static dev.rubedo.sql.Sql.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.schema.AlterColumn;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.DdlElement;
import dev.rubedo.schema.DropColumn;
import dev.rubedo.schema.Identity;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.RenameColumn;
import dev.rubedo.schema.RenameTable;
import dev.rubedo.schema.SchemaPlan;
import dev.rubedo.schema.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Changes to tables that exist, as Oracle writes them. */
class OracleAlterTest {

    private final OracleDialect dialect = new OracleDialect();
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
                .references("owners.id").foreignKeyName("fk_owner").comment("whose")))
                .containsExactly("ALTER TABLE boxes ADD owner_id INTEGER DEFAULT 1 NOT NULL CHECK (owner_id > 0)",
                        "ALTER TABLE boxes ADD CONSTRAINT fk_owner FOREIGN KEY(owner_id) REFERENCES owners (id)",
                        "ALTER TABLE boxes ADD UNIQUE (owner_id)",
                        "COMMENT ON COLUMN boxes.owner_id IS 'whose'");
    }

    @Test
    void columnsAreDroppedWithTheirConstraints() {
        assertThat(sql(new DropColumn(boxes, "name"))).isEqualTo("ALTER TABLE boxes DROP COLUMN name");
        assertThat(sql(new DropColumn(boxes, "size of it", false, true)))
                .isEqualTo("ALTER TABLE boxes DROP COLUMN \"size of it\" CASCADE CONSTRAINTS");
        assertThat(sql(new DropColumn(boxes, "name", true, false))).isEqualTo("""
                BEGIN EXECUTE IMMEDIATE 'ALTER TABLE boxes DROP COLUMN name'; EXCEPTION WHEN OTHERS THEN \
                IF SQLCODE <> -904 THEN RAISE; END IF; END;""");
    }

    @Test
    void namesAreChanged() {
        assertThat(sql(new RenameColumn(size, "order")))
                .isEqualTo("ALTER TABLE boxes RENAME COLUMN \"size of it\" TO \"order\"");
        assertThat(sql(new RenameTable(boxes, "crates"))).isEqualTo("ALTER TABLE boxes RENAME TO crates");
    }

    @Test
    void whatChangesIsModified() {
        assertThat(sql(AlterColumn.of(size).type(string(9)).serverDefault("'x'").nullable().comment("how big")))
                .isEqualTo("""
                        ALTER TABLE boxes MODIFY "size of it" VARCHAR2(9 CHAR) DEFAULT 'x' NULL;
                        COMMENT ON COLUMN boxes."size of it" IS 'how big'""");
        assertThat(sql(AlterColumn.of(name).notNull())).isEqualTo("ALTER TABLE boxes MODIFY name NOT NULL");
        assertThat(sql(AlterColumn.of(size).dropServerDefault()))
                .isEqualTo("ALTER TABLE boxes MODIFY \"size of it\" DEFAULT NULL");
        assertThat(sql(AlterColumn.of(id).dropIdentity())).isEqualTo("ALTER TABLE boxes MODIFY id DROP IDENTITY");
        assertThatThrownBy(() -> sql(AlterColumn.of(size).identity(new Identity(false, 1, 1))))
                .isInstanceOf(InvalidStatementException.class);
    }
}
