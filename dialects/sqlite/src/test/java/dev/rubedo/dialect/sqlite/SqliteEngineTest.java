package dev.rubedo.dialect.sqlite;

import static dev.rubedo.sql.Sql.insertInto;
import static dev.rubedo.sql.Sql.select;
import static dev.rubedo.type.Types.INTEGER;
import static dev.rubedo.type.Types.string;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.engine.Engine;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.Table;
import org.junit.jupiter.api.Test;

class SqliteEngineTest {

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
        try (var engine = Engine.create("sqlite:///:memory:")) {
            metadata.createAll(engine);
            engine.inTransaction(connection -> connection.execute(insertInto(users).values(users.name, "Alice")));

            var names = engine.fromTransaction(connection -> connection.all(select(users.name)));

            assertThat(names).containsExactly("Alice");
            assertThat(engine.inspect().tableNames()).containsExactly("users");
        }
    }
}
