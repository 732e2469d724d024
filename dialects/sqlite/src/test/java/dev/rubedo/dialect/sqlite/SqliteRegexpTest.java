package dev.rubedo.dialect.sqlite;

import static dev.rubedo.schema.Column.column;
import static dev.rubedo.sql.Sql.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.engine.Engine;
import dev.rubedo.schema.MetaData;
import java.util.List;
import org.junit.jupiter.api.Test;

class SqliteRegexpTest {

    @Test
    void textIsSearchedByRegularExpressionsOfJava() {
        var name = column("name", STRING);
        var metadata = new MetaData();
        var users = metadata.table("users", name);
        try (var engine = Engine.create("sqlite:///:memory:")) {
            metadata.createAll(engine);
            engine.inTransaction(connection -> List.of("Ann", "bob", "Cy").forEach(
                    each -> connection.execute(insertInto(users).values(name, each))));

            engine.inTransaction(connection -> {
                assertThat(connection.all(select(name).where(name.regexpMatch("^[A-C]")))).containsExactly("Ann", "Cy");
                assertThat(connection.all(select(name).where(name.regexpMatch("^a", "i")))).containsExactly("Ann");
                assertThat(connection.all(select(name).where(not(name.regexpMatch("o"))))).containsExactly("Ann", "Cy");
            });
        }
    }
}
