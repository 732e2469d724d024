package dev.rubedo.benchmarks.rubedo;

import static dev.rubedo.sql.Sql.bind;
import static dev.rubedo.sql.Sql.count;
import static dev.rubedo.sql.Sql.insertInto;
import static dev.rubedo.sql.Sql.into;
import static dev.rubedo.sql.Sql.select;
import static dev.rubedo.sql.Sql.update;
import static dev.rubedo.type.Types.BIGINT;
import static dev.rubedo.type.Types.INTEGER;
import static dev.rubedo.type.Types.TIMESTAMP;
import static dev.rubedo.type.Types.numeric;
import static dev.rubedo.type.Types.string;

import dev.rubedo.backend.IsolationLevel;
import dev.rubedo.benchmarks.Database;
import dev.rubedo.benchmarks.Rows;
import dev.rubedo.benchmarks.TableWorkloads;
import dev.rubedo.engine.Connection;
import dev.rubedo.engine.Engine;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.Table;
import dev.rubedo.sql.Row;
import dev.rubedo.sql.Select;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The workloads of rows by the Core of Rubedo; reads in auto-commit, as those of JDBC. Confined to one thread. */
public final class RubedoTables implements TableWorkloads {
    /** The table of users. */
    static final class Users extends Table {
        final Column<Long> id = column("id", BIGINT).primaryKey();
        final Column<String> name = column("name", string(50)).notNull();
        final Column<String> email = column("email", string(100)).notNull();
        final Column<Integer> age = column("age", INTEGER).notNull();
        final Column<LocalDateTime> created = column("created", TIMESTAMP).notNull();
        final Column<BigDecimal> score = column("score", numeric(10, 2)).notNull();
        final Column<String> bio = column("bio", string(200));

        Users(MetaData metadata) {
            super("users", metadata);
        }
    }

    /** The table of addresses. */
    static final class Addresses extends Table {
        final Column<Long> id = column("id", BIGINT).primaryKey();
        final Column<Long> userId = column("user_id", BIGINT).notNull().references("users.id");
        final Column<String> city = column("city", string(50)).notNull();

        Addresses(MetaData metadata) {
            super("addresses", metadata);
        }
    }

    private final Users users;
    private final Addresses addresses;
    private final Engine engine;
    private final Engine readingEngine;
    private final Connection connection;
    private final Select<Row> rows;
    private final Select<Reader> readers;
    private final Select<Row> kept;

    /** Makes the workloads on a database. */
    public RubedoTables(Database database) {
        MetaData metadata = new MetaData();
        users = new Users(metadata);
        addresses = new Addresses(metadata);
        engine = Engine.create(database.url());
        readingEngine = Engine.builder(database.url()).isolationLevel(IsolationLevel.AUTOCOMMIT).build();
        connection = readingEngine.connect();
        rows = select(users.id, users.name, users.age);
        readers = select(into(Reader::new, users.id, users.name, users.age));
        kept = rows.where(users.id.eq(bind("id", BIGINT)));
    }

    @Override
    public long w3() {
        long digest = 0;
        for (Row row : connection.all(rows)) {
            digest += Rows.digest(row.require(users.id), row.require(users.name), row.require(users.age));
        }
        return digest;
    }

    @Override
    public long w3typed() {
        return digest(connection.all(readers));
    }

    @Override
    public long w3records() {
        return digest(connection.execute(rows).as(Reader.class).all());
    }

    private static long digest(List<Reader> readers) {
        long digest = 0;
        for (Reader reader : readers) {
            digest += Rows.digest(reader.id(), reader.name(), reader.age());
        }
        return digest;
    }

    private Select<Row> medium() {
        return select(users.name, count(addresses.id)).from(users).join(addresses, addresses.userId.eq(users.id))
                .where(users.age.ge(20), users.age.lt(60), addresses.city.eq("city 7"), users.bio.isNotNull(),
                        users.email.like("user%"))
                .groupBy(users.name).having(count(addresses.id).gt(1L)).orderBy(users.name).limit(10);
    }

    @Override
    public String w9() {
        return medium().sql(readingEngine.dialect());
    }

    @Override
    public String w9cached() {
        return readingEngine.prepare(medium()).sql();
    }

    @Override
    public long w10() {
        return engine.<Long, RuntimeException>fromTransaction(one -> one.execute(
                update(users).set(users.age, users.age.plus(1)).where(users.age.lt(1_000_000_000))).rowCount());
    }

    @Override
    public long byKey(long key) {
        return digest(connection.one(select(users.id, users.name, users.age).where(users.id.eq(key))));
    }

    @Override
    public long byKeyKept(long key) {
        return digest(connection.execute(kept, Map.of("id", key)).one());
    }

    private long digest(Row row) {
        return Rows.digest(row.require(users.id), row.require(users.name), row.require(users.age));
    }

    @Override
    public long insert(int count) {
        return engine.<Long, RuntimeException>fromTransaction(one -> {
            long sum = 0;
            for (long id : one.all(insertInto(users).rows(IntStream.range(0, count).boxed().toList(),
                    (values, row) -> values.set(users.name, Rows.name(row)).set(users.email, Rows.email(row))
                            .set(users.age, Rows.age(row)).set(users.created, Rows.created(row))
                            .set(users.score, Rows.score(row)).set(users.bio, Rows.bio(row)))
                    .returning(users.id))) {
                sum += id;
            }
            return sum;
        });
    }

    @Override
    public void close() {
        connection.close();
        readingEngine.close();
        engine.close();
    }
}
