package dev.rubedo.dialect.sqlserver;

import static dev.rubedo.schema.Column.column;
import static dev.rubedo.sql.Sql.insertInto;
import static dev.rubedo.sql.Sql.select;
import static dev.rubedo.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.backend.IsolationLevel;
import dev.rubedo.backend.ProgramLocks;
import dev.rubedo.engine.Engine;
import dev.rubedo.engine.ExecuteOption;
import dev.rubedo.engine.TransactionOptions;
import dev.rubedo.error.DataException;
import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.error.NotSupportedException;
import dev.rubedo.error.UniqueViolationException;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.CreateTable;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.SetColumnComment;
import dev.rubedo.schema.SetTableComment;
import dev.rubedo.schema.Table;
import dev.rubedo.schema.TableOption;
import dev.rubedo.sql.Insert;
import dev.rubedo.tck.ScriptedJdbc;
import dev.rubedo.type.Types;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The backend on a driver that answers from a script, through the whole engine. */
class SqlServerBackendTest {

    private final ScriptedJdbc jdbc = new ScriptedJdbc("Microsoft SQL Server", 16, 0);
    private final MetaData metaData = new MetaData();
    private final Table users = metaData.table("users", column("id", Types.INTEGER).primaryKey(),
            column("name", Types.string(50)));
    private final Column<Integer> id = users.column("id", Integer.class);
    private final Column<String> name = users.column("name", String.class);

    @Test
    void aDataSourceIsRecognizedByItsProduct() {
        try (var engine = Engine.of(jdbc.dataSource())) {
            assertThat(engine.dialect()).isInstanceOf(SqlServerDialect.class);
            assertThat(engine.dialect().traits().version().major()).isEqualTo(16);
        }
    }

    @Test
    void azureHasWhatTheNewestVersionHas() {
        var azure = new ScriptedJdbc("Microsoft SQL Server", 12, 0).answer("EngineEdition", "x", new Object[]{1});
        try (var engine = Engine.of(azure.dataSource())) {
            assertThat(engine.dialect().traits().version()).isEqualTo(SqlServerDialect.NEWEST);
        }
        var old = new ScriptedJdbc("Microsoft SQL Server", 12, 0).answer("EngineEdition", "x", new Object[]{0});
        try (var engine = Engine.of(old.dataSource())) {
            assertThat(engine.dialect().traits().version().major()).isEqualTo(12);
        }
    }

    private static Object key(Engine engine, Insert<?> insert) {
        var found = new ArrayList<Object>();
        engine.inTransaction(connection -> found.add(
                connection.execute(insert, ExecuteOption.generatedKeys()).insertedPrimaryKey().get(1)));
        return found.get(0);
    }

    @Test
    void generatedKeysComeFromOutput() {
        jdbc.answer("OUTPUT inserted.id", "id", new Object[]{7});
        try (var engine = Engine.of(jdbc.dataSource())) {
            var key = key(engine, insertInto(users).values(name, "Ann"));
            assertThat(key).isEqualTo(7);
        }
        assertThat(jdbc.log()).containsExactly("INSERT INTO users (name) OUTPUT inserted.id VALUES (?) [Ann]",
                "commit");
    }

    @Test
    void rowsWhoseKeysAreWantedAreInsertedOneByOneBecauseOutputHasNoOrder() {
        jdbc.answer("OUTPUT inserted.id", "id", new Object[]{7});
        try (var engine = Engine.of(jdbc.dataSource())) {
            engine.inTransaction(connection -> {
                var insert = insertInto(users).rows(List.of("Ann", "Bob"), (row, each) -> row.set(name, each));
                var result = connection.execute(insert, ExecuteOption.generatedKeys());
                assertThat(result.insertedPrimaryKeys()).hasSize(2);
                assertThat(result.rowCount()).isEqualTo(2);
            });
        }
        assertThat(jdbc.log()).containsExactly("INSERT INTO users (name) OUTPUT inserted.id VALUES (?) [Ann]",
                "INSERT INTO users (name) OUTPUT inserted.id VALUES (?) [Bob]", "commit");
    }

    @Test
    void aSecondCommentReplacesTheFirst() {
        var table = new MetaData().table("t", column("a", Types.INTEGER), TableOption.schema("app"));
        var dialect = new SqlServerDialect();

        assertThat(dialect.render(new SetColumnComment(table.column("a"), "it's"))).isEqualTo(
                """
                IF EXISTS (SELECT 1 FROM sys.fn_listextendedproperty('MS_Description', 'schema', N'app', 'table', N't', \
                'column', N'a')) \
                execute sp_updateextendedproperty 'MS_Description', N'it''s', 'schema', app, 'table', t, 'column', a \
                ELSE execute sp_addextendedproperty 'MS_Description', N'it''s', 'schema', app, 'table', t, 'column', a""");
        assertThat(dialect.render(new SetTableComment(table, ""))).isEqualTo("""
                IF EXISTS (SELECT 1 FROM sys.fn_listextendedproperty('MS_Description', 'schema', N'app', 'table', N't', \
                NULL, NULL)) execute sp_dropextendedproperty 'MS_Description', 'schema', app, 'table', t""");
        assertThat(dialect.render(new SetTableComment(table, "new", true))).isEqualTo(
                "execute sp_addextendedproperty 'MS_Description', N'new', 'schema', app, 'table', t");
    }

    @Test
    void noPageSizeCombinesRowsWhoseKeysHaveNoOrder() {
        jdbc.answer("OUTPUT inserted.id", "id", new Object[]{7});
        try (var engine = Engine.builder(jdbc.dataSource()).insertPageSize(100).build()) {
            engine.inTransaction(connection -> {
                var prepared = connection.prepared();
                var insert = prepared.prepareForKeys(insertInto(users).values(name, "x"), id);
                var names = List.of("Ann", "Bob");
                prepared.insertRows(insert, 2, (row, out) -> out.setString(names.get(row)), (row, in) -> in.getInt(1));
            });
        }
        assertThat(jdbc.log()).containsExactly("INSERT INTO users (name) OUTPUT inserted.id VALUES (?) [Ann]",
                "INSERT INTO users (name) OUTPUT inserted.id VALUES (?) [Bob]", "commit");
    }

    @Test
    void aTableWithTriggersGetsItsKeysFromTheDriver() {
        var logged = metaData.table("logged", column("id", Types.INTEGER).primaryKey(),
                column("name", Types.string(50)), TableOption.of("mssql", "implicit_returning", "false"));
        jdbc.answer("INSERT INTO logged", "GENERATED_KEYS", new Object[]{8});
        try (var engine = Engine.of(jdbc.dataSource())) {
            var key = key(engine, insertInto(logged).values(logged.column("name", String.class), "Ann"));
            assertThat(key).isEqualTo(8);
            assertThatThrownBy(() -> engine.inTransaction(connection -> connection
                    .all(insertInto(logged).values(logged.column("name", String.class), "Ann")
                            .returning(logged.column("id", Integer.class)))))
                    .isInstanceOf(InvalidStatementException.class).hasMessageContaining("\"logged\" has triggers");
        }
        assertThat(jdbc.log()).contains("INSERT INTO logged (name) VALUES (?) [Ann] keys [id]");
        assertThat(new SqlServerDialect().render(new CreateTable(logged))).doesNotContain("implicit");
    }

    @Test
    void savepointsAreSavedAndNeverReleased() {
        try (var engine = Engine.of(jdbc.dataSource())) {
            engine.inTransaction(connection -> {
                connection.inSavepoint(() -> connection.execute(text("SELECT 1")));
                assertThatThrownBy(() -> connection.inSavepoint(() -> {
                    throw new IllegalStateException("undone");
                })).hasMessage("undone");
            });
        }
        assertThat(jdbc.log()).anyMatch(sql -> sql.startsWith("SAVE TRANSACTION "))
                .anyMatch(sql -> sql.startsWith("ROLLBACK TRANSACTION ")).noneMatch(sql -> sql.contains("RELEASE"));
    }

    @Test
    void snapshotIsALevelAndReadOnlyIsRefused() {
        try (var engine = Engine.of(jdbc.dataSource())) {
            engine.inTransaction(TransactionOptions.isolation(IsolationLevel.SNAPSHOT),
                    connection -> assertThat(connection.isolationLevel()).isEqualTo(IsolationLevel.SNAPSHOT));
            assertThat(jdbc.log()).contains("setTransactionIsolation 4096");
            assertThatThrownBy(() -> engine.inTransaction(TransactionOptions.readOnly(), connection -> {}))
                    .isInstanceOf(NotSupportedException.class);
        }
    }

    @Test
    void errorsOfTheServerAreTranslated() {
        jdbc.fail("INSERT",
                new SQLException("Violation of PRIMARY KEY constraint 'pk_users'. Cannot insert duplicate key "
                        + "in object 'dbo.users'.", "23000", 2627));
        try (var engine = Engine.of(jdbc.dataSource())) {
            assertThatThrownBy(() -> engine.inTransaction(connection -> connection.execute(insertInto(users)
                    .values(id, 1, name, "Ann")))).isInstanceOf(UniqueViolationException.class)
                    .hasMessageContaining("pk_users");
        }
    }

    @Test
    void valuesThatTheServerLacksAreRefused() {
        var numbers = metaData.table("numbers", column("number", Types.DOUBLE), column("exact", Types.EXACT_DECIMAL),
                column("day", Types.DATE), column("key", Types.UUID));
        try (var engine = Engine.of(jdbc.dataSource())) {
            assertThatThrownBy(() -> engine.inTransaction(connection -> connection.execute(insertInto(numbers)
                    .values(numbers.column("number", Double.class), Double.NaN)))).isInstanceOf(DataException.class)
                    .hasMessageContaining("SQL Server supports neither NaN");
            assertThatThrownBy(() -> engine.inTransaction(connection -> connection.execute(insertInto(numbers)
                    .values(numbers.column("exact", java.math.BigDecimal.class),
                            new java.math.BigDecimal("0.12345678901")))))
                    .isInstanceOf(DataException.class).hasMessageContaining("stores 10 fraction digits");
            assertThatThrownBy(() -> engine.inTransaction(connection -> connection.execute(insertInto(numbers)
                    .values(numbers.column("day", java.time.LocalDate.class), java.time.LocalDate.of(10_000, 1, 1)))))
                    .isInstanceOf(DataException.class).hasMessageContaining("years 1 to 9999");
            var key = UUID.fromString("00000000-0000-0000-0000-00000000000a");
            engine.inTransaction(connection -> connection.execute(insertInto(numbers)
                    .values(numbers.column("key", UUID.class), key)));
            assertThat(jdbc.log()).contains("INSERT INTO numbers ([key]) VALUES (?) [" + key + "]");
            jdbc.answer("SELECT numbers.[key]", "key", new Object[]{"00000000-0000-0000-0000-00000000000A"});
            engine.inTransaction(connection -> assertThat(connection.one(select(numbers.column("key", UUID.class))))
                    .isEqualTo(key));
        }
    }

    @Test
    void locksOfProgramsBelongToTheSession() {
        var locks = (ProgramLocks.OfSession) new SqlServerBackend().programLocks();
        assertThat(List.of(locks.acquire(), locks.release(), locks.held(), locks.holder()))
                .allMatch(sql -> sql.chars().filter(c -> c == '?').count() == 1);
        assertThat(locks.acquire()).contains("sp_getapplock").contains("@LockTimeout = 0");
    }
}
