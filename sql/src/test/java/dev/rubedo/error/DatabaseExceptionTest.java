package dev.rubedo.error;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DatabaseExceptionTest {
    private final DatabaseReport report = new DatabaseReport("duplicate key", "INSERT INTO users (email) VALUES (?)",
            "",
            "23505", 7, "uq_users_email");

    @Test
    void messagesTellStateCodeAndStatement() {
        assertThat(new DataException(report, null)).hasMessage("""
                duplicate key [SQLSTATE 23505, code 7]
                SQL: INSERT INTO users (email) VALUES (?)""");
    }

    @Test
    void parametersAreToldWhereTheyAreGiven() {
        var shown = new DatabaseReport("no", "SELECT ?", "[1]", "", 0, "");

        assertThat(shown.text()).isEqualTo("no\nSQL: SELECT ?\nParameters: [1]");
    }

    @Test
    void violationsTellTheirConstraint() {
        var violation = new IntegrityException(IntegrityException.Kind.UNIQUE, report, null);

        assertThat(violation.constraintName()).contains("uq_users_email");
        assertThat(violation.violates("UQ_USERS_EMAIL")).isTrue();
        assertThat(violation.violates("pk_users")).isFalse();
        assertThat(violation.isRetryable()).isFalse();
    }

    @Test
    void transactionsThatLostARaceMayBeRunAgain() {
        assertThat(new DeadlockException(report, null).isRetryable()).isTrue();
        assertThat(new SerializationFailureException(report, null).isRetryable()).isTrue();
        assertThat(new StatementTimeoutException(report, null).isRetryable()).isFalse();
    }

    @Test
    void codesNameTheirPages() {
        assertThat(ErrorCode.NO_FOREIGN_KEY.page()).isEqualTo("no-foreign-key");
    }

    @Test
    void theMiddleOfVeryLongSqlIsLeftOutOfTheMessage() {
        String sql = "INSERT INTO t (a) VALUES " + "(?), ".repeat(5_000) + "(?) RETURNING t.a";

        var report = new DatabaseReport("no", sql, "", "", 0, "");

        assertThat(report.text()).hasSizeLessThan(4_100).startsWith("no\nSQL: INSERT INTO t (a) VALUES (?), ")
                .contains(" ... (21042 characters) ... ").endsWith("(?) RETURNING t.a");
        assertThat(report.sql()).isEqualTo(sql);
    }
}
