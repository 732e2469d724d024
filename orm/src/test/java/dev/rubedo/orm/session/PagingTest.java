package dev.rubedo.orm.session;

import static dev.rubedo.orm.Orm.into;
import static dev.rubedo.orm.Orm.joined;
import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.shop.User_.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.orm.shop.Address;
import dev.rubedo.orm.shop.Shop;
import dev.rubedo.orm.shop.User;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import java.util.ArrayList;
import java.util.List;

class PagingTest {

    /** Users u0 to u6 with ages 0, 1, 2, 0, 1, 2, 0 and two addresses each. */
    private static SessionFactory filled(Engine engine, StatementLog statements) {
        SessionFactory sessions = Shop.open(engine, statements);
        sessions.inTransaction(session -> {
            for (int i = 0; i < 7; i++) {
                User user = new User("u" + i).age(i % 3);
                user.addresses().add(new Address("a" + i));
                user.addresses().add(new Address("b" + i));
                session.add(user);
            }
        });
        statements.clear();
        return sessions;
    }

    @DatabaseTest
    void pagesHaveAnIndexAndATotal(Engine engine, StatementLog statements) {
        try (Session session = filled(engine, statements).open()) {
            Page<User> second = session.page(select(USER).orderBy(USER.id), 1, 3);
            assertThat(second.items()).extracting(User::name).containsExactly("u3", "u4", "u5");
            assertThat(second.total()).isEqualTo(7);
            assertThat(second.pages()).isEqualTo(3);
            assertThat(second.hasNext()).isTrue();
            assertThat(second.hasPrevious()).isTrue();
            Page<String> last = session.page(select(USER).orderBy(USER.id).options(joined(USER.addresses)), 2, 3)
                    .map(user -> user.name() + user.addresses().size());
            assertThat(last.items()).containsExactly("u62");
            assertThat(last.hasNext()).isFalse();
            statements.clear();
            assertThat(session.page(select(USER).orderBy(USER.id), 3, 3).items()).isEmpty();
            assertThat(statements).hasCount(1);
        }
    }

    @DatabaseTest
    void pagesByKeysFollowEachOtherInBothDirections(Engine engine, StatementLog statements) {
        try (Session session = filled(engine, statements).open()) {
            var query = select(USER).orderBy(USER.age.desc(), USER.name);
            List<List<String>> forwards = new ArrayList<>();
            KeysetPage<User> page = session.pageAfter(query, 3, List.of());
            forwards.add(page.map(User::name).items());
            while (page.hasMore()) {
                page = session.pageAfter(query, 3, page.last());
                forwards.add(page.map(User::name).items());
            }
            assertThat(forwards).containsExactly(List.of("u2", "u5", "u1"), List.of("u4", "u0", "u3"), List.of("u6"));

            KeysetPage<User> before = session.pageBefore(query, 2, page.first());
            assertThat(before.items()).extracting(User::name).containsExactly("u0", "u3");
            assertThat(before.hasMore()).isTrue();
            assertThat(before.first()).containsExactly(0, "u0");
            assertThat(session.pageAfter(query, 3, page.last()).items()).isEmpty();
            assertThat(session.pageAfter(query, 3, page.last()).last()).isEmpty();
        }
    }

    @DatabaseTest
    void pagesByKeysOfOtherThings(Engine engine, StatementLog statements) {
        try (Session session = filled(engine, statements).open()) {
            assertThat(session.pageAfter(select(USER.name).orderBy(USER.name), 2, List.of("u1")).items())
                    .containsExactly("u2", "u3");
            assertThat(
                    session.pageAfter(select(into((String name, Integer age) -> name + ":" + age, USER.name, USER.age))
                            .orderBy(USER.name), 1, List.of()).items())
                    .containsExactly("u0:0");
            assertThat(session.pageAfter(select(USER).orderBy(USER.id).options(joined(USER.addresses)), 2, List.of(2L))
                    .items()).extracting(user -> user.name() + user.addresses().size()).containsExactly("u22", "u32");
        }
    }

    @DatabaseTest(only = "sqlite")
    void pagesNeedAnOrderAndASize(Engine engine, StatementLog statements) {
        try (Session session = filled(engine, statements).open()) {
            assertThatThrownBy(() -> session.page(select(USER), 0, 3)).isInstanceOf(InvalidStatementException.class)
                    .hasMessageContaining("need an order");
            assertThatThrownBy(() -> session.page(select(USER).orderBy(USER.id).limit(3), 0, 3))
                    .isInstanceOf(InvalidStatementException.class).hasMessageContaining("Remove limit()");
            assertThatThrownBy(() -> session.page(select(USER).orderBy(USER.id), 0, 0))
                    .hasMessage("The size of a page is 0. It must be at least 1.");
            assertThatThrownBy(() -> session.page(select(USER).orderBy(USER.id), -1, 3))
                    .hasMessage("The index of a page is -1. Pages are counted from 0.");
            assertThatThrownBy(() -> session.pageAfter(select(USER.id, USER.name).orderBy(USER.id), 3, List.of()))
                    .isInstanceOf(InvalidStatementException.class).hasMessageContaining("selects a single element");
            assertThatThrownBy(() -> session.pageBefore(select(USER).orderBy(USER.id), 3, List.of()))
                    .hasMessageContaining("first() of a page");
        }
    }
}
