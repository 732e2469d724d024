package dev.rubedo.backend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.error.DatabaseException;
import dev.rubedo.error.DisconnectedException;
import dev.rubedo.error.StatementTimeoutException;
import java.net.SocketException;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import org.junit.jupiter.api.Test;

class ErrorTranslatorTest {

    private final ErrorTranslator translator = new ErrorTranslator() {
        @Override
        protected ErrorKind classify(SQLException failure) {
            return ErrorKind.OTHER;
        }

        @Override
        protected String constraint(SQLException failure) {
            return "";
        }
    };

    @Test
    void aBrokenSocketWithoutACodeIsADisconnect() {
        var failure = new SQLException("Connection reset", "S1000", new SocketException("Connection reset"));

        assertThat(translator.translate(failure, "SELECT 1", "")).isInstanceOf(DisconnectedException.class);
        assertThat(translator.isDisconnect(failure)).isTrue();
    }

    @Test
    void aTimeoutWithoutACodeIsAStatementTimeout() {
        var failure = new SQLTimeoutException("Statement cancelled due to timeout or client request");

        assertThat(translator.translate(failure, "SELECT 1", "")).isInstanceOf(StatementTimeoutException.class);
        assertThat(translator.isDisconnect(failure)).isFalse();
    }

    @Test
    void anErrorWithoutACodeAndWithoutANetworkCauseIsNone() {
        var failure = new SQLException("strange", "S1000", new IllegalStateException("inside the driver"));

        assertThat(translator.translate(failure, "SELECT 1", "")).isExactlyInstanceOf(DatabaseException.class);
        assertThat(translator.isDisconnect(failure)).isFalse();
    }
}
