package dev.rubedo.orm.session;

import static dev.rubedo.orm.Orm.lazy;
import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.Orm.selectIn;
import static dev.rubedo.orm.shop.User_.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.orm.shop.Address;
import dev.rubedo.orm.shop.Shop;
import dev.rubedo.orm.shop.User;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.ExpectStatements;
import dev.rubedo.testing.NoNPlusOne;
import dev.rubedo.testing.StatementExpectations;
import dev.rubedo.testing.StatementLog;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.opentest4j.AssertionFailedError;

/** Annotations that say which statements a test may send. */
class StatementExpectationsTest {

    /** Tests as users write them; they are not run by themselves. */
    @NoNPlusOne
    private static final class Annotated {

        @ExpectStatements(value = 2, select = 2, insert = 0, update = 0, delete = 0)
        void twoQueries() {}

        @ExpectStatements(3)
        void threeStatements() {}

        @ExpectStatements(insert = 1)
        void oneInsert() {}

        void anyNumber() {}
    }

    private static SessionFactory filled(Engine engine, StatementLog statements) {
        SessionFactory sessions = Shop.open(engine, statements);
        sessions.inTransaction(session -> {
            for (int i = 0; i < 6; i++) {
                User user = new User("u" + i).age(i);
                user.addresses().add(new Address("a" + i));
                session.add(user);
            }
        });
        return sessions;
    }

    /** Runs a block as the method of a test. */
    private static void asTest(Engine engine, String method, Runnable block) throws Exception {
        StatementExpectations expectations = StatementExpectations.of(() -> engine);
        var described = Optional.of(Annotated.class.getDeclaredMethod(method));
        // what the extension notes there is for the annotations' own extension
        var store = Proxy.newProxyInstance(StatementExpectationsTest.class.getClassLoader(),
                new Class<?>[]{ExtensionContext.Store.class}, (self, called, arguments) -> null);
        ExtensionContext context = (ExtensionContext) Proxy.newProxyInstance(
                StatementExpectationsTest.class.getClassLoader(), new Class<?>[]{ExtensionContext.class},
                (self, called, arguments) -> switch (called.getName()) {
                    case "getTestMethod" -> described;
                    case "getRequiredTestClass" -> Annotated.class;
                    case "getStore" -> store;
                    default -> throw new UnsupportedOperationException(called.getName());
                });
        InvocationInterceptor.Invocation<Void> invocation = () -> {
            block.run();
            return null;
        };
        try {
            expectations.interceptTestMethod(invocation, unused(), context);
        } catch (Exception | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    /** The extension does not ask for the method that is invoked: the context names it. */
    @SuppressWarnings("unchecked") // nothing is called on it
    private static ReflectiveInvocationContext<Method> unused() {
        return (ReflectiveInvocationContext<Method>) Proxy.newProxyInstance(
                StatementExpectationsTest.class.getClassLoader(), new Class<?>[]{ReflectiveInvocationContext.class},
                (self, called, arguments) -> {
                    throw new UnsupportedOperationException(called.getName());
                });
    }

    @DatabaseTest
    void aTestThatSendsWhatItSaysPasses(Engine engine, StatementLog statements) throws Exception {
        SessionFactory sessions = filled(engine, statements);

        asTest(engine, "twoQueries", () -> sessions.inTransaction(session -> assertThat(
                session.all(select(USER).options(selectIn(USER.addresses)))).hasSize(6)));
    }

    @DatabaseTest
    void aTestThatSendsFewerStatementsFailsAndListsThem(Engine engine, StatementLog statements) {
        SessionFactory sessions = filled(engine, statements);

        assertThatThrownBy(() -> asTest(engine, "threeStatements",
                () -> sessions.inTransaction(session -> session.all(select(USER.name)))))
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageStartingWith("Expected 3 statements but found 1 in:\n  SELECT users.name");
        assertThatThrownBy(() -> asTest(engine, "oneInsert",
                () -> sessions.inTransaction(session -> session.all(select(USER.name)))))
                .hasMessageStartingWith("Expected 1 INSERT statements but found 0 in:");
    }

    @DatabaseTest
    void aTestThatLoadsObjectByObjectFailsWithTheOptionToAdd(Engine engine, StatementLog statements) throws Exception {
        SessionFactory sessions = filled(engine, statements);

        assertThatThrownBy(() -> asTest(engine, "anyNumber", () -> sessions.inTransaction(session -> {
            for (User user : session.all(select(USER).options(lazy(USER.addresses)))) {
                assertThat(user.addresses()).hasSize(1);
            }
        }))).isInstanceOf(AssertionFailedError.class)
                .hasMessageStartingWith(
                        "N+1 statements: \"User.addresses\" was loaded at least 5 times, one by one, at "
                                + "dev.rubedo.orm.session.StatementExpectationsTest.")
                .hasMessageEndingWith("Add .options(selectIn(USER.addresses)) to the query of its owners.");
        asTest(engine, "anyNumber", () -> sessions.inTransaction(session -> {
            for (int i = 0; i < 9; i++) {
                session.all(select(USER.name).where(USER.name.eq("u" + i)));
            }
        }));
    }

    @DatabaseTest
    @ExpectStatements(select = 1)
    void aDatabaseTestNeedsNoRegistration(Engine engine, StatementLog statements) {
        SessionFactory sessions = filled(engine, statements);

        sessions.inTransaction(session -> session.all(select(USER.name)));
    }

    @DatabaseTest
    void theEngineHasNoListenerAfterTheTest(Engine engine, StatementLog statements) throws Exception {
        SessionFactory sessions = filled(engine, statements);
        statements.clear();

        asTest(engine, "twoQueries", () -> sessions.inTransaction(
                session -> session.all(select(USER).options(selectIn(USER.addresses)))));
        sessions.inTransaction(session -> session.all(select(USER.name)));

        assertThat(statements.count()).isEqualTo(3);
    }
}
