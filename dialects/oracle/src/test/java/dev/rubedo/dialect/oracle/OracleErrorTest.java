package dev.rubedo.dialect.oracle;

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
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Messages are those that the vendor documents ("Database Error Messages"). */
class OracleErrorTest {

    private static final ErrorTranslator ERRORS = new OracleBackend().errors();

    private static DatabaseException translated(int code, String message) {
        return ERRORS.translate(new SQLException(message, "72000", code), "INSERT", "");
    }

    private static String constraint(int code, String message) {
        return ((IntegrityException) translated(code, message)).constraintName().orElse("");
    }

    @Test
    void violationsHaveTheNameOfTheConstraint() {
        assertThat(constraint(1, "ORA-00001: unique constraint (SHOP.UQ_USERS_EMAIL) violated\n"))
                .isEqualTo("uq_users_email");
        assertThat(constraint(1,
                "ORA-00001: unique constraint (SHOP.UQ_USERS_EMAIL) violated on table SHOP.USERS columns "
                        + "(EMAIL)\nORA-03301: (ORA-00001 details) row with column values (EMAIL:'a@b.c') already exists"))
                .isEqualTo("uq_users_email");
        assertThat(constraint(2291,
                "ORA-02291: integrity constraint (SHOP.FK_ORDERS_USERS) violated - parent key not found"))
                .isEqualTo("fk_orders_users");
        assertThat(constraint(2290, "ORA-02290: check constraint (SHOP.CkAge) violated")).isEqualTo("CkAge");
        assertThat(constraint(1400, "ORA-01400: cannot insert NULL into (\"SHOP\".\"USERS\".\"NAME\")")).isEmpty();
    }

    @Test
    void everyKindOfErrorHasItsException() {
        Map.ofEntries(Map.entry(1, UniqueViolationException.class), Map.entry(2291, ForeignKeyViolationException.class),
                Map.entry(2292, ForeignKeyViolationException.class), Map.entry(1400, NotNullViolationException.class),
                Map.entry(1407, NotNullViolationException.class), Map.entry(2290, CheckViolationException.class),
                Map.entry(60, DeadlockException.class), Map.entry(8177, SerializationFailureException.class),
                Map.entry(54, LockTimeoutException.class), Map.entry(30006, LockTimeoutException.class),
                Map.entry(1013, StatementTimeoutException.class), Map.entry(3113, DisconnectedException.class),
                Map.entry(28, DisconnectedException.class), Map.entry(17002, DisconnectedException.class),
                Map.entry(12899, DataException.class), Map.entry(1722, DataException.class),
                Map.entry(1476, DataException.class), Map.entry(942, ProgrammingException.class),
                Map.entry(904, ProgrammingException.class), Map.entry(933, ProgrammingException.class),
                Map.entry(955, ProgrammingException.class), Map.entry(6550, ProgrammingException.class),
                Map.entry(1031, OperationalException.class), Map.entry(1456, OperationalException.class),
                Map.entry(1555, OperationalException.class))
                .forEach((code, type) -> assertThat(translated(code, "ORA-" + code)).as("%d", code).isInstanceOf(type));
    }

    @Test
    void valuesAreHiddenWithTheParameters() {
        assertThat(ERRORS.translateWithoutValues(new SQLException("ORA-00001: unique constraint (SHOP.UQ) violated\n"
                + "ORA-03301: (ORA-00001 details) row with column values (EMAIL:'secret') already exists", "23000", 1),
                "INSERT")).hasMessageContaining("column values ?").hasMessageNotContaining("secret");
    }

    @Test
    void aFailureToConnectSaysWhy() {
        Map.of(1017, "does not accept the user or password", 12514, "no such database", 12505, "no such database",
                12541,
                "nothing accepts connections", 12545, "host name is unknown", 12170, "no response in time", 29024,
                "no encrypted connection")
                .forEach((code, words) -> assertThat(
                        ERRORS.translateConnect(new SQLException("ORA-" + code, "72000", code), "here"))
                        .as("%d", code).hasMessageContaining(words));
    }

    @Test
    void noErrorEndsTheTransaction() {
        assertThat(ERRORS.endsTransaction(new SQLException("ORA-00060: deadlock detected", "61000", 60))).isFalse();
    }
}
