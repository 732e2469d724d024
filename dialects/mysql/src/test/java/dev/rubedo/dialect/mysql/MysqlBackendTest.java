package dev.rubedo.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.backend.DatabaseUrl;
import dev.rubedo.engine.Engine;
import dev.rubedo.error.DatabaseException;
import dev.rubedo.error.IntegrityException;
import dev.rubedo.error.OperationalException;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MysqlBackendTest {

    @Test
    void aUrlBecomesTheDriversUrlAndProperties() {
        var url = DatabaseUrl.of("mysql+pymysql://me:p%40ss@db:3307/shop?charset=utf8mb4");

        assertThat(new MysqlBackend().target(url, Map.of()).url()).isEqualTo("jdbc:mysql://db:3307/shop");
        assertThat(new MariadbBackend().target(url, Map.of("sslMode", "disable")).properties()).containsOnly(
                Map.entry("user", "me"),
                Map.entry("password", "p@ss"), Map.entry("sslMode", "disable"));
    }

    @Test
    void anotherCharacterSetIsRefused() {
        assertThatThrownBy(() -> new MysqlBackend().target(DatabaseUrl.of("mysql://db/shop?charset=latin1"), Map.of()))
                .hasMessageContaining("latin1");
    }

    @Test
    void theVersionTellsAMariadbServerBehindEitherDriver() {
        var provider = new MysqlBackendProvider();

        assertThat(provider.forProduct("MySQL", "8.0.33").orElseThrow().dialect().name()).isEqualTo("mysql");
        assertThat(provider.forProduct("MySQL", "5.5.5-11.4.5-MariaDB").orElseThrow().dialect().name())
                .isEqualTo("mariadb");
        assertThat(provider.forProduct("MariaDB", "11.4.5").orElseThrow().dialect().name()).isEqualTo("mariadb");
    }

    @ParameterizedTest
    @CsvSource({"23000, 1062, UniqueViolationException", "23000, 1452, ForeignKeyViolationException",
            "23000, 1048, NotNullViolationException",
            "HY000, 1364, NotNullViolationException", "HY000, 3819, CheckViolationException",
            "23000, 4025, CheckViolationException",
            "40001, 1213, DeadlockException", "HY000, 1020, SerializationFailureException",
            "HY000, 1205, LockTimeoutException",
            "HY000, 3572, LockTimeoutException", "70100, 1969, StatementTimeoutException",
            "HY000, 3024, StatementTimeoutException",
            "08S01, 0, DisconnectedException", "HY000, 2006, DisconnectedException",
            "HY000, 2014, DisconnectedException", "HY000, 2045, DisconnectedException",
            "HY000, 4031, DisconnectedException", "22001, 1406, DataException",
            "42S02, 1146, ProgrammingException", "25006, 1792, OperationalException", "HY000, 9999, DatabaseException"})
    void anErrorIsKnownByItsNumber(String state, int code, String exception) {
        var translated = MysqlErrorTranslator.INSTANCE.translate(new SQLException("failure", state, code), "SELECT 1",
                "");

        assertThat(translated.getClass().getSimpleName()).isEqualTo(exception);
        assertThat(translated.vendorCode()).isEqualTo(code);
    }

    @Test
    void aChangeThatTheDriverRefusesBecauseTheConnectionIsReadOnlyIsLikeOneThatTheServerRefuses() {
        var failure = new SQLException("Connection is read-only. Queries leading to data modification are not allowed",
                "S1009", 0);

        assertThat(MysqlErrorTranslator.INSTANCE.translate(failure, "", "").getClass())
                .isEqualTo(OperationalException.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"1062 | Duplicate entry 'a' for key 'users.uq_email' | uq_email",
            "1062 | Duplicate entry 'a' for key 'uq_email' | uq_email",
            "1452 | a foreign key constraint fails (`d`.`t`, CONSTRAINT `fk_user` FOREIGN KEY (`u`)) | fk_user",
            "4025 | CONSTRAINT `ck_price` failed for `d`.`t` | ck_price",
            "3819 | Check constraint 'ck_price' is violated. | ck_price"})
    void aViolatedConstraintIsNamed(int code, String message, String constraint) {
        var translated = (IntegrityException) MysqlErrorTranslator.INSTANCE
                .translate(new SQLException(message, "23000", code), "", "");

        assertThat(translated.violates(constraint)).isTrue();
    }

    @Test
    void aUserInAJdbcUrlIsRefusedBeforeTheDriverOfMariaDbTakesItForThePort() {
        assertThatThrownBy(() -> Engine.create("jdbc:mariadb://me:topsecret@127.0.0.1:1/shop"))
                .hasMessageContaining("mariadb://user:password@host/database without jdbc:")
                .hasMessageNotContaining("topsecret");
    }

    @Test
    void aMessageOfTheDriverIsShownWithoutThePassword() {
        try (var engine = Engine.create("jdbc:mariadb:nonsense?password=topsecret")) {
            assertThatThrownBy(engine::connect).isInstanceOf(DatabaseException.class)
                    .hasMessageContaining("jdbc:mariadb:nonsense?password=***")
                    .satisfies(MysqlBackendTest::showsNoPassword);
        }
    }

    private static void showsNoPassword(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            assertThat(each.toString()).doesNotContain("topsecret");
        }
    }
}
