package dev.rubedo.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StatementLogTest {

    private final StatementLog statements = new StatementLog();

    @Test
    void statementsAreComparedWholeWithoutRegardToLineBreaks() {
        add("SELECT users.id\nFROM   users", List.of());
        add("COMMIT", List.of());

        assertThat(statements).containsExactly("""
                SELECT users.id
                FROM users
                """, "COMMIT");
        assertThatThrownBy(() -> assertThat(statements).containsExactly("SELECT users.id FROM users"))
                .isInstanceOf(AssertionError.class).hasMessageContaining("Expected 1 statement but found 2")
                .hasMessageContaining("COMMIT");
    }

    @Test
    void orderMatters() {
        add("a", List.of());
        add("b", List.of());

        assertThatThrownBy(() -> assertThat(statements).containsExactly("b", "a")).isInstanceOf(AssertionError.class)
                .hasMessage("Expected different SQL:\n  a\n  b\nwhile expecting:\n  b\n  a");
    }

    @Test
    void statementsAreCounted() {
        assertThat(statements).isEmpty();
        add("a", List.of());

        assertThat(statements).hasCount(1);
        assertThatThrownBy(() -> assertThat(statements).hasCount(2))
                .hasMessageContaining("Expected 2 statements but found 1").hasMessageContaining("a");
        statements.clear();
        assertThat(statements).isEmpty();
    }

    @Test
    void parametersAreComparedPerRow() {
        add("one", List.of(Arrays.asList(1L, null)));
        add("batch", List.of(List.of("a"), List.of("b")));

        assertThat(statements).statement(0).hasSql("one").hasParameters(1L, null).hasRowCount(-1);
        assertThat(statements).last().hasBatch(List.of("a"), List.of("b"));
        assertThatThrownBy(() -> assertThat(statements).statement(0).hasParameters(2L, null))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> assertThat(statements).statement(5))
                .hasMessageContaining("There is no statement 5; found 2");
    }

    private void add(String sql, List<? extends List<? extends @Nullable Object>> parameters) {
        var rows = new java.util.ArrayList<List<@Nullable Object>>();
        parameters.forEach(row -> rows.add(java.util.Collections.unmodifiableList(row)));
        statements.add(new LoggedStatement(sql, rows, -1, null));
    }
}
