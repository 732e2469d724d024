package dev.rubedo.spring;

import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.spring.Account_.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.rubedo.backend.DatabaseUrl;
import dev.rubedo.engine.Engine;
import dev.rubedo.error.RubedoException;
import dev.rubedo.error.StatementTimeoutException;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.sql.Sql;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.TestDatabase;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Transactions of Spring, with sessions and JDBC in them. */
class TransactionTest {

    private final List<Engine> engines = new ArrayList<>();

    @AfterEach
    void close() {
        engines.forEach(Engine::close);
    }

    private static DataSource source(TestDatabase database) {
        var url = DatabaseUrl.of(database.url());
        try {
            String jdbc = database.engine().fromTransaction(connection -> connection.jdbc().getMetaData().getURL());
            return new DriverManagerDataSource(jdbc, url.user().orElse(""), url.password().orElse(""));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An application with a data source. Confined to one thread at a time. */
    private final class Application {
        final DataSource source;
        final Engine engine;
        final SessionFactory sessions;
        final Session session;
        final JdbcTemplate jdbc;
        final PlatformTransactionManager manager;

        Application(TestDatabase database) {
            source = source(database);
            engine = Engine.of(source);
            engines.add(engine);
            var model = Model.of(ACCOUNT);
            model.metadata().createAll(engine);
            sessions = SessionFactory.of(engine, model);
            session = SpringSessions.proxy(sessions);
            jdbc = new JdbcTemplate(source);
            manager = new RubedoTransactionManager(sessions, source);
        }

        TransactionTemplate with(int propagation) {
            var template = new TransactionTemplate(manager);
            template.setPropagationBehavior(propagation);
            return template;
        }

        void inTransaction(Runnable work) {
            with(TransactionDefinition.PROPAGATION_REQUIRED).executeWithoutResult(status -> work.run());
        }

        int rows() {
            return jdbc.queryForObject("SELECT count(*) FROM accounts", Integer.class);
        }
    }

    @DatabaseTest
    void theSessionIsFlushedAndCommittedWithTheTransaction(TestDatabase database) {
        var application = new Application(database);

        application.inTransaction(() -> application.session.add(new Account("Ada", 1)));

        assertThat(application.rows()).isEqualTo(1);
        application.inTransaction(() -> application.session.one(select(ACCOUNT)).balance(5));
        assertThat(application.jdbc.queryForObject("SELECT balance FROM accounts", Integer.class)).isEqualTo(5);
    }

    @DatabaseTest
    void aTransactionOfJdbcAloneIsCommitted(TestDatabase database) {
        var application = new Application(database);

        application.inTransaction(() -> application.jdbc.update(
                "INSERT INTO accounts (owner, balance, version) VALUES ('Bob', 2, 1)"));

        assertThat(application.rows()).isEqualTo(1);
    }

    @DatabaseTest
    void theOptionsOfTheFactoryHold(TestDatabase database) {
        var application = new Application(database);
        var tagged = application.sessions.toBuilder().connectionOptions(options -> options.option("tenant", "acme"))
                .autobegin(false).build();
        var template = new TransactionTemplate(new RubedoTransactionManager(tagged, application.source));

        Object tenant = template.execute(status -> SpringSessions.current(tagged).connection().options().options()
                .get("tenant"));

        assertThat(tenant).isEqualTo("acme");
        assertThatThrownBy(() -> new RubedoTransactionManager(application.sessions.toBuilder().twoPhase(true).build(),
                application.source)).hasMessageContaining("two-phase commit");
    }

    @DatabaseTest
    void anExceptionRollsTheSessionAndJdbcBack(TestDatabase database) {
        var application = new Application(database);

        assertThatThrownBy(() -> application.inTransaction(() -> {
            application.session.add(new Account("Ada", 1));
            application.session.flush();
            application.jdbc.update("INSERT INTO accounts (owner, balance, version) VALUES ('Bob', 2, 1)");
            assertThat(application.session.count(select(ACCOUNT))).isEqualTo(2);
            assertThat(application.rows()).isEqualTo(2);
            throw new IllegalStateException("stop");
        })).hasMessage("stop");

        assertThat(application.rows()).isZero();
    }

    @DatabaseTest
    void aNestedTransactionIsASavepoint(TestDatabase database) {
        var application = new Application(database);
        var nested = application.with(TransactionDefinition.PROPAGATION_NESTED);

        application.inTransaction(() -> {
            application.session.add(new Account("Ada", 1));
            assertThatThrownBy(() -> nested.executeWithoutResult(status -> {
                application.session.add(new Account("Bob", 2));
                application.session.flush();
                throw new IllegalStateException("stop");
            })).hasMessage("stop");
            nested.executeWithoutResult(status -> application.session.add(new Account("Cid", 3)));
        });

        assertThat(application.jdbc.queryForList("SELECT owner FROM accounts ORDER BY owner", String.class))
                .containsExactly("Ada", "Cid");
    }

    @DatabaseTest(except = "sqlite")
    void aNewTransactionHasASessionOfItsOwn(TestDatabase database) {
        var application = new Application(database);
        var separate = application.with(TransactionDefinition.PROPAGATION_REQUIRES_NEW);

        assertThatThrownBy(() -> application.inTransaction(() -> {
            var outer = SpringSessions.current(application.sessions);
            separate.executeWithoutResult(status -> {
                assertThat(SpringSessions.current(application.sessions)).isNotSameAs(outer);
                application.session.add(new Account("Audit", 0));
            });
            assertThat(SpringSessions.current(application.sessions)).isSameAs(outer);
            application.session.add(new Account("Ada", 1));
            application.session.flush();
            throw new IllegalStateException("stop");
        })).hasMessage("stop");

        assertThat(application.jdbc.queryForList("SELECT owner FROM accounts", String.class))
                .containsExactly("Audit");
    }

    @DatabaseTest
    void aReadOnlyTransactionRefusesToFlush(TestDatabase database) {
        var application = new Application(database);
        var template = application.with(TransactionDefinition.PROPAGATION_REQUIRED);
        template.setReadOnly(true);

        assertThat(template.<Long>execute(status -> application.session.count(select(ACCOUNT)))).isZero();
        assertThatThrownBy(() -> template.executeWithoutResult(status -> application.session.add(
                new Account("Ada", 1)))).hasRootCauseInstanceOf(RubedoException.class)
                .hasMessageContaining("read-only");
        assertThat(application.rows()).isZero();
    }

    @DatabaseTest
    void failuresOfACommitAreThoseOfSpring(TestDatabase database) {
        var application = new Application(database);
        application.inTransaction(() -> application.session.add(new Account("Ada", 1)));

        assertThatThrownBy(() -> application.inTransaction(() -> application.session.add(new Account("Ada", 2))))
                .isInstanceOf(DuplicateKeyException.class);
        assertThatThrownBy(() -> application.inTransaction(() -> {
            var account = application.session.one(select(ACCOUNT));
            application.jdbc.update("UPDATE accounts SET version = 7");
            account.balance(3);
        })).isInstanceOf(OptimisticLockingFailureException.class);
        assertThat(application.jdbc.queryForObject("SELECT version FROM accounts", Integer.class)).isEqualTo(1);
    }

    @DatabaseTest
    void synchronizationsAreCalled(TestDatabase database) {
        var application = new Application(database);
        var called = new ArrayList<String>();

        application.inTransaction(() -> TransactionSynchronizationManager
                .registerSynchronization(new TransactionSynchronization() {
                    @Override
                    public void beforeCommit(boolean readOnly) {
                        application.session.add(new Account("Late", 1));
                        called.add("before");
                    }

                    @Override
                    public void afterCommit() {
                        called.add("after");
                    }
                }));

        assertThat(called).containsExactly("before", "after");
        assertThat(application.rows()).isEqualTo(1);
    }

    @DatabaseTest
    void withoutATransactionThereIsNoSession(TestDatabase database) {
        var application = new Application(database);

        assertThatThrownBy(() -> application.session.all(select(ACCOUNT)))
                .isInstanceOf(IllegalTransactionStateException.class).hasMessageContaining("@Transactional");
        assertThatThrownBy(() -> application.inTransaction(application.session::commit))
                .isInstanceOf(IllegalTransactionStateException.class).hasMessageContaining("Spring begins and ends");
    }

    @DatabaseTest
    void aTransactionBesideThatOfSpringIsRefused(TestDatabase database) {
        var application = new Application(database);

        assertThatThrownBy(() -> application.inTransaction(() -> application.sessions
                .inTransaction(session -> session.add(new Account("Ada", 1)))))
                .hasMessageContaining("Spring has a transaction open");
        assertThatThrownBy(() -> application.inTransaction(() -> application.engine.connect().close()))
                .hasMessageContaining("Spring has a transaction open");
        assertThat(application.rows()).isZero();
    }

    @DatabaseTest
    void withoutOurManagerItIsRefusedToo(TestDatabase database) {
        var application = new Application(database);
        var spring = new TransactionTemplate(new DataSourceTransactionManager(application.source));
        var aware = Engine.of(new TransactionAwareDataSourceProxy(application.source));
        engines.add(aware);

        for (var engine : List.of(application.engine, aware)) {
            spring.executeWithoutResult(status -> {
                application.jdbc.update("INSERT INTO accounts (owner, balance, version) VALUES ('Bob', 2, 1)");
                assertThatThrownBy(() -> SessionFactory.of(engine, Model.of(ACCOUNT))
                        .inTransaction(session -> session.add(new Account("Ada", 1))))
                        .hasMessageContaining("Spring has a transaction open");
                status.setRollbackOnly();
            });
            assertThat(application.rows()).isZero();
        }
        assertThat(aware.<Long, RuntimeException>fromTransaction(connection -> connection.count(
                Sql.select(Model.of(ACCOUNT).mapper(Account.class).table())))).isZero();
    }

    @DatabaseTest(except = "sqlite")
    void whoWantsToWorkApartSaysSo(TestDatabase database) {
        var application = new Application(database);
        var apart = Engine.builder(application.source).besideOtherTransactions().build();
        engines.add(apart);
        var sessions = SessionFactory.of(apart, Model.of(ACCOUNT));

        assertThatThrownBy(() -> application.inTransaction(() -> {
            sessions.inTransaction(session -> session.add(new Account("Audit", 1)));
            throw new IllegalStateException("stop");
        })).hasMessage("stop");

        assertThat(application.rows()).isEqualTo(1);
    }

    @DatabaseTest(only = "postgresql")
    void aNewTransactionWithoutAFreeConnectionSaysWhy(TestDatabase database) {
        var url = DatabaseUrl.of(database.url());
        var single = new HikariDataSource();
        single.setJdbcUrl(((DriverManagerDataSource) source(database)).getUrl());
        single.setUsername(url.user().orElse(""));
        single.setPassword(url.password().orElse(""));
        single.setMaximumPoolSize(1);
        single.setConnectionTimeout(300);
        try (single; var engine = Engine.of(single)) {
            var manager = new RubedoTransactionManager(SessionFactory.of(engine, Model.of(ACCOUNT)), single);
            var outer = new TransactionTemplate(manager);
            var separate = new TransactionTemplate(manager);
            separate.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);

            assertThatThrownBy(() -> outer.executeWithoutResult(status -> separate.executeWithoutResult(inner -> {})))
                    .isInstanceOf(CannotCreateTransactionException.class)
                    .hasRootCauseInstanceOf(SQLTransientConnectionException.class)
                    .hasMessageContaining("(REQUIRES_NEW), which keeps its connection");
            // the outer transaction was resumed and ended
            outer.executeWithoutResult(status -> assertThat(status.isNewTransaction()).isTrue());
        }
    }

    @DatabaseTest(only = "postgresql")
    void theTimeoutOfATransactionEndsItsStatements(TestDatabase database) {
        var application = new Application(database);
        var template = application.with(TransactionDefinition.PROPAGATION_REQUIRED);
        template.setTimeout(1);

        assertThatThrownBy(() -> template.executeWithoutResult(status -> application.session
                .execute(Sql.text("SELECT pg_sleep(30)")))).isInstanceOf(StatementTimeoutException.class);
        assertThatThrownBy(() -> template.executeWithoutResult(status -> application.jdbc
                .execute("SELECT pg_sleep(30)"))).isInstanceOf(DataAccessException.class);
        assertThat(application.rows()).isZero();
    }

    /** Hears of events after the transactions in which they were published. Confined to one thread at a time. */
    static final class Heard {
        final List<String> all = new ArrayList<>();

        @TransactionalEventListener
        void afterCommit(String event) {
            all.add("committed " + event);
        }

        @TransactionalEventListener(phase = TransactionPhase.AFTER_ROLLBACK)
        void afterRollback(String event) {
            all.add("rolled back " + event);
        }
    }

    /** Switches on transactions and their events. */
    @Configuration(proxyBeanMethods = false)
    @EnableTransactionManagement
    static class Events {}

    @DatabaseTest(only = {"h2", "postgresql"})
    void listenersHearOfEventsAfterTheirTransactions(TestDatabase database) {
        var application = new Application(database);
        try (var context = new AnnotationConfigApplicationContext()) {
            context.registerBean(PlatformTransactionManager.class, () -> application.manager);
            context.register(Events.class, Heard.class);
            context.refresh();

            application.inTransaction(() -> {
                context.publishEvent("one");
                application.session.add(new Account("Ada", 1));
                assertThat(context.getBean(Heard.class).all).isEmpty();
            });
            assertThatThrownBy(() -> application.inTransaction(() -> {
                context.publishEvent("two");
                throw new IllegalStateException("stop");
            })).hasMessage("stop");
            assertThatThrownBy(() -> application.inTransaction(() -> {
                context.publishEvent("three");
                application.session.add(new Account("Ada", 2));
            })).isInstanceOf(DuplicateKeyException.class);

            assertThat(context.getBean(Heard.class).all).containsExactly("committed one", "rolled back two",
                    "rolled back three");
        }
    }
}
