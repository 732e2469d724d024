package dev.rubedo.orm.extension.guide;

import static dev.rubedo.orm.Orm.insertInto;
import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.Orm.synchronize;
import static dev.rubedo.orm.Orm.update;
import static dev.rubedo.orm.extension.guide.Customer_.CUSTOMER;
import static dev.rubedo.orm.extension.guide.Payment_.PAYMENT;
import static dev.rubedo.orm.query.SynchronizeSession.EVALUATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.sql.Subquery;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Hybrid properties: one property in Java and in SQL. */
class HybridTest {

    private static final Model MODEL = Model.of(CUSTOMER, PAYMENT);

    private static String sql(dev.rubedo.sql.Statement<?> statement) {
        return MODEL.resolve(statement).toString();
    }

    private static SessionFactory open(Engine engine) {
        MODEL.metadata().createAll(engine);
        SessionFactory sessions = SessionFactory.of(engine, MODEL);
        sessions.inTransaction(session -> {
            Customer ann = new Customer("Ann Archer", 40).discount(20).nick("annie");
            ann.payments().add(new Payment(5));
            ann.payments().add(new Payment(7));
            session.add(ann, new Customer("Bob Baker", 12));
        });
        return sessions;
    }

    @Test
    void aHybridHasItsNameInASelectList() {
        assertThat(sql(select(CUSTOMER.fullName()).where(CUSTOMER.fullName().eq("x")))).isEqualToIgnoringWhitespace("""
                SELECT customers.first_name || ? || customers.last_name AS full_name FROM customers
                WHERE (customers.first_name || ? || customers.last_name) = ?
                """);
        assertThat(sql(select(CUSTOMER.isAdult(), CUSTOMER.olderThan(30)))).isEqualToIgnoringWhitespace("""
                SELECT customers.age >= ? AS is_adult, customers.age > ? AS anon_1 FROM customers
                """);
    }

    @Test
    void anAliasHasHybrids() {
        Customer_ other = CUSTOMER.as("other");

        assertThat(sql(select(other.fullName()).where(other.olderThan(3)).orderBy(other.fullName())))
                .isEqualToIgnoringWhitespace("""
                        SELECT other.first_name || ? || other.last_name AS full_name FROM customers AS other
                        WHERE other.age > ? ORDER BY other.first_name || ? || other.last_name
                        """);
    }

    @Test
    void aConditionIsNegatedInItsSimplestForm() {
        assertThat(sql(select(CUSTOMER.id).where(CUSTOMER.isAdult().negate())))
                .isEqualTo("SELECT customers.id FROM customers WHERE customers.age < ?");
    }

    @Test
    void aPathToAHybridJoins() {
        assertThat(sql(select(PAYMENT.id).where(PAYMENT.customer().fullName().eq("Ann Archer"))))
                .isEqualToIgnoringWhitespace("""
                        SELECT payments.id FROM payments
                        JOIN customers AS customers_1 ON customers_1.id = payments.customer_id
                        WHERE (customers_1.first_name || ? || customers_1.last_name) = ?
                        """);
    }

    @DatabaseTest
    void javaAndSqlAgree(Engine engine) {
        try (Session session = open(engine).open()) {
            for (Customer customer : session.all(select(CUSTOMER))) {
                var row = session.one(select(CUSTOMER.fullName(), CUSTOMER.isAdult(), CUSTOMER.rate(), CUSTOMER.paid(),
                        CUSTOMER.shownName()).where(CUSTOMER.id.eq(customer.id())));

                assertThat(row.asMap()).isEqualTo(Map.of("full_name", customer.fullName(), "is_adult",
                        customer.isAdult(), "rate", customer.rate(), "paid", customer.paid(), "shown_name",
                        customer.shownName()));
                assertThat(session.one(select(CUSTOMER).where(CUSTOMER.word().eq("BAKER")
                        .or(CUSTOMER.word().eq("archer")), CUSTOMER.fullName().eq(customer.fullName()))))
                        .isSameAs(customer);
                assertThat(customer.word().eq("BAKER")).isEqualTo(customer.lastName().equals("Baker"));
            }
        }
    }

    @DatabaseTest
    void itOrdersGroupsAndFilters(Engine engine) {
        try (Session session = open(engine).open()) {
            assertThat(session.all(select(CUSTOMER.firstName).orderBy(CUSTOMER.fullName().desc())))
                    .containsExactly("Bob", "Ann");
            assertThat(session.all(select(CUSTOMER).where(CUSTOMER.paid().gt(10L)))).extracting(Customer::fullName)
                    .containsExactly("Ann Archer");
            assertThat(session.all(select(CUSTOMER.isAdult()).groupBy(CUSTOMER.isAdult())
                    .orderBy(CUSTOMER.isAdult()))).containsExactly(false, true);
            Subquery names = select(CUSTOMER.id, CUSTOMER.fullName()).subquery("names");
            assertThat(session.all(select(names.column(CUSTOMER.fullName())).orderBy(names.column(CUSTOMER.id))))
                    .containsExactly("Ann Archer", "Bob Baker");
        }
    }

    @DatabaseTest
    void anUpdateOfAHybridSetsItsAttributes(Engine engine, StatementLog statements) {
        try (Session session = open(engine).open()) {
            Customer bob = session.one(select(CUSTOMER).where(CUSTOMER.firstName.eq("Bob")));
            statements.clear();

            session.execute(update(CUSTOMER).set(CUSTOMER.fullName(), "Rob Miller").set(CUSTOMER.rate(), 75)
                    .where(CUSTOMER.id.eq(bob.id())));

            assertThat(bob.fullName()).isEqualTo("Rob Miller");
            assertThat(bob.rate()).isEqualTo(75);
            session.refresh(bob);
            assertThat(bob.fullName()).isEqualTo("Rob Miller");
            assertThat(bob.discount()).isEqualTo(25);
        }
    }

    @Test
    void theAssignmentsOfAHybridReplaceIt() {
        assertThat(sql(update(CUSTOMER).set(CUSTOMER.fullName(), "Rob Miller").set(CUSTOMER.lastName, "Mill")
                .set(CUSTOMER.rate(), CUSTOMER.age))).isEqualToIgnoringWhitespace("""
                        UPDATE customers SET first_name=?, last_name=?, discount=(customers.age * ? + ?)
                        """);
        assertThatThrownBy(() -> update(CUSTOMER).set(CUSTOMER.fullName(), CUSTOMER.firstName))
                .isInstanceOf(InvalidStatementException.class).hasMessageContaining("Hybrid \"Customer.fullName\""
                        + " cannot be set to an expression, because it is set by a value in Java.");
    }

    @DatabaseTest
    void anInsertTakesHybridsToo(Engine engine) {
        try (Session session = open(engine).open()) {
            session.execute(insertInto(CUSTOMER).values(CUSTOMER.fullName(), "Cid Carver")
                    .values(CUSTOMER.age, 3).values(CUSTOMER.rate(), 90));

            Customer cid = session.one(select(CUSTOMER).where(CUSTOMER.firstName.eq("Cid")));
            assertThat(cid.lastName()).isEqualTo("Carver");
            assertThat(cid.discount()).isEqualTo(10);
        }
    }

    @DatabaseTest
    void aConditionIsEvaluatedInMemory(Engine engine, StatementLog statements) {
        try (Session session = open(engine).open()) {
            List<Customer> all = session.all(select(CUSTOMER).orderBy(CUSTOMER.id));
            statements.clear();

            session.execute(update(CUSTOMER).set(CUSTOMER.discount, 1).where(CUSTOMER.isAdult())
                    .options(synchronize(EVALUATE)));

            assertThat(all).extracting(Customer::discount).containsExactly(1, 0);
            assertThat(statements.all()).hasSize(1);
        }
    }

    @DatabaseTest
    void theValuesOfAHybridAreThoseOfEachExecution(Engine engine) {
        try (Session session = open(engine).open()) {
            for (int age : new int[]{5, 20, 100}) {
                assertThat(session.all(select(CUSTOMER.id).where(CUSTOMER.olderThan(age)))).hasSize(
                        age == 5 ? 2 : age == 20 ? 1 : 0);
            }
        }
    }

    @DatabaseTest
    void theSetterWritesTheAttributes(Engine engine) {
        SessionFactory sessions = open(engine);
        sessions.inTransaction(session -> {
            Customer bob = session.one(select(CUSTOMER).where(CUSTOMER.fullName().eq("Bob Baker")));
            bob.fullName("Robert Baxter").rate(60);
        });
        try (Session session = sessions.open()) {
            assertThat(session.all(select(CUSTOMER.rate()).where(CUSTOMER.fullName().eq("Robert Baxter"))))
                    .containsExactly(60);
        }
    }

    @Test
    void aHybridIsNoColumn() {
        assertThatThrownBy(() -> sql(insertInto(CUSTOMER).fromSelect(select(CUSTOMER.firstName), CUSTOMER.fullName())))
                .hasMessage("Hybrid \"Customer.fullName\" is not a column, so it cannot be used here. Name the "
                        + "attributes that it is computed from.");
    }
}
