package dev.rubedo.dialect.sqlserver;

import static dev.rubedo.schema.Column.column;
import static dev.rubedo.sql.Sql.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.compile.ServerVersion;
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
import dev.rubedo.schema.TableOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Changes to tables that exist, as SQL Server writes them. */
class SqlServerAlterTest {

    private final SqlServerDialect dialect = new SqlServerDialect();
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

    private static String dropped(String column, String others) {
        var number = "COLUMNPROPERTY(OBJECT_ID(N'boxes'), N'" + column + "', 'ColumnId')";
        return """
                DECLARE @dropped NVARCHAR(MAX) = N'';
                SELECT @dropped += N'ALTER TABLE boxes DROP CONSTRAINT ' + QUOTENAME(name) + N';' FROM (\
                SELECT name FROM sys.default_constraints WHERE parent_object_id = OBJECT_ID(N'boxes') \
                AND parent_column_id = %1$s%2$s) AS found;
                EXEC sp_executesql @dropped""".formatted(number, others.formatted(number));
    }

    @Test
    void columnsAreAddedWithWhatBelongsToThem() {
        assertThat(added(column("owner_id", INTEGER).notNull().serverDefault("1").check("owner_id > 0").unique()
                .references("owners.id").foreignKeyName("fk_owner")))
                .containsExactly("ALTER TABLE boxes ADD owner_id INTEGER NOT NULL DEFAULT 1 CHECK (owner_id > 0)",
                        "ALTER TABLE boxes ADD CONSTRAINT fk_owner FOREIGN KEY(owner_id) REFERENCES owners (id)",
                        "ALTER TABLE boxes ADD UNIQUE (owner_id)");
    }

    @Test
    void theConstraintsOfADroppedColumnAreDroppedBefore() {
        assertThat(sql(new DropColumn(boxes, "name"))).isEqualTo(dropped("name", "") + """
                ;
                ALTER TABLE boxes DROP COLUMN name""");
        assertThat(sql(new DropColumn(boxes, "size of it", false, true))).isEqualTo(dropped("size of it", """
                 UNION ALL SELECT name FROM sys.check_constraints WHERE parent_object_id = OBJECT_ID(N'boxes') \
                AND parent_column_id = %1$s \
                UNION ALL SELECT OBJECT_NAME(constraint_object_id) FROM sys.foreign_key_columns \
                WHERE parent_object_id = OBJECT_ID(N'boxes') AND parent_column_id = %1$s""") + """
                ;
                ALTER TABLE boxes DROP COLUMN [size of it]""");
        assertThat(sql(new DropColumn(boxes, "name", true, false)))
                .isEqualTo(dropped("name", "") + ";\nALTER TABLE boxes DROP COLUMN IF EXISTS name");
        assertThat(new SqlServerDialect(ServerVersion.of("2014")).compile(new DropColumn(boxes, "name", true, false)))
                .endsWith(";\nIF COL_LENGTH(N'boxes', N'name') IS NOT NULL ALTER TABLE boxes DROP COLUMN name");
    }

    @Test
    void namesAreChangedByAProcedure() {
        assertThat(sql(new RenameColumn(size, "order")))
                .isEqualTo("EXEC sp_rename N'boxes.[size of it]', N'order', 'COLUMN'");
        assertThat(sql(new RenameTable(new MetaData().table("t", TableOption.schema("s")), "it's")))
                .isEqualTo("EXEC sp_rename N's.t', N'it''s'");
    }

    @Test
    void typeAndNullabilityAreChangedTogetherAndDefaultsRestored() {
        assertThat(sql(AlterColumn.of(name).type(string(9)))).isEqualTo("""
                ALTER TABLE boxes ALTER COLUMN name NVARCHAR(9) NULL""");
        assertThat(sql(AlterColumn.of(name).notNull())).isEqualTo("""
                ALTER TABLE boxes ALTER COLUMN name NVARCHAR(50) NOT NULL""");
        assertThat(sql(AlterColumn.of(size).type(BIGINT))).isEqualTo(dropped("size of it", "") + """
                ;
                ALTER TABLE boxes ALTER COLUMN [size of it] BIGINT NOT NULL;
                ALTER TABLE boxes ADD DEFAULT 1 FOR [size of it]""");
        assertThat(sql(AlterColumn.of(size).serverDefault("2"))).isEqualTo(dropped("size of it", "") + """
                ;
                ALTER TABLE boxes ADD DEFAULT 2 FOR [size of it]""");
        assertThat(sql(AlterColumn.of(size).dropServerDefault())).isEqualTo(dropped("size of it", ""));
    }

    @Test
    void identitiesCannotBeChanged() {
        assertThatThrownBy(() -> sql(AlterColumn.of(size).identity(new Identity(false, 1, 1))))
                .isInstanceOf(InvalidStatementException.class).hasMessageContaining(
                        "cannot change whether column \"boxes.size of it\" is an identity column.");
    }
}
