package dev.rubedo.orm.session;

import static dev.rubedo.engine.ExecuteOption.option;
import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.Orm.withCriteria;
import static dev.rubedo.orm.shop.Address_.ADDRESS;
import static dev.rubedo.orm.shop.User_.USER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.engine.Engine;
import dev.rubedo.engine.ExecuteOption;
import dev.rubedo.orm.shop.Address;
import dev.rubedo.orm.shop.Shop;
import dev.rubedo.orm.shop.User;
import dev.rubedo.result.Result;
import dev.rubedo.sql.Select;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Options of the program that its listeners understand, and blocks without autoflush. */
class OwnOptionTest {

    /** Restricts addresses to a domain that an option names. */
    private static final class OfDomain implements SessionListener {
        @Override
        public <T extends @Nullable Object> Result<T> aroundExecute(StatementExecution<T> execution) {
            for (ExecuteOption one : execution.options()) {
                if (one instanceof ExecuteOption.Own own && own.name().equals("domain")
                        && execution.statement() instanceof Select<T> select) {
                    return execution.withStatement(select.options(withCriteria(ADDRESS,
                            address -> address.email.like("%@" + own.value())))).proceed();
                }
            }
            return execution.proceed();
        }
    }

    @DatabaseTest
    void anOptionOfTheProgramReachesItsListenerAndWhatIsLoadedLater(Engine engine, StatementLog statements) {
        SessionFactory sessions = Shop.open(engine, statements);
        User ann = new User("ann");
        ann.addresses().addAll(List.of(new Address("ann@example.org"), new Address("ann@example.com")));
        sessions.inTransaction(session -> session.add(ann));
        try (Session session = sessions.open()) {
            session.listen(new OfDomain());
            assertThat(session.all(select(ADDRESS.email), option("domain", "example.com")))
                    .containsExactly("ann@example.com");
            User read = session.one(select(USER), option("domain", "example.org"));
            assertThat(read.addresses()).extracting(Address::email).containsExactly("ann@example.org");
            session.detachAll();
            assertThat(session.one(select(USER), option("other", 1)).addresses()).hasSize(2);
        }
    }

    @DatabaseTest
    void withoutAutoflushQueriesLeavePendingChangesAlone(Engine engine, StatementLog statements) {
        SessionFactory sessions = Shop.open(engine, statements);
        try (Session session = sessions.open()) {
            session.add(new User("ann"));
            session.withoutAutoflush(() -> {
                assertThat(session.count(select(USER))).isZero();
                session.withoutAutoflush(() -> assertThat(session.all(select(USER))).isEmpty());
                assertThat(session.newObjects()).hasSize(1);
            });
            assertThat(session.count(select(USER))).isEqualTo(1);
        }
        try (Session session = sessions.toBuilder().autoflush(false).build().open()) {
            session.add(new User("ann"));
            assertThat(session.count(select(USER))).isZero();
            session.flush();
            assertThat(session.count(select(USER))).isEqualTo(1);
        }
    }
}
