package dev.rubedo.dialect.sqlserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.backend.ErrorTranslator;
import dev.rubedo.error.CheckViolationException;
import dev.rubedo.error.DataException;
import dev.rubedo.error.DatabaseException;
import dev.rubedo.error.DeadlockException;
import dev.rubedo.error.DisconnectedException;
import dev.rubedo.error.ForeignKeyViolationException;
import dev.rubedo.error.IntegrityException;
import dev.rubedo.error.LockTimeoutException;
import dev.rubedo.error.NotNullViolationException;
import dev.rubedo.error.OperationalException;
import dev.rubedo.error.ProgrammingException;
import dev.rubedo.error.SerializationFailureException;
import dev.rubedo.error.StatementTimeoutException;
import dev.rubedo.error.UniqueViolationException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Messages are those that the vendor documents ("Database Engine events and errors"). */
class SqlServerErrorTest {

    private static final ErrorTranslator ERRORS = new SqlServerBackend().errors();

    private static DatabaseException translated(int code, String state, String message) {
        return ERRORS.translate(new SQLException(message, state, code), "INSERT", "");
    }

    private static String constraint(int code, String message) {
        return ((IntegrityException) translated(code, "23000", message)).constraintName().orElse("");
    }

    @Test
    void violationsHaveTheNameOfTheConstraint() {
        assertThat(
                constraint(2627, "Violation of UNIQUE KEY constraint 'uq_users_email'. Cannot insert duplicate key in "
                        + "object 'dbo.users'. The duplicate key value is (a@b.c)."))
                .isEqualTo("uq_users_email");
        assertThat(constraint(2601, "Cannot insert duplicate key row in object 'dbo.users' with unique index "
                + "'ix_users_email'. The duplicate key value is (a@b.c).")).isEqualTo("ix_users_email");
        assertThat(constraint(547,
                "The INSERT statement conflicted with the FOREIGN KEY constraint \"fk_orders_users\". "
                        + "The conflict occurred in database \"shop\", table \"dbo.users\", column 'id'."))
                .isEqualTo("fk_orders_users");
        assertThat(constraint(547, "The UPDATE statement conflicted with the CHECK constraint \"ck_age\". The conflict "
                + "occurred in database \"shop\", table \"dbo.users\", column 'age'.")).isEqualTo("ck_age");
        assertThat(
                constraint(515, "Cannot insert the value NULL into column 'name', table 'shop.dbo.users'; column does "
                        + "not allow nulls. INSERT fails."))
                .isEmpty();
    }

    @Test
    void namesAreFoundInOtherLanguages() {
        assertThat(
                constraint(2627, "Verletzung der UNIQUE KEY-Einschränkung \"uq_mail\". Ein doppelter Schlüssel kann in "
                        + "das dbo.users-Objekt nicht eingefügt werden."))
                .isEqualTo("uq_mail");
        assertThat(constraint(547, "L'instruction INSERT est en conflit avec la contrainte CHECK «ck_age». Le conflit "
                + "s'est produit dans la base de données «shop».")).isNotEmpty();
    }

    @Test
    void aKeyWhoseNameSaysCheckIsNoCheck() {
        assertThat(translated(547, "23000",
                "The DELETE statement conflicted with the REFERENCE constraint \"fk CHECK x\". "
                        + "The conflict occurred in database \"shop\""))
                .isInstanceOf(ForeignKeyViolationException.class);
    }

    @Test
    void everyKindOfErrorHasItsException() {
        var kinds = Map.ofEntries(Map.entry(2627, UniqueViolationException.class),
                Map.entry(2601, UniqueViolationException.class), Map.entry(515, NotNullViolationException.class),
                Map.entry(1205, DeadlockException.class), Map.entry(3960, SerializationFailureException.class),
                Map.entry(1222, LockTimeoutException.class), Map.entry(10054, DisconnectedException.class),
                Map.entry(596, DisconnectedException.class), Map.entry(8152, DataException.class),
                Map.entry(2628, DataException.class), Map.entry(245, DataException.class),
                Map.entry(8134, DataException.class), Map.entry(102, ProgrammingException.class),
                Map.entry(207, ProgrammingException.class), Map.entry(208, ProgrammingException.class),
                Map.entry(229, OperationalException.class), Map.entry(40501, OperationalException.class));
        kinds.forEach((code, type) -> assertThat(translated(code, "S0001", "message")).as("%d", code)
                .isInstanceOf(type));
        assertThat(translated(547, "23000", "The INSERT statement conflicted with the CHECK constraint \"c\"."))
                .isInstanceOf(CheckViolationException.class);
        assertThat(translated(0, "HYT00", "The query has timed out.")).isInstanceOf(StatementTimeoutException.class);
        assertThat(translated(0, "HY008", "The query was canceled.")).isInstanceOf(StatementTimeoutException.class);
        assertThat(translated(0, "08S01", "Connection reset")).isInstanceOf(DisconnectedException.class);
    }

    @Test
    void aDeadlockAndAConflictOfSnapshotsEndTheTransaction() {
        assertThat(ERRORS.endsTransaction(new SQLException("deadlock", "40001", 1205))).isTrue();
        assertThat(ERRORS.endsTransaction(new SQLException("conflict", "S0005", 3960))).isTrue();
        assertThat(ERRORS.endsTransaction(new SQLException("lock", "S0051", 1222))).isFalse();
    }

    @Test
    void afterAFailedConversionTheTransactionIsOver() {
        for (int code : new int[]{241, 242, 245, 8114}) {
            assertThat(ERRORS.endsTransaction(new SQLException("Conversion failed", "S0001", code))).isTrue();
        }
        assertThat(ERRORS.endsTransaction(new SQLException("Divide by zero", "S0001", 8134))).isFalse();
        assertThat(ERRORS.endsTransaction(new SQLException("Truncated", "S0001", 2628))).isFalse();
    }

    @Test
    void valuesAreHiddenWithTheParameters() {
        assertThat(ERRORS.translateWithoutValues(
                new SQLException("Violation of PRIMARY KEY constraint 'pk'. Cannot insert "
                        + "duplicate key in object 'dbo.t'. The duplicate key value is (secret, 1).", "23000", 2627),
                "INSERT"))
                .hasMessageContaining("value is ?").hasMessageNotContaining("secret");
        assertThat(ERRORS.translateWithoutValues(new SQLException("String or binary data would be truncated in table "
                + "'shop.dbo.t', column 'c'. Truncated value: 'secret'.", "22001", 2628), "INSERT"))
                .hasMessageNotContaining("secret");
        assertThat(ERRORS.translateWithoutValues(new SQLException("Conversion failed when converting the varchar value "
                + "'secret' to data type int.", "S0001", 245), "INSERT")).hasMessageNotContaining("secret");
    }

    @Test
    void aFailureToConnectSaysWhy() {
        assertThat(ERRORS.translateConnect(new SQLException("Login failed for user 'ann'.", "S0001", 18456), "here"))
                .hasMessageContaining("does not accept the user or password");
        assertThat(ERRORS.translateConnect(new SQLException("Cannot open database \"shop\"", "S0001", 4060), "here"))
                .hasMessageContaining("no such database");
        assertThat(ERRORS.translateConnect(new SQLException("The TCP/IP connection to the host db failed", "08S01", 0,
                new UnknownHostException("db")), "here")).hasMessageContaining("host name is unknown");
    }
}
