package dev.rubedo.orm.loading;

import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.shop.User_.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.CachedStatement;
import dev.rubedo.engine.Connection;
import dev.rubedo.engine.Engine;
import dev.rubedo.orm.loading.StatementBook.Use;
import dev.rubedo.orm.mapper.Mapper;
import dev.rubedo.orm.shop.Shop;
import dev.rubedo.orm.shop.User;
import dev.rubedo.testing.DatabaseTest;
import org.junit.jupiter.api.Test;

/** How many statements of the unit of work are kept. */
class StatementBookTest {

    @DatabaseTest(only = "sqlite")
    void anyNumberOfRareStatementsIsKeptWithinBounds(Engine engine) {
        Mapper<User> mapper = Shop.model().mapper(User.class);
        StatementBook book = new StatementBook(100);
        try (Connection connection = engine.connect()) {
            CachedStatement statement = connection.prepared().prepare(select(mapper.table()));

            for (int variant = 0; variant < 10_000; variant++) {
                book.statement(Use.UPDATE, mapper, variant, () -> statement);
            }
        }

        assertThat(book.size()).isBetween(100, 150);
    }

    @DatabaseTest(only = "sqlite")
    void aStatementInDailyUseSurvivesRareOnes(Engine engine) {
        Mapper<User> mapper = Shop.model().mapper(User.class);
        StatementBook book = new StatementBook(100);
        int[] made = {0};
        try (Connection connection = engine.connect()) {
            CachedStatement statement = connection.prepared().prepare(select(mapper.table()));

            for (int variant = 0; variant < 10_000; variant++) {
                book.statement(Use.UPDATE, mapper, variant, () -> statement);
                book.statement(Use.INSERT, mapper, USER, () -> {
                    made[0]++;
                    return statement;
                });
            }
        }

        assertThat(made[0]).isEqualTo(1);
    }

    @Test
    void aBookKeepsAtLeastOneStatement() {
        assertThatThrownBy(() -> new StatementBook(0)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("capacity is 0. Give at least 1.");
    }
}
