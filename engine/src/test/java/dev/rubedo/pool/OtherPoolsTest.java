package dev.rubedo.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.error.PoolClosedException;
import dev.rubedo.error.PoolTimeoutException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OtherPoolsTest {

    private final FakeDatabase database = new FakeDatabase();

    @Test
    void aNullPoolOpensAndClosesForEachUse() throws SQLException {
        var pool = new NullPool(database);

        pool.checkIn(pool.checkOut());
        pool.checkIn(pool.checkOut());

        assertThat(database.log).containsExactly("open 1", "close 1", "open 2", "close 2");
    }

    @Test
    void aStaticPoolSharesOneConnection() throws SQLException {
        var pool = new StaticPool(database);

        var first = pool.checkOut();
        var second = pool.checkOut();

        assertThat(second).isSameAs(first);
        assertThat(pool.status()).isEqualTo(new PoolStatus(2, 0, Integer.MAX_VALUE, 0));
    }

    @Test
    void aStaticPoolClosesAnInvalidatedConnectionUnderAllWhoShareIt() throws SQLException {
        var pool = new StaticPool(database);
        var first = pool.checkOut();
        pool.checkOut();

        pool.invalidate(first, null);
        assertThat(database.open).isEmpty();
        pool.checkIn(first);

        assertThat(database.log).containsExactly("open 1", "close 1");
        assertThat(pool.checkOut()).isNotSameAs(first);
    }

    @Test
    void aStaticPoolReplacesARetiredConnection() throws SQLException {
        var pool = new StaticPool(database);
        var first = pool.checkOut();
        first.retire();
        pool.checkIn(first);

        assertThat(database.log).containsExactly("open 1", "close 1");
        assertThat(pool.checkOut()).isNotSameAs(first);
    }

    @Test
    void aClosedPoolRefusesToLend() {
        var pool = new StaticPool(database);
        pool.close();

        assertThatThrownBy(pool::checkOut).isInstanceOf(PoolClosedException.class);
    }

    @Test
    void aNullPoolGivesAConnectionBackInTheModeItGotItIn() throws SQLException {
        var pool = new NullPool(database);
        var connection = pool.checkOut();
        assertThat(connection.jdbc().getAutoCommit()).isFalse();

        pool.checkIn(connection);

        assertThat(connection.jdbc().getAutoCommit()).isTrue();
    }

    @Test
    void aConnectionThatBreaksWhileItIsSetUpIsClosed() {
        database.modeless(true);

        for (ConnectionPool pool : List.of(new NullPool(database), new StaticPool(database))) {
            assertThatThrownBy(pool::checkOut).isInstanceOf(SQLException.class).hasMessage("Connection reset");
        }

        assertThat(database.opened()).isEqualTo(2);
        assertThat(database.open).isEmpty();
    }

    @Test
    void aListenerThatThrowsCostsNoConnection() {
        for (var event : List.of("connect", "checkOut", "checkIn", "invalidate")) {
            for (ConnectionPool pool : List.of(new NullPool(database), new StaticPool(database))) {
                pool.listen(new ThrowingListener(event));

                assertThatThrownBy(() -> {
                    pool.checkIn(pool.checkOut());
                    pool.invalidate(pool.checkOut(), null);
                }).isInstanceOf(IllegalStateException.class).hasMessage(event);

                assertThat(pool.status().checkedOut()).isZero();
                pool.close();
                assertThat(database.open).isEmpty();
            }
        }
    }

    @Test
    void optionsThatMeanNothingAreRefused() {
        assertThatThrownBy(() -> PoolOptions.DEFAULT.withSize(-1)).hasMessageContaining("poolSize")
                .hasMessageContaining("-1");
        assertThatThrownBy(() -> PoolOptions.DEFAULT.withMaxOverflow(-2)).hasMessageContaining("maxOverflow");
        assertThatThrownBy(() -> PoolOptions.DEFAULT.withTimeout(Duration.ofSeconds(-1)))
                .hasMessageContaining("poolTimeout");
        assertThatThrownBy(() -> PoolOptions.DEFAULT.withRecycle(Duration.ofSeconds(-1)))
                .hasMessageContaining("poolRecycle");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anOpeningThatTakesTooLongIsGivenUpByPoolsThatKeepNothing(boolean isStatic) {
        database.stall();
        var limit = Duration.ofMillis(100);
        var pool = isStatic ? new StaticPool(database, limit) : new NullPool(database, limit);

        assertThatThrownBy(pool::checkOut).isInstanceOf(PoolTimeoutException.class)
                .hasMessageContaining("could be opened within 0.1 s");

        database.resume();
        assertThat(pool.status().checkedOut()).isZero();
    }
}
