package dev.rubedo.orm.cost;

import static dev.rubedo.orm.cost.Allocation.assertAtMost;
import static dev.rubedo.sql.Sql.bind;
import static dev.rubedo.sql.Sql.insertInto;
import static dev.rubedo.sql.Sql.into;
import static dev.rubedo.sql.Sql.select;
import static dev.rubedo.sql.Sql.update;
import static dev.rubedo.type.Types.BIGINT;
import static dev.rubedo.type.Types.INTEGER;
import static dev.rubedo.type.Types.string;

import dev.rubedo.engine.Connection;
import dev.rubedo.engine.Engine;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.Table;
import dev.rubedo.sql.Row;
import dev.rubedo.sql.Select;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Core allocates, in bytes; where a database is involved, beyond what plain JDBC allocates for the same. */
class CoreAllocationTest {

    static final class People extends Table {
        final Column<Long> id = column("id", BIGINT).primaryKey();
        final Column<String> name = column("name", string(50)).notNull();
        final Column<Integer> age = column("age", INTEGER).notNull();

        People(MetaData metadata) {
            super("people", metadata);
        }
    }

    record Person(long id, String name, int age) {}

    private final MetaData metadata = new MetaData();
    private final People people = new People(metadata);
    private final Engine engine = Engine.create("h2:///mem:allocation");
    private final Connection connection = engine.connect();

    @BeforeEach
    void fill() {
        metadata.createAll(connection);
        connection.execute(insertInto(people).rows(LongStream.rangeClosed(1, 1000).boxed().toList(),
                (row, id) -> row.set(people.id, id).set(people.name, "name " + id).set(people.age, (int) (id % 90))));
        connection.commit();
    }

    @AfterEach
    void close() {
        connection.close();
        engine.close();
    }

    private Select<Row> byKey(long id) {
        return select(people.id, people.name, people.age).where(people.id.eq(id));
    }

    private List<Object> jdbc(String sql, int key) {
        try (PreparedStatement statement = connection.jdbc().prepareStatement(sql)) {
            if (key > 0) {
                statement.setLong(1, key);
            }
            var rows = new ArrayList<Object>();
            try (var result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(new Person(result.getLong(1), result.getString(2), result.getInt(3)));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aStatementIsCompiled() {
        var dialect = engine.dialect();

        assertAtMost(10_700, "select", () -> byKey(1).sql(dialect));
        assertAtMost(9_200, "insert", () -> insertInto(people).values(people.id, 1L, people.name, "x").sql(dialect));
        assertAtMost(9_500, "update",
                () -> update(people).set(people.name, "x").where(people.id.eq(1L)).sql(dialect));
    }

    @Test
    void aConnectionIsTakenFromThePool() {
        assertAtMost(810, "checkout", () -> {
            try (var taken = engine.connect()) {
                taken.info();
            }
        });
    }

    @Test
    void aStatementWhosePlanIsCachedIsExecuted() {
        long plain = Allocation.of(() -> jdbc("SELECT id, name, age FROM people WHERE id = ?", 7));
        var prepared = select(people.id, people.name, people.age).where(people.id.eq(bind("id", BIGINT)));

        assertAtMost(plain + 2_300, "a new statement of a known shape", () -> connection.one(byKey(7)));
        assertAtMost(plain + 1_000, "a constant statement",
                () -> connection.execute(prepared, Map.of("id", 7L)).one());
    }

    @Test
    void aRowCostsWhatItHolds() {
        long plain = Allocation.of(() -> jdbc("SELECT id, name, age FROM people", 0));
        var query = select(people.id, people.name, people.age);

        assertAtMost(plain + 1000 * 65, "1000 rows", () -> connection.all(query));
        assertAtMost(plain + 1000 * 76, "1000 records",
                () -> connection.execute(query).as(Person.class).all());
        assertAtMost(plain + 1000 * 65, "1000 objects by a constructor",
                () -> connection.all(select(into(Person::new, people.id, people.name, people.age))));
        assertAtMost(plain, "1000 numbers", () -> connection.all(select(people.id)));
    }
}
