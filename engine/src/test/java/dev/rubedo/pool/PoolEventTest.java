package dev.rubedo.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.error.DatabaseReport;
import dev.rubedo.error.DisconnectedException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PoolEventTest {

    private final FakeDatabase database = new FakeDatabase();
    private final List<String> told = new ArrayList<>();

    /** Notes every call. */
    private class Notes implements PoolListener {
        @Override
        public void afterFirstConnect(PooledConnection connection) {
            told.add("first");
        }

        @Override
        public void afterConnect(PooledConnection connection) {
            told.add("connect");
        }

        @Override
        public void afterCheckOut(PooledConnection connection) {
            told.add("out");
        }

        @Override
        public void afterCheckIn(PooledConnection connection) {
            told.add("in");
        }

        @Override
        public void afterInvalidate(PooledConnection connection, @Nullable Throwable cause) {
            told.add("invalidate");
        }

        @Override
        public void afterDetach(PooledConnection connection) {
            told.add("detach");
        }

        @Override
        public void afterClose(PooledConnection connection) {
            told.add("close");
        }
    }

    @Test
    void theFirstConnectionIsToldApart() throws SQLException {
        for (ConnectionPool pool : List.of(new QueuePool(database, PoolOptions.DEFAULT), new NullPool(database),
                new StaticPool(database))) {
            told.clear();
            pool.listen(new Notes());
            pool.checkIn(pool.checkOut());
            pool.invalidate(pool.checkOut(), null);
            pool.checkIn(pool.checkOut());

            assertThat(told).startsWith("first", "connect", "out", "in").filteredOn("first"::equals).hasSize(1);
        }
    }

    @Test
    void aConnectionFoundDisconnectedOnCheckOutIsReplaced() throws SQLException {
        var pool = new QueuePool(database, PoolOptions.DEFAULT);
        pool.checkIn(pool.checkOut());
        pool.listen(new Notes() {
            @Override
            public void afterCheckOut(PooledConnection connection) {
                super.afterCheckOut(connection);
                if (told.stream().filter("out"::equals).count() == 1) {
                    throw disconnected();
                }
            }
        });

        var connection = pool.checkOut();

        assertThat(told).containsExactly("out", "invalidate", "close", "connect", "out");
        assertThat(database.log).containsExactly("open 1", "close 1", "open 2");
        pool.checkIn(connection);
        assertThat(pool.status().checkedOut()).isZero();
    }

    @Test
    void threeConnectionsAreTried() {
        var pool = new QueuePool(database, PoolOptions.DEFAULT.withSize(1).withMaxOverflow(0));
        pool.listen(new PoolListener() {
            @Override
            public void afterCheckOut(PooledConnection connection) {
                told.add("out");
                throw disconnected();
            }
        });

        assertThatThrownBy(pool::checkOut).isInstanceOf(DisconnectedException.class);

        assertThat(told).hasSize(3);
        assertThat(pool.status().checkedOut()).isZero();
    }

    private static DisconnectedException disconnected() {
        return new DisconnectedException(new DatabaseReport("gone", "", "", "", 0, ""), null);
    }

    @Test
    void aDetachedConnectionMakesRoomForAnother() throws SQLException {
        for (ConnectionPool pool : List.of(
                new QueuePool(database, PoolOptions.DEFAULT.withSize(1).withMaxOverflow(0)), new NullPool(database))) {
            told.clear();
            pool.listen(new Notes());
            var detached = pool.checkOut();

            pool.detach(detached);

            assertThat(pool.status().checkedOut()).isZero();
            assertThat(told).containsExactly("first", "connect", "out", "detach");
            assertThat(detached.jdbc().isClosed()).isFalse();
            assertThatThrownBy(() -> pool.detach(detached)).isInstanceOf(IllegalStateException.class);
            pool.checkIn(pool.checkOut());
        }
        var single = new StaticPool(database);
        var only = single.checkOut();
        assertThatThrownBy(() -> single.detach(only)).isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("StaticPool");
    }
}
