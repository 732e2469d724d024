package dev.rubedo.orm.guide;

import static dev.rubedo.engine.ExecuteOption.generatedKeys;
import static dev.rubedo.engine.ExecuteOption.yieldPer;
import static dev.rubedo.sql.Sql.insertInto;
import static dev.rubedo.sql.Sql.select;
import static dev.rubedo.type.Types.BIGINT;
import static dev.rubedo.type.Types.INTEGER;
import static dev.rubedo.type.Types.string;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.engine.Connection;
import dev.rubedo.engine.Engine;
import dev.rubedo.result.FrozenResult;
import dev.rubedo.result.Result;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.Table;
import dev.rubedo.sql.Row;
import dev.rubedo.sql.Select;
import dev.rubedo.testing.DatabaseTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The samples of {@code docs/guide/results.md}; an architecture test compares the texts. */
class ResultsTest {

    private static final MetaData METADATA = new MetaData();

    /** The table of the guide. */
    static final class Users extends Table {
        final Column<Long> id = column("id", BIGINT).primaryKey();
        final Column<String> name = column("name", string(50)).notNull();
        final Column<Integer> age = column("age", INTEGER);

        Users() {
            super("users", METADATA);
        }
    }

    record User(long id, String name) {}

    private static final Users users = new Users();

    @DatabaseTest
    void theSamplesDoWhatTheySay(Engine engine) {
        METADATA.createAll(engine);
        try (Connection connection = engine.connect()) {
            insert(connection);
            terminals(connection);
            rows(connection);
            shapes(connection);
            large(connection);
        }
    }

    private static void insert(Connection connection) {
        Result<?> inserted = connection.execute(insertInto(users).values(users.name, "Ann", users.age, 36),
                generatedKeys());
        long id = inserted.insertedPrimaryKey().require(users.id);

        assertThat(id).isEqualTo(1);
        connection.execute(insertInto(users).values(users.name, "Bea", users.age, 17));
        connection.execute(insertInto(users).values(users.name, "Cleo"));
    }

    private static void terminals(Connection connection) {
        List<String> names = connection.execute(select(users.name).orderBy(users.id)).all();
        String ann = connection.execute(select(users.name).where(users.id.eq(1L))).one();
        Optional<String> nobody = connection.execute(select(users.name).where(users.id.eq(99L))).optional();

        assertThat(names).containsExactly("Ann", "Bea", "Cleo");
        assertThat(ann).isEqualTo("Ann");
        assertThat(nobody).isEmpty();
    }

    private static void rows(Connection connection) {
        List<String> seen = new ArrayList<>();
        for (Row row : connection.execute(select(users.id, users.name, users.age).orderBy(users.id))) {
            String name = row.get(users.name);
            Object id = row.get("id");
            Map<String, Object> map = row.asMap();
            List<Object> values = row.slice(2, 3).values();
            seen.add(name + id + map.get("age") + values.size());
        }
        assertThat(seen).containsExactly("Ann1362", "Bea2172", "Cleo3null2");
    }

    private static void shapes(Connection connection) {
        Select<Row> query = select(users.id, users.name, users.age).orderBy(users.id);
        List<User> records = connection.execute(query).as(User.class).all();
        List<Map<String, Object>> maps = connection.execute(query).mappings().all();
        List<String> names = connection.execute(query).column(users.name).all();
        List<Row> twoColumns = connection.execute(query).columns(users.name, users.id).all();
        List<Row> onePerAge = connection.execute(query).unique(row -> row.get(users.age)).all();

        assertThat(records).contains(new User(2, "Bea"));
        assertThat(maps.get(0)).containsEntry("name", "Ann");
        assertThat(names).hasSize(3);
        assertThat(twoColumns.get(0).names()).containsExactly("name", "id");
        assertThat(onePerAge).hasSize(3);

        FrozenResult<Row> frozen = connection.execute(query).freeze();
        Result<Row> first = frozen.result();
        Result<Row> second = frozen.result();
        assertThat(first.all()).isEqualTo(second.all());
    }

    private static void large(Connection connection) {
        List<Integer> sizes = new ArrayList<>();
        Select<Row> query = select(users.id, users.name).orderBy(users.id);
        for (List<Row> page : connection.execute(query, yieldPer(2)).partitions()) {
            sizes.add(page.size());
        }
        try (Stream<Row> stream = connection.stream(query, yieldPer(2))) {
            sizes.add((int) stream.count());
        }
        assertThat(sizes).containsExactly(2, 1, 3);
    }
}
