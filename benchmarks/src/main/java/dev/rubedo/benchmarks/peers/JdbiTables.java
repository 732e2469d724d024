package dev.rubedo.benchmarks.peers;

import dev.rubedo.benchmarks.Database;
import dev.rubedo.benchmarks.Rows;
import dev.rubedo.benchmarks.TableWorkloads;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The workloads of rows by Jdbi, which has no statements but texts. Confined to one thread. */
public final class JdbiTables implements TableWorkloads {
    private static final String QUERY = "SELECT id, name, age FROM users";

    private final Jdbi jdbi;
    private final Handle handle;

    /** Makes the workloads on a database. */
    public JdbiTables(Database database) {
        jdbi = Jdbi.create(database.pool());
        jdbi.registerRowMapper(ConstructorMapper.factory(Reader.class));
        handle = jdbi.open();
    }

    @Override
    public long w3() {
        long digest = 0;
        for (Map<String, Object> row : handle.createQuery(QUERY).mapToMap().list()) {
            digest += Rows.digest(((Number) row.get("id")).longValue(), (String) row.get("name"),
                    (Integer) row.get("age"));
        }
        return digest;
    }

    @Override
    public long w3typed() {
        return digest(handle.createQuery(QUERY)
                .map((rows, context) -> new Reader(rows.getLong(1), rows.getString(2), rows.getInt(3))).list());
    }

    @Override
    public long w3records() {
        return digest(handle.createQuery(QUERY).mapTo(Reader.class).list());
    }

    private static long digest(List<Reader> readers) {
        long digest = 0;
        for (Reader reader : readers) {
            digest += Rows.digest(reader.id(), reader.name(), reader.age());
        }
        return digest;
    }

    @Override
    public long w10() {
        return jdbi.<Long, RuntimeException>inTransaction(one -> (long) one
                .createUpdate("UPDATE users SET age = age + :more WHERE age < :most").bind("more", 1)
                .bind("most", 1_000_000_000).execute());
    }

    @Override
    public long byKey(long key) {
        Reader reader = handle.createQuery(QUERY + " WHERE id = :id").bind("id", key).mapTo(Reader.class).one();
        return Rows.digest(reader.id(), reader.name(), reader.age());
    }

    @Override
    public long insert(int count) {
        return jdbi.<Long, RuntimeException>inTransaction(one -> {
            long sum = 0;
            try (PreparedBatch batch = one.prepareBatch("INSERT INTO users (name, email, age, created, score, bio)"
                    + " VALUES (:name, :email, :age, :created, :score, :bio)")) {
                for (int row = 0; row < count; row++) {
                    batch.bind("name", Rows.name(row)).bind("email", Rows.email(row)).bind("age", Rows.age(row))
                            .bind("created", Rows.created(row)).bind("score", Rows.score(row))
                            .bind("bio", Rows.bio(row)).add();
                    if ((row + 1) % Rows.BATCH == 0) {
                        for (long id : batch.executePreparedBatch("id").mapTo(Long.class)) {
                            sum += id;
                        }
                    }
                }
            }
            return sum;
        });
    }

    @Override
    public void close() {
        handle.close();
    }
}
