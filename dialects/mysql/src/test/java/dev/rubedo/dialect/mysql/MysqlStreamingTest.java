package dev.rubedo.dialect.mysql;

import static dev.rubedo.engine.ExecuteOption.fetchSize;
import static dev.rubedo.engine.ExecuteOption.yieldPer;
import static dev.rubedo.sql.Sql.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.engine.Engine;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.Table;
import dev.rubedo.sql.Row;
import dev.rubedo.sql.Select;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.Databases;
import dev.rubedo.type.Types;
import java.util.ArrayList;

/** Large results are read in chunks. */
@Databases({"mariadb", "mysql"})
class MysqlStreamingTest {

    private static final int ROWS = 64;
    private static final int MEGABYTE = 1 << 20;

    private final Table numbers = new MetaData().table("numbers", Column.column("n", Types.INTEGER).primaryKey());
    private final Column<Integer> n = numbers.column("n", Integer.class);

    private void fill(Engine engine) {
        numbers.create(engine);
        engine.inTransaction(connection -> {
            for (int i = 1; i <= ROWS; i++) {
                connection.execute(insertInto(numbers).values(n, i));
            }
        });
    }

    private Select<Row> megabytes() {
        return select(n, func("repeat", Types.TEXT, value("x"), value(MEGABYTE))).where(n.gt(0)).orderBy(n);
    }

    @DatabaseTest
    void memoryIsBoundedByTheChunk(Engine engine) {
        fill(engine);
        long before = used();
        long most = 0;
        int read = 0;
        try (var connection = engine.connect();
                var rows = connection.execute(megabytes(), fetchSize(2)).stream()) {
            for (var each = rows.iterator(); each.hasNext(); read++) {
                each.next();
                if (read % 16 == 0) {
                    most = Math.max(most, used() - before);
                }
            }
        }
        assertThat(read).isEqualTo(ROWS);
        assertThat(most).isLessThan(ROWS / 2L * MEGABYTE);
    }

    /** Returns the bytes of the heap that are in use. */
    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    @DatabaseTest
    void otherStatementsAreExecutedWhileRowsAreRead(Engine engine) {
        fill(engine);
        var found = new ArrayList<Integer>();
        engine.inTransaction(connection -> {
            for (var part : connection.execute(select(n).where(n.gt(1)).orderBy(n), yieldPer(10)).partitions()) {
                found.addAll(part);
                assertThat(connection.execute(select(n).where(n.eq(part.get(0)))).one()).isEqualTo(part.get(0));
                connection.execute(update(numbers).set(n, n.plus(1000)).where(n.eq(part.get(0))));
            }
        });
        assertThat(found).hasSize(ROWS - 1).startsWith(2, 3).endsWith(ROWS);
    }

    @DatabaseTest
    void statementsThatReturnNothingTakeTheOptionToo(Engine engine) {
        fill(engine);
        engine.inTransaction(connection -> {
            connection.options(options -> options.fetchSize(5));
            connection.execute(text("DELETE FROM numbers WHERE n > 10"));
            connection.execute(text("SAVEPOINT here"));
            connection.execute(insertInto(numbers).values(n, 11));

            assertThat(connection.all(select(n).orderBy(n))).hasSize(11);
        });
    }
}
