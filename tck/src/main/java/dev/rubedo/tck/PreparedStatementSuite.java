package dev.rubedo.tck;

import static dev.rubedo.sql.Sql.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.CachedStatement;
import dev.rubedo.engine.Connection;
import dev.rubedo.engine.Engine;
import dev.rubedo.error.IntegrityException;
import dev.rubedo.result.RowReader;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Prepared statements, written and read by position: the fast API used by the ORM. */
public abstract class PreparedStatementSuite {

    private Shop shop = Suites.unset();
    private Connection connection = Suites.unset();

    @BeforeEach
    void fill(Engine engine) {
        shop = Shop.filled(engine);
        connection = engine.connect();
    }

    @AfterEach
    void close() {
        connection.close();
    }

    @DatabaseTest
    void aQueryIsReadByPosition() {
        CachedStatement query = connection.prepared().prepare(select(shop.users.id, shop.users.name, shop.users.age)
                .where(shop.users.id.eq(0L)));

        RowReader in = connection.prepared().query(query, 4L);

        assertThat(in.next()).isTrue();
        assertThat(in.getLong(1)).isEqualTo(4);
        assertThat(in.getString(2)).isEqualTo("Dan");
        assertThat(in.getIntegerOrNull(3)).isNull();
        assertThat(in.getInt(3)).isZero();
        assertThat(in.wasNull()).isTrue();
        assertThat(in.next()).isFalse();
        assertThat(in.isClosed()).isTrue();
    }

    @DatabaseTest
    void parametersAreWrittenOneByOne() {
        CachedStatement query = connection.prepared()
                .prepare(select(shop.users.name).where(shop.users.age.between(0, 0))
                        .orderBy(shop.users.name));

        RowReader in = connection.prepared().query(query, out -> {
            out.setInt(17);
            out.setInt(25);
        });

        var names = new ArrayList<String>();
        while (in.next()) {
            names.add(in.getString(1));
        }
        assertThat(names).containsExactly("Ben", "Cleo");
    }

    @DatabaseTest
    void aListIsGivenAsOneValue() {
        CachedStatement query = connection.prepared().prepare(select(shop.users.name).where(shop.users.id.in(0L))
                .orderBy(shop.users.id));

        RowReader in = connection.prepared().query(query, List.of(1L, 3L));

        assertThat(in.next()).isTrue();
        assertThat(in.getString(1)).isEqualTo("Ada");
        assertThat(in.next()).isTrue();
        assertThat(in.getString(1)).isEqualTo("Cleo");
        in.close();
    }

    @DatabaseTest
    void twoQueriesAreReadAtOnce() {
        CachedStatement all = connection.prepared().prepare(select(shop.users.id).orderBy(shop.users.id));
        CachedStatement one = connection.prepared().prepare(select(shop.users.name).where(shop.users.id.eq(0L)));
        var names = new ArrayList<String>();

        RowReader outer = connection.prepared().query(all);
        while (outer.next()) {
            RowReader inner = connection.prepared().query(one, outer.getLong(1));
            inner.next();
            names.add(inner.getString(1));
            inner.close();
        }

        assertThat(names).containsExactly("Ada", "Ben", "Cleo", "Dan");
    }

    @DatabaseTest
    void anUpdateCountsItsRows() {
        CachedStatement change = connection
                .prepared().prepare(update(shop.users).set(shop.users.age, 0).where(shop.users.id.gt(0L)));

        assertThat(connection.prepared().update(change, 50, 2L)).isEqualTo(2);
        assertThat(connection.prepared().update(change, out -> {
            out.setInt(51);
            out.setLong(99);
        })).isZero();
    }

    @DatabaseTest
    void aBatchCountsEachOfItsRows(StatementLog statements) {
        CachedStatement change = connection
                .prepared().prepare(update(shop.users).set(shop.users.age, 0).where(shop.users.id.eq(0L)));
        statements.clear();

        long[] counts = connection.prepared().batch(change, 3, (row, out) -> {
            out.setInt(60 + row);
            out.setLong(row == 2 ? 99 : row + 1);
        });

        assertThat(counts).containsExactly(1, 1, 0);
        assertThat(statements.count()).isEqualTo(1);
        assertThat(connection.execute(select(shop.users.age).where(shop.users.id.le(2L)).orderBy(shop.users.id)).all())
                .containsExactly(60, 61);
    }

    @DatabaseTest
    void aBatchThatViolatesAConstraintSaysSo() {
        CachedStatement insert = connection
                .prepared().prepare(insertInto(shop.users).values(shop.users.id, 0L, shop.users.name, ""));

        assertThatThrownBy(() -> connection.prepared().batch(insert, 2, (row, out) -> {
            out.setLong(row == 0 ? 50 : 1);
            out.setString("x");
        })).isInstanceOfSatisfying(IntegrityException.class,
                e -> assertThat(e.kind()).isEqualTo(IntegrityException.Kind.UNIQUE));
        connection.rollback();
        assertThat(connection.count(select(shop.users))).isEqualTo(4);
    }
}
