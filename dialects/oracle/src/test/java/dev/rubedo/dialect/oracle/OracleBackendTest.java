package dev.rubedo.dialect.oracle;

import static dev.rubedo.schema.Column.column;
import static dev.rubedo.sql.Sql.bind;
import static dev.rubedo.sql.Sql.insertInto;
import static dev.rubedo.sql.Sql.select;
import static dev.rubedo.sql.Sql.text;
import static dev.rubedo.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.backend.IsolationLevel;
import dev.rubedo.compile.ServerVersion;
import dev.rubedo.engine.Engine;
import dev.rubedo.engine.ExecuteOption;
import dev.rubedo.engine.TransactionOptions;
import dev.rubedo.error.DataException;
import dev.rubedo.error.NotSupportedException;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.Table;
import dev.rubedo.tck.ScriptedJdbc;
import dev.rubedo.type.Types;
import java.util.ArrayList;
import java.util.List;
import oracle.jdbc.OraclePreparedStatement;
import oracle.jdbc.OracleTypes;
import org.junit.jupiter.api.Test;

/** The backend on a driver that answers from a script, through the whole engine. */
class OracleBackendTest {

    private final ScriptedJdbc jdbc = new ScriptedJdbc("Oracle", 19, 0).withStatements(OraclePreparedStatement.class);
    private final MetaData metaData = new MetaData();
    private final Table users = metaData.table("users", column("id", Types.INTEGER).primaryKey(),
            column("name", Types.string(50)), column("score", Types.DOUBLE).nullable(),
            column("active", Types.BOOLEAN).nullable());
    private final Column<Integer> id = users.column("id", Integer.class);
    private final Column<String> name = users.column("name", String.class);

    @Test
    void aDataSourceIsRecognizedByItsProductAndItsNumbers() {
        try (var engine = Engine.of(jdbc.dataSource())) {
            assertThat(engine.dialect()).isInstanceOf(OracleDialect.class);
            assertThat(engine.dialect().traits().version()).isEqualTo(new ServerVersion(19, 0, 0));
        }
    }

    @Test
    void generatedKeysComeBackByOutputParameters() {
        jdbc.answer("RETURNING", "1", new Object[]{7});
        var keys = new ArrayList<Object>();
        try (var engine = Engine.of(jdbc.dataSource())) {
            engine.inTransaction(connection -> keys.add(connection
                    .execute(insertInto(users).values(name, "Ann"), ExecuteOption.generatedKeys()).insertedPrimaryKey()
                    .get(1)));
        }
        assertThat(keys).isEqualTo(List.of(7));
        assertThat(jdbc.log()).containsExactly("registerReturnParameter 2, " + OracleTypes.NUMBER,
                "INSERT INTO users (name) VALUES (?) RETURNING users.id INTO ? [Ann]", "commit");
    }

    @Test
    void everyRowOfManyGetsItsOwnKey() {
        jdbc.answer("RETURNING", "1", new Object[]{7});
        var keys = new ArrayList<Long>();
        try (var engine = Engine.of(jdbc.dataSource())) {
            engine.inTransaction(connection -> {
                var prepared = connection.prepared();
                prepared.insertRows(
                        prepared.prepareForKeys(insertInto(users).values(name, bind("name", Types.TEXT)), id), 2,
                        (row, out) -> out.setString("n" + row), (row, in) -> keys.add(in.getLong(1)));
            });
        }
        assertThat(keys).containsExactly(7L, 7L);
        assertThat(jdbc.log()).filteredOn(line -> line.startsWith("INSERT"))
                .containsExactly("INSERT INTO users (name) VALUES (?) RETURNING users.id INTO ? [n0]",
                        "INSERT INTO users (name) VALUES (?) RETURNING users.id INTO ? [n1]");
    }

    @Test
    void changedRowsComeBackWithTheTypesOfTheirColumns() {
        jdbc.answer("RETURNING", "1,2", new Object[]{"Ann", 1.5}, new Object[]{"Bob", null});
        try (var engine = Engine.of(jdbc.dataSource())) {
            engine.inTransaction(connection -> assertThat(connection.all(update(users).set(name, "x").where(id.gt(3))
                    .returning(name, users.column("score", Double.class))).stream().map(Object::toString).toList())
                    .hasSize(2));
        }
        assertThat(jdbc.log()).contains("registerReturnParameter 3, " + OracleTypes.VARCHAR,
                "registerReturnParameter 4, " + OracleTypes.BINARY_DOUBLE,
                "UPDATE users SET name=? WHERE users.id > ? RETURNING users.name, users.score INTO ?, ? [x, 3]");
    }

    @Test
    void savepointsAreSetAndNeverReleased() {
        try (var engine = Engine.of(jdbc.dataSource())) {
            engine.inTransaction(
                    connection -> connection.inSavepoint(() -> connection.execute(text("SELECT 1 FROM DUAL"))));
        }
        assertThat(jdbc.log()).anyMatch(sql -> sql.startsWith("SAVEPOINT ")).noneMatch(sql -> sql.contains("RELEASE"));
    }

    @Test
    void aReadOnlyTransactionSaysSoFirst() {
        try (var engine = Engine.of(jdbc.dataSource())) {
            engine.inTransaction(TransactionOptions.readOnly(),
                    connection -> connection.execute(text("SELECT 1 FROM DUAL")));
            assertThat(jdbc.log()).containsSubsequence("setReadOnly true", "SET TRANSACTION READ ONLY",
                    "SELECT 1 FROM DUAL", "commit");
            assertThatThrownBy(() -> engine.inTransaction(TransactionOptions.isolation(IsolationLevel.REPEATABLE_READ),
                    connection -> {})).isInstanceOf(NotSupportedException.class)
                    .hasMessageContaining("READ_COMMITTED, SERIALIZABLE and AUTOCOMMIT, not REPEATABLE_READ");
        }
    }

    @Test
    void anEmptyTextIsRefused() {
        try (var engine = Engine.of(jdbc.dataSource())) {
            assertThatThrownBy(() -> engine.inTransaction(connection -> connection.execute(
                    insertInto(users).values(name, "")))).isInstanceOf(DataException.class)
                    .hasMessageContaining("Oracle treats an empty string as NULL");
        }
    }

    @Test
    void booleansAreNumbersBefore23AndDoublesKeepTheirDigits() {
        jdbc.answer("SELECT users.active", "active,score", new Object[]{1, Double.NaN});
        try (var engine = Engine.of(jdbc.dataSource())) {
            engine.inTransaction(connection -> {
                connection.execute(insertInto(users).values(users.column("active", Boolean.class), true,
                        users.column("score", Double.class), Double.NaN));
                var row = connection
                        .one(select(users.column("active", Boolean.class), users.column("score", Double.class)));
                assertThat(row.toString()).contains("true").contains("NaN");
            });
        }
        assertThat(jdbc.log()).contains("INSERT INTO users (score, active) VALUES (?, ?) [NaN, 1]");
    }
}
