package dev.rubedo.orm.extension.guide;

import static dev.rubedo.orm.Orm.joined;
import static dev.rubedo.orm.Orm.populateExisting;
import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.Orm.selectIn;
import static dev.rubedo.orm.Orm.undefer;
import static dev.rubedo.orm.Orm.withExpression;
import static dev.rubedo.orm.extension.guide.Customer_.CUSTOMER;
import static dev.rubedo.orm.extension.guide.Payment_.PAYMENT;
import static dev.rubedo.sql.Functions.count;
import static dev.rubedo.sql.Sql.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.sql.Expression;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import java.util.List;

/** Attributes whose expression each query gives, and synonyms. */
class QueryExpressionTest {

    private static final Expression<Long> COUNTED = select(count(PAYMENT.id))
            .where(PAYMENT.customerId.eq(CUSTOMER.id)).scalar();

    private static SessionFactory open(Engine engine) {
        Model model = Model.of(CUSTOMER, PAYMENT);
        model.metadata().createAll(engine);
        SessionFactory sessions = SessionFactory.of(engine, model);
        sessions.inTransaction(session -> {
            Customer ann = new Customer("Ann Archer", 40).nick("annie");
            ann.payments().add(new Payment(5));
            ann.payments().add(new Payment(7));
            session.add(ann, new Customer("Bob Baker", 12));
        });
        return sessions;
    }

    @DatabaseTest
    void aQueryGivesTheExpression(Engine engine, StatementLog statements) {
        try (Session session = open(engine).open()) {
            statements.clear();
            List<Customer> customers = session.all(select(CUSTOMER).orderBy(CUSTOMER.id)
                    .options(withExpression(CUSTOMER.payCount, COUNTED)));

            assertThat(customers).extracting(Customer::payCount).containsExactly(2L, 0L);
            assertThat(statements.all()).hasSize(1);
        }
    }

    @DatabaseTest
    void withoutOneTheAttributeIsNullAndNothingIsLoaded(Engine engine, StatementLog statements) {
        SessionFactory sessions = open(engine);
        try (Session session = sessions.open()) {
            List<Customer> customers = session.all(select(CUSTOMER));
            statements.clear();

            assertThat(customers).extracting(Customer::payCount).containsOnlyNulls();
            assertThat(new Customer("New Man", 3).payCount()).isNull();
            assertThat(statements.all()).isEmpty();
        }
        Customer detached = sessions.fromTransaction(session -> session.one(select(CUSTOMER)
                .where(CUSTOMER.id.eq(1L))));
        assertThat(detached.payCount()).isNull();
    }

    @DatabaseTest
    void anObjectThatIsThereKeepsItsValue(Engine engine) {
        try (Session session = open(engine).open()) {
            Customer ann = session.one(select(CUSTOMER).where(CUSTOMER.id.eq(1L)));
            assertThat(ann.payCount()).isNull();
            session.all(select(CUSTOMER).options(withExpression(CUSTOMER.payCount, COUNTED)));
            assertThat(ann.payCount()).isNull();

            session.all(select(CUSTOMER).options(withExpression(CUSTOMER.payCount, COUNTED), populateExisting()));
            assertThat(ann.payCount()).isEqualTo(2L);
            session.refresh(ann);
            assertThat(ann.payCount()).isNull();
            session.all(select(CUSTOMER).options(withExpression(CUSTOMER.payCount, value(9L)), populateExisting()));
            session.commit();
            assertThat(ann.age()).isEqualTo(40);
            assertThat(ann.payCount()).isNull();
            session.refresh(ann, CUSTOMER.payCount);
            assertThat(ann.payCount()).isNull();
        }
    }

    @DatabaseTest
    void eachQueryHasItsOwnValues(Engine engine) {
        SessionFactory sessions = open(engine);
        for (long number = 1; number < 4; number++) {
            try (Session session = sessions.open()) {
                assertThat(session.all(select(CUSTOMER).options(withExpression(CUSTOMER.payCount, value(number)))))
                        .extracting(Customer::payCount).containsOnly(number);
            }
        }
    }

    @DatabaseTest
    void targetsOfRelationshipsHaveExpressionsToo(Engine engine) {
        SessionFactory sessions = open(engine);
        try (Session session = sessions.open()) {
            assertThat(session.all(select(PAYMENT).options(
                    joined(PAYMENT.customer).then(withExpression(CUSTOMER.payCount, COUNTED)))))
                    .extracting(payment -> payment.customer().payCount()).containsExactly(2L, 2L);
        }
        try (Session session = sessions.open()) {
            assertThat(session.all(select(PAYMENT).options(
                    selectIn(PAYMENT.customer).then(withExpression(CUSTOMER.payCount, COUNTED)))))
                    .extracting(payment -> payment.customer().payCount()).containsExactly(2L, 2L);
        }
    }

    @DatabaseTest
    void aliasesLimitsAndJoinedCollectionsKeepIt(Engine engine) {
        try (Session session = open(engine).open()) {
            Customer_ other = CUSTOMER.as("other");
            Expression<Long> counted = select(count(PAYMENT.id)).where(PAYMENT.customerId.eq(other.id)).scalar();
            List<Customer> found = session.all(select(other).orderBy(other.id).limit(1)
                    .options(withExpression(other.payCount, counted), joined(other.payments)));

            assertThat(found).singleElement().satisfies(one -> {
                assertThat(one.payCount()).isEqualTo(2L);
                assertThat(one.payments()).hasSize(2);
            });
        }
    }

    @DatabaseTest
    void whatHasNoExpressionIsAnError(Engine engine) {
        try (Session session = open(engine).open()) {
            assertThatThrownBy(() -> session.all(select(CUSTOMER).where(CUSTOMER.payCount.gt(1L))))
                    .isInstanceOf(InvalidStatementException.class)
                    .hasMessage("\"Customer.payCount\" has no expression of"
                            + " its own. Queries give it one by withExpression(...); in conditions, use that expression.");
            assertThatThrownBy(() -> session.all(select(CUSTOMER).options(undefer(CUSTOMER.payCount))))
                    .isInstanceOf(InvalidStatementException.class)
                    .hasMessageContaining("has no expression of its own.");
            assertThatThrownBy(() -> withExpression(CUSTOMER.age, value(3)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("\"Customer.age\" is a column. Only a query"
                            + " expression or a formula can have an expression.");
        }
    }

    @DatabaseTest
    void aSynonymIsTheAttribute(Engine engine) {
        try (Session session = open(engine).open()) {
            assertThat(session.all(select(CUSTOMER.alias).where(CUSTOMER.alias.eq("annie")))).containsExactly("annie");
            Customer bob = session.one(select(CUSTOMER).where(CUSTOMER.alias.isNull()));
            bob.alias("bobby");
            assertThat(bob.nick()).isEqualTo("bobby");
            session.flush();
            assertThat(session.one(select(CUSTOMER.id).where(CUSTOMER.nick.eq("bobby")))).isEqualTo(bob.id());
            assertThat(session.all(select(PAYMENT.id).where(PAYMENT.payer().firstName.eq("Ann"),
                    PAYMENT.payer.isNotNull()))).hasSize(2);
            assertThat(CUSTOMER.attribute("alias").orElseThrow()).isEqualTo(CUSTOMER.nick);
            assertThat(session.all(select(PAYMENT).options(joined(PAYMENT.payer)))).extracting(Payment::payer)
                    .extracting(Customer::alias).containsOnly("annie");
        }
    }
}
