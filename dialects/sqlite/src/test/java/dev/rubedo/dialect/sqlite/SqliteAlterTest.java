package dev.rubedo.dialect.sqlite;

import static dev.rubedo.schema.Column.column;
import static dev.rubedo.sql.Sql.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.compile.UnsupportedFeatureException;
import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.schema.AddColumn;
import dev.rubedo.schema.AlterColumn;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.DdlElement;
import dev.rubedo.schema.DropColumn;
import dev.rubedo.schema.DropConstraint;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.ReferentialAction;
import dev.rubedo.schema.RenameColumn;
import dev.rubedo.schema.RenameTable;
import dev.rubedo.schema.SchemaPlan;
import dev.rubedo.schema.Table;
import dev.rubedo.schema.UniqueConstraint;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Changes to tables that exist, as SQLite writes them. */
class SqliteAlterTest {

    private final SqliteDialect dialect = new SqliteDialect();
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
    void columnsAreAddedWithTheirForeignKeys() {
        assertThat(added(column("owner_id", INTEGER).notNull().serverDefault("1").check("owner_id > 0").index()
                .references("owners.id").foreignKeyName("fk_owner").onDelete(ReferentialAction.CASCADE)))
                .containsExactly(
                        "ALTER TABLE boxes ADD COLUMN owner_id INTEGER DEFAULT 1 NOT NULL CHECK (owner_id > 0) "
                                + "CONSTRAINT fk_owner REFERENCES owners (id) ON DELETE CASCADE",
                        "CREATE INDEX ix_boxes_owner_id ON boxes (owner_id)");
        assertThat(added(column("mood", labels("moods", "good", "bad")))).containsExactly(
                "ALTER TABLE boxes ADD COLUMN mood VARCHAR(4) CHECK (mood IN ('good', 'bad'))");
    }

    @Test
    void columnsThatRowsWouldHaveToBeWrittenForAreRefused() {
        assertThatThrownBy(() -> sql(new AddColumn(id))).isInstanceOf(InvalidStatementException.class)
                .hasMessageContaining("SQLite cannot add \"boxes.id\", a primary key, to an existing table.");
        assertThatThrownBy(() -> added(column("n", INTEGER).notNull())).isInstanceOf(InvalidStatementException.class)
                .hasMessageContaining("\"boxes.n\", a NOT NULL column without a default");
        assertThatThrownBy(() -> added(column("n", INTEGER).computed("1", true)))
                .isInstanceOf(InvalidStatementException.class)
                .hasMessageContaining("\"boxes.n\", a stored computed column");
        assertThatThrownBy(() -> added(column("n", INTEGER).unique())).isInstanceOf(UnsupportedFeatureException.class);
    }

    @Test
    void columnsAreDroppedAndNamesChanged() {
        assertThat(sql(new DropColumn(boxes, "size of it")))
                .isEqualTo("ALTER TABLE boxes DROP COLUMN \"size of it\"");
        assertThat(sql(new RenameColumn(size, "order")))
                .isEqualTo("ALTER TABLE boxes RENAME COLUMN \"size of it\" TO \"order\"");
        assertThat(sql(new RenameTable(boxes, "user"))).isEqualTo("ALTER TABLE boxes RENAME TO user");
        assertThatThrownBy(() -> sql(new DropColumn(boxes, "n", true, false)))
                .isInstanceOf(UnsupportedFeatureException.class);
    }

    @Test
    void changesOfAColumnAreRefused() {
        assertThatThrownBy(() -> sql(AlterColumn.of(name).notNull())).isInstanceOf(UnsupportedFeatureException.class)
                .hasMessageContaining("ALTER COLUMN of \"boxes.name\"");
        assertThatThrownBy(() -> sql(new DropConstraint(boxes, UniqueConstraint.on("a").named("uq"))))
                .isInstanceOf(UnsupportedFeatureException.class);
    }
}
