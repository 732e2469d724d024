package dev.rubedo.dialect.h2;

import static dev.rubedo.sql.Sql.insertInto;
import static dev.rubedo.sql.Sql.select;
import static dev.rubedo.sql.Sql.text;
import static dev.rubedo.sql.Sql.update;
import static dev.rubedo.type.Types.INTEGER;
import static dev.rubedo.type.Types.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.backend.IsolationLevel;
import dev.rubedo.engine.Engine;
import dev.rubedo.error.DatabaseException;
import dev.rubedo.error.IntegrityException;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class H2EngineTest {

    static final class Users extends Table {
        final Column<Integer> id = column("id", INTEGER).primaryKey();
        final Column<String> name = column("name", string(50)).notNull();

        Users(MetaData metadata) {
            super("users", metadata);
        }
    }

    @Test
    void aDatabaseInMemoryIsSharedByTheConnectionsOfAnEngine() {
        var metadata = new MetaData();
        var users = new Users(metadata);
        try (var engine = Engine.create("h2://")) {
            metadata.createAll(engine);
            engine.inTransaction(connection -> connection.execute(insertInto(users).values(users.name, "Alice")));

            var names = engine.fromTransaction(connection -> connection.all(select(users.name)));

            assertThat(names).containsExactly("Alice");
            assertThat(engine.inspect().tableNames()).containsExactly("users");
        }
    }

    @Test
    void aKeptStatementFollowsTheSchemaInUseAndChangesOfTables() {
        var users = new Users(new MetaData());
        var names = select(users.name);
        try (var engine = Engine.builder("h2://").isolationLevel(IsolationLevel.AUTOCOMMIT).build();
                var connection = engine.connect()) {
            for (String schema : new String[]{"one", "two"}) {
                connection.execute(text("CREATE SCHEMA " + schema));
                connection.execute(text("SET SCHEMA " + schema));
                connection.execute(text("CREATE TABLE users (id INT PRIMARY KEY, name VARCHAR(50))"));
                connection.execute(text("INSERT INTO users VALUES (1, '" + schema + "')"));
                assertThat(connection.all(names)).containsExactly(schema);
            }
            connection.execute(text("SET SCHEMA one"));
            assertThat(connection.all(names)).containsExactly("one");
            connection.execute(text("DROP TABLE users"));
            assertThatThrownBy(() -> connection.all(names)).isInstanceOf(DatabaseException.class);
            connection.execute(text("CREATE TABLE users (name VARCHAR(9) PRIMARY KEY, id BOOLEAN)"));
            connection.execute(text("INSERT INTO users VALUES ('new', TRUE)"));
            assertThat(connection.all(names)).containsExactly("new");
        }
    }

    @Test
    void aKeptStatementSeesTheStateAfterARollback() {
        var metadata = new MetaData();
        var users = new Users(metadata);
        var names = select(users.name);
        try (var engine = Engine.create("h2://"); var reader = engine.connect()) {
            metadata.createAll(engine);
            engine.inTransaction(writer -> writer.execute(insertInto(users).values(users.name, "Ada")));
            reader.options(options -> options.isolationLevel(IsolationLevel.REPEATABLE_READ));
            assertThat(reader.all(names)).containsExactly("Ada");
            engine.inTransaction(writer -> writer.execute(update(users).set(users.name, "Eve")));
            assertThat(reader.all(names)).containsExactly("Ada");
            reader.rollback();
            assertThat(reader.all(names)).containsExactly("Eve");
        }
    }

    @Test
    void aNameInUpperCaseIsTheSameAsOneInLowerCase() {
        var metadata = new MetaData();
        metadata.table("USERS", Column.column("ID", INTEGER).primaryKey());
        try (var engine = Engine.create("h2://")) {
            metadata.createAll(engine);
            metadata.createAll(engine);

            assertThat(engine.inspect().hasTable("USERS")).isTrue();
            assertThat(engine.inspect().hasTable("users")).isTrue();
            assertThat(engine.inspect().table("USERS").name()).isEqualTo("users");
            metadata.dropAll(engine);
            assertThat(engine.inspect().tableNames()).isEmpty();
        }
    }

    @Test
    void aForeignKeyNamesTheSchemaItLeadsTo() {
        try (var engine = Engine.create("h2://")) {
            engine.inTransaction(connection -> {
                connection.execute(text("CREATE SCHEMA stock"));
                connection.execute(text("CREATE TABLE stock.goods (id INT PRIMARY KEY)"));
                connection
                        .execute(text("CREATE TABLE sales (id INT PRIMARY KEY, good INT REFERENCES stock.goods(id))"));
            });

            assertThat(engine.inspect().foreignKeys("sales")).singleElement()
                    .satisfies(key -> assertThat(key.referredSchema()).isEqualTo("stock"));
        }
    }

    @ParameterizedTest
    @CsvSource({"2 1 1, uq My", "3 9 1, fk My", "3 1 0, ck My"})
    void aConstraintOfAnOddNameIsTold(String values, String name) {
        try (var engine = Engine.create("h2://")) {
            engine.inTransaction(connection -> {
                connection.execute(text("CREATE TABLE a (id INT PRIMARY KEY)"));
                connection.execute(
                        text("CREATE TABLE \"My Table\" (u INT, w INT, k INT, CONSTRAINT \"uq My\" UNIQUE (u), "
                                + "CONSTRAINT \"fk My\" FOREIGN KEY (w) REFERENCES a (id), CONSTRAINT \"ck My\" CHECK (k > 0))"));
                connection.execute(text("INSERT INTO a VALUES (1)"));
                connection.execute(text("INSERT INTO \"My Table\" VALUES (2, 1, 1)"));
            });

            var insert = text("INSERT INTO \"My Table\" VALUES (" + values.replace(' ', ',') + ")");
            assertThatThrownBy(() -> engine.inTransaction(connection -> connection.execute(insert)))
                    .isInstanceOfSatisfying(IntegrityException.class,
                            violation -> assertThat(violation.constraintName()).contains(name));
        }
    }

    @Test
    void anUnknownOptionIsRefused() {
        try (var engine = Engine.create("h2:///mem:options?nosuch=1")) {
            assertThatThrownBy(engine::connect).isInstanceOf(DatabaseException.class).hasMessageContaining("NOSUCH");
        }
    }

    @Test
    void anOptionReachesTheDatabase() {
        try (var engine = Engine.builder("h2://?mode=MySQL").connectArgument("init", "SET @a = 1; SET @b = 2")
                .build()) {
            var mode = engine.fromTransaction(connection -> connection.execute(text(
                    "SELECT SETTING_VALUE FROM INFORMATION_SCHEMA.SETTINGS WHERE SETTING_NAME = 'MODE'")).rows().one());

            assertThat(mode.get(1)).isEqualTo("MySQL");
        }
    }
}
