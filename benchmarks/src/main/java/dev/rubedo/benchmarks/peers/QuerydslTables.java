package dev.rubedo.benchmarks.peers;

import com.querydsl.core.types.Projections;
import com.querydsl.core.types.dsl.Expressions;
import com.querydsl.core.types.dsl.NumberPath;
import com.querydsl.core.types.dsl.StringPath;
import com.querydsl.sql.Configuration;
import com.querydsl.sql.H2Templates;
import com.querydsl.sql.PostgreSQLTemplates;
import com.querydsl.sql.RelationalPathBase;
import com.querydsl.sql.SQLQuery;
import com.querydsl.sql.SQLQueryFactory;
import com.querydsl.sql.SQLiteTemplates;
import com.querydsl.sql.dml.SQLUpdateClause;
import dev.rubedo.benchmarks.Database;
import dev.rubedo.benchmarks.Rows;
import dev.rubedo.benchmarks.TableWorkloads;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;

/** The workloads of rows by QueryDSL (openfeign), with paths as its generator makes them. Confined to one thread. */
@NullUnmarked
public final class QuerydslTables implements TableWorkloads {
    private static final RelationalPathBase<Object> USERS = new RelationalPathBase<>(Object.class, "users", null,
            "users");
    private static final NumberPath<Long> ID = Expressions.numberPath(Long.class, USERS, "id");
    private static final StringPath NAME = Expressions.stringPath(USERS, "name");
    private static final StringPath EMAIL = Expressions.stringPath(USERS, "email");
    private static final NumberPath<Integer> AGE = Expressions.numberPath(Integer.class, USERS, "age");
    private static final StringPath BIO = Expressions.stringPath(USERS, "bio");
    private static final RelationalPathBase<Object> ADDRESSES = new RelationalPathBase<>(Object.class, "addresses",
            null,
            "addresses");
    private static final NumberPath<Long> ADDRESS_ID = Expressions.numberPath(Long.class, ADDRESSES, "id");
    private static final NumberPath<Long> USER_ID = Expressions.numberPath(Long.class, ADDRESSES, "user_id");
    private static final StringPath CITY = Expressions.stringPath(ADDRESSES, "city");

    private final Database database;
    private final Configuration configuration;
    private final Connection connection;
    private final SQLQueryFactory queries;

    /** Makes the workloads on a database. */
    public QuerydslTables(Database database) throws SQLException {
        this.database = database;
        configuration = new Configuration(switch (database.product()) {
            case H2 -> new H2Templates();
            case SQLITE -> new SQLiteTemplates();
            case POSTGRESQL -> new PostgreSQLTemplates();
        });
        connection = database.pool().getConnection();
        queries = new SQLQueryFactory(configuration, () -> connection);
    }

    @Override
    public long w3() {
        long digest = 0;
        for (var row : queries.select(ID, NAME, AGE).from(USERS).fetch()) {
            digest += Rows.digest(row.get(ID), row.get(NAME), row.get(AGE));
        }
        return digest;
    }

    @Override
    public long w3records() {
        List<Reader> readers = queries.select(Projections.constructor(Reader.class, ID, NAME, AGE)).from(USERS).fetch();
        long digest = 0;
        for (Reader reader : readers) {
            digest += Rows.digest(reader.id(), reader.name(), reader.age());
        }
        return digest;
    }

    @Override
    public String w9() {
        return new SQLQuery<Void>(configuration).select(NAME, ADDRESS_ID.count()).from(USERS).join(ADDRESSES)
                .on(USER_ID.eq(ID)).where(AGE.goe(20), AGE.lt(60), CITY.eq("city 7"), BIO.isNotNull(),
                        EMAIL.like("user%"))
                .groupBy(NAME).having(ADDRESS_ID.count().gt(1L)).orderBy(NAME.asc()).limit(10).getSQL().getSQL();
    }

    @Override
    public long w10() throws SQLException {
        try (Connection another = database.pool().getConnection()) {
            another.setAutoCommit(false);
            long changed = new SQLUpdateClause(another, configuration, USERS).set(AGE, AGE.add(1))
                    .where(AGE.lt(1_000_000_000)).execute();
            another.commit();
            return changed;
        }
    }

    @Override
    public long byKey(long key) {
        var row = queries.select(ID, NAME, AGE).from(USERS).where(ID.eq(key)).fetchOne();
        return Rows.digest(row.get(ID), row.get(NAME), row.get(AGE));
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
