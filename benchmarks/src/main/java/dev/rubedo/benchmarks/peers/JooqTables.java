package dev.rubedo.benchmarks.peers;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import dev.rubedo.benchmarks.Database;
import dev.rubedo.benchmarks.Rows;
import dev.rubedo.benchmarks.TableWorkloads;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record3;
import org.jooq.Records;
import org.jooq.ResultQuery;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.NullUnmarked;

/** The workloads of rows by jOOQ, with fields that have types. Confined to one thread. */
@NullUnmarked
public final class JooqTables implements TableWorkloads {
    private static final Table<Record> USERS = table(name("users"));
    private static final Field<Long> ID = field(name("users", "id"), SQLDataType.BIGINT);
    private static final Field<String> NAME = field(name("users", "name"), SQLDataType.VARCHAR(50));
    private static final Field<String> EMAIL = field(name("users", "email"), SQLDataType.VARCHAR(100));
    private static final Field<Integer> AGE = field(name("users", "age"), SQLDataType.INTEGER);
    private static final Field<LocalDateTime> CREATED = field(name("users", "created"), SQLDataType.LOCALDATETIME(6));
    private static final Field<BigDecimal> SCORE = field(name("users", "score"), SQLDataType.NUMERIC(10, 2));
    private static final Field<String> BIO = field(name("users", "bio"), SQLDataType.VARCHAR(200));
    private static final Table<Record> ADDRESSES = table(name("addresses"));
    private static final Field<Long> ADDRESS_ID = field(name("addresses", "id"), SQLDataType.BIGINT);
    private static final Field<Long> USER_ID = field(name("addresses", "user_id"), SQLDataType.BIGINT);
    private static final Field<String> CITY = field(name("addresses", "city"), SQLDataType.VARCHAR(50));

    private final Database database;
    private final Connection connection;
    private final DSLContext jooq;
    private final ResultQuery<Record3<Long, String, Integer>> kept;

    /** Makes the workloads on a database. */
    public JooqTables(Database database) throws SQLException {
        this.database = database;
        connection = database.pool().getConnection();
        jooq = on(connection);
        kept = jooq.select(ID, NAME, AGE).from(USERS).where(ID.eq(DSL.param("key", Long.class))).keepStatement(true);
    }

    private DSLContext on(Connection some) {
        return DSL.using(some, switch (database.product()) {
            case H2 -> SQLDialect.H2;
            case SQLITE -> SQLDialect.SQLITE;
            case POSTGRESQL -> SQLDialect.POSTGRES;
        }, new Settings().withRenderQuotedNames(RenderQuotedNames.NEVER).withExecuteLogging(false));
    }

    @Override
    public long w3() {
        long digest = 0;
        for (Record3<Long, String, Integer> row : jooq.select(ID, NAME, AGE).from(USERS).fetch()) {
            digest += Rows.digest(row.value1(), row.value2(), row.value3());
        }
        return digest;
    }

    @Override
    public long w3typed() {
        return digest(jooq.select(ID, NAME, AGE).from(USERS).fetch(Records.mapping(Reader::new)));
    }

    @Override
    public long w3records() {
        return digest(jooq.select(ID, NAME, AGE).from(USERS).fetchInto(Reader.class));
    }

    private static long digest(List<Reader> readers) {
        long digest = 0;
        for (Reader reader : readers) {
            digest += Rows.digest(reader.id(), reader.name(), reader.age());
        }
        return digest;
    }

    @Override
    public String w9() {
        return jooq.select(NAME, count(ADDRESS_ID)).from(USERS).join(ADDRESSES).on(USER_ID.eq(ID))
                .where(AGE.ge(20), AGE.lt(60), CITY.eq("city 7"), BIO.isNotNull(), EMAIL.like("user%")).groupBy(NAME)
                .having(count(ADDRESS_ID).gt(1)).orderBy(NAME).limit(10).getSQL();
    }

    @Override
    public long w10() {
        return jooq.transactionResult(inner -> (long) DSL.using(inner).update(USERS).set(AGE, AGE.plus(1))
                .where(AGE.lt(1_000_000_000)).execute());
    }

    private static long digest(Record3<Long, String, Integer> row) {
        return Rows.digest(row.value1(), row.value2(), row.value3());
    }

    @Override
    public long byKey(long key) {
        return digest(jooq.select(ID, NAME, AGE).from(USERS).where(ID.eq(key)).fetchSingle());
    }

    @Override
    public long byKeyKept(long key) {
        kept.bind("key", key);
        return digest(kept.fetchSingle());
    }

    /** Statements of 1000 rows. */
    @Override
    public long insert(int count) throws SQLException {
        try (Connection another = database.pool().getConnection()) {
            another.setAutoCommit(false);
            DSLContext inner = on(another);
            long sum = 0;
            for (int first = 0; first < count; first += Rows.BATCH) {
                var insert = inner.insertInto(USERS, NAME, EMAIL, AGE, CREATED, SCORE, BIO);
                for (int row = first; row < Math.min(count, first + Rows.BATCH); row++) {
                    insert = insert.values(Rows.name(row), Rows.email(row), Rows.age(row), Rows.created(row),
                            Rows.score(row), Rows.bio(row));
                }
                for (var row : insert.returningResult(ID).fetch()) {
                    sum += row.value1();
                }
            }
            another.commit();
            return sum;
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
