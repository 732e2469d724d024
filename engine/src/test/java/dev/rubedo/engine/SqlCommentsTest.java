package dev.rubedo.engine;

import static dev.rubedo.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SqlCommentsTest {

    private final Users users = new Users();
    private final FakeJdbc driver = new FakeJdbc();

    SqlCommentsTest() {
        driver.keepsStatements = true;
    }

    private void run(SqlComments comments, int times) {
        try (var engine = driver.engine(builder -> builder.sqlComments(comments)); var connection = engine.connect()) {
            for (int i = 0; i < times; i++) {
                connection.all(select(users.id));
            }
            assertThat(engine.cachedStatements()).isEqualTo(1);
        }
    }

    @Test
    void commentsAreAppendedInTheOrderOfTheirNames() {
        run(SqlComments.of("route", "/orders").with("application", "shop"), 1);

        assertThat(driver.log)
                .contains("SELECT users.id FROM users /*application='shop',route='%2Forders'*/");
    }

    @Test
    void noValueEndsTheComment() {
        var hostile = SqlComments.of("a", "*/ DROP TABLE users; /*'\"\\\n\u0000\u00e4");

        assertThat(hostile.text())
                .isEqualTo(" /*a='%2A%2F%20DROP%20TABLE%20users%3B%20%2F%2A%27%22%5C%0A%00%C3%A4'*/");
    }

    @Test
    void noNameEndsTheComment() {
        for (var name : List.of("", "a b", "a*/", "a'", "1a", "ä")) {
            assertThatThrownBy(() -> SqlComments.of(name, "x")).as(name).isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("letters, digits and _");
        }
    }

    @Test
    void statementsWithTheSameCommentArePreparedOnce() {
        run(SqlComments.of("application", "shop"), 3);

        assertThat(driver.prepared).isEqualTo(1);
    }

    @Test
    void aVaryingCommentIsWrittenForEachExecutionAndNothingIsKept() {
        Iterator<String> traces = List.of("00-a-1-01", "00-b-2-01").iterator();

        run(SqlComments.of("application", "shop").with("traceparent", () -> traces.hasNext() ? traces.next() : null),
                3);

        assertThat(driver.log).filteredOn(text -> text.startsWith("SELECT")).containsExactly(
                "SELECT users.id FROM users /*application='shop',traceparent='00-a-1-01'*/",
                "SELECT users.id FROM users /*application='shop',traceparent='00-b-2-01'*/",
                "SELECT users.id FROM users /*application='shop'*/");
        assertThat(driver.prepared).isEqualTo(3);
        assertThat(driver.openStatements()).isZero();
    }

    @Test
    void withoutAValueThereIsNoComment() {
        run(SqlComments.of("traceparent", () -> null), 1);

        assertThat(driver.log).contains("SELECT users.id FROM users");
    }

    @Test
    void aConfigurationFileMaySetThem() {
        var builder = Engine.builder(Map.of("db.url", "fake://host/db", "db.sql_comment.application", "shop",
                "db.sql_comment.host", "a b"), "db.");
        try (var engine = builder.engine(driver, driver, connector -> new dev.rubedo.pool.QueuePool(connector,
                dev.rubedo.pool.PoolOptions.DEFAULT)); var connection = engine.connect()) {
            connection.all(select(users.id));
        }

        assertThat(driver.log).contains("SELECT users.id FROM users /*application='shop',host='a%20b'*/");
    }

    @Test
    void aFixedValueThatReplacesAVaryingOneLetsStatementsBeKept() {
        var replaced = SqlComments.of("trace", () -> "1").with("trace", "2");

        assertThat(replaced.isVaried()).isFalse();
        assertThat(replaced.text()).isEqualTo(" /*trace='2'*/");
        assertThat(replaced.with("trace", () -> "3").with("route", "x").isVaried()).isTrue();
    }
}
