package dev.rubedo.migrate.render;

import static dev.rubedo.schema.Column.column;
import static dev.rubedo.type.Types.INTEGER;
import static dev.rubedo.type.Types.string;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.dialect.Dialect;
import dev.rubedo.dialect.postgresql.PostgresDialect;
import dev.rubedo.dialect.sqlserver.SqlServerDialect;
import dev.rubedo.migrate.operation.Operations;
import dev.rubedo.migrate.run.MigrationOptions;
import dev.rubedo.migrate.run.ScriptContext;
import dev.rubedo.schema.Table;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** Rows that are inserted by revisions. */
class RowRendererTest {

    private static String script(Dialect dialect, BiConsumer<Operations, Table> work) {
        var out = new StringBuilder();
        var op = new Operations(new ScriptContext(dialect, out, MigrationOptions.DEFAULT));
        var table = op.inSchema("shop").createTable("users", column("id", INTEGER).primaryKey(),
                column("name", string(20)));
        out.setLength(0);
        work.accept(op, table);
        return out.toString();
    }

    @Test
    void valuesForGeneratedKeysAreAllowedOnSqlServerMeanwhile() {
        var rows = List.of(Map.<String, Object>of("id", 1, "name", "a"), Map.<String, Object>of("id", 2, "name", "b"));

        assertThat(script(new SqlServerDialect(), (op, table) -> op.bulkInsert(table, rows))).isEqualTo("""
                SET IDENTITY_INSERT shop.users ON; INSERT INTO shop.users (id, name) VALUES (1, N'a'), (2, N'b'); SET IDENTITY_INSERT shop.users OFF;

                GO

                """);
    }

    @Test
    void otherRowsAndDatabasesNeedNothing() {
        assertThat(script(new SqlServerDialect(), (op, table) -> op.bulkInsert(table, List.of(Map.of("name", "a")))))
                .isEqualTo("""
                        INSERT INTO shop.users (name) VALUES (N'a');

                        GO

                        """);
        assertThat(script(new PostgresDialect(), (op, table) -> op.bulkInsert(table, List.of(Map.of("id", 1)))))
                .isEqualTo("INSERT INTO shop.users (id) VALUES (1);\n\n");
    }
}
