package dev.rubedo.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is assumed of hand-written SQL. */
class TextEffectsTest {

    @ParameterizedTest
    @ValueSource(strings = {"SELECT 1", "  -- why\n select name from users", "/* why */(SELECT 1) UNION (SELECT 2)",
            "WITH a AS (SELECT 1) SELECT * FROM a", "VALUES (1)", "select * from users for update",
            "SELECT deleted, updated_at FROM users FOR NO KEY UPDATE"})
    void queriesChangeNothing(String sql) {
        assertThat(TextEffects.mayChange(sql)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UPDATE users SET a = 1 RETURNING id", "/* why */ delete from users", "CALL p()",
            "WITH a AS (INSERT INTO t VALUES (1) RETURNING id) SELECT * FROM a", "SELECT * INTO copy FROM users",
            "EXPLAIN ANALYZE DELETE FROM users", "", "-- a comment"})
    void everythingElseMay(String sql) {
        assertThat(TextEffects.mayChange(sql)).isTrue();
    }

    @Test
    void longTextsAreNoProblem() {
        assertThat(TextEffects.mayChange(" \n".repeat(100_000) + "SELECT 1")).isFalse();
        assertThat(TextEffects.mayChange("-- x\n".repeat(100_000) + "SELECT 1")).isFalse();
        assertThat(TextEffects.mayChange("(".repeat(100_000) + "SELECT 1")).isFalse();
        assertThat(TextEffects.mayChange("SELECT " + "a, ".repeat(100_000) + "1")).isFalse();
    }

    @Test
    void locksAreFound() {
        assertThat(TextEffects.locks("SELECT 1 FOR UPDATE")).isTrue();
        assertThat(TextEffects.locks("SELECT 1 LOCK IN SHARE MODE")).isTrue();
        assertThat(TextEffects.locks("SELECT updated FROM t")).isFalse();
    }
}
