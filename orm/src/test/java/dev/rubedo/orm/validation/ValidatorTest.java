package dev.rubedo.orm.validation;

import static dev.rubedo.orm.validation.Customer_.CUSTOMER;
import static dev.rubedo.orm.validation.Purchase_.PURCHASE;
import static dev.rubedo.orm.validation.Tag_.TAG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.testing.DatabaseTest;
import org.junit.jupiter.api.Test;

/** Methods that check each value before an attribute has it. */
class ValidatorTest {

    @Test
    void aValueIsCheckedAndReplaced() {
        Customer customer = new Customer("ED@EXAMPLE.COM");

        assertThat(customer.email()).isEqualTo("ed@example.com");
        assertThatThrownBy(() -> customer.email("nonsense")).hasMessage("Invalid email address");
        assertThatThrownBy(() -> customer.age(151)).hasMessage("Invalid age");
        assertThat(customer.email()).isEqualTo("ed@example.com");
    }

    @Test
    void elementsAreCheckedBeforeTheyAreAddedAndRemoved() {
        Customer customer = new Customer("a@b");
        Purchase book = new Purchase("book");
        customer.purchases().add(book);
        customer.purchases().add(new Purchase("pen"));
        customer.purchases().remove(book);
        customer.purchases().clear();

        assertThat(customer.told).containsExactly("+book", "+pen", "-book", "-pen");
    }

    @Test
    void aRefusedElementChangesNothing() {
        Customer customer = new Customer("a@b");
        Purchase locked = new Purchase("book").locked(true);

        assertThatThrownBy(() -> customer.purchases().add(locked)).hasMessage("A locked purchase stays where it is");
        assertThat(customer.purchases()).isEmpty();
        assertThat(locked.customer()).isNull();

        locked.locked(false);
        customer.purchases().add(locked);
        locked.locked(true);
        assertThatThrownBy(() -> customer.purchases().clear()).hasMessage("A locked purchase stays where it is");
        assertThat(customer.purchases()).containsExactly(locked);
        assertThat(locked.customer()).isSameAs(customer);
    }

    @Test
    void aChangeOfTheOtherSideIsCheckedToo() {
        Customer customer = new Customer("a@b");
        Customer other = new Customer("c@d");
        Purchase book = new Purchase("book").customer(customer);
        book.customer(other);
        other.purchases().set(0, new Purchase("pen"));
        customer.purchases().add(other.purchases().get(0));

        assertThat(customer.told).containsExactly("+book", "-book", "+pen");
        assertThat(other.told).containsExactly("+book", "+pen", "-book", "-pen");
    }

    @Test
    void aRefusalOfTheOtherSideChangesNothing() {
        Customer banned = new Customer("banned@b");
        Purchase book = new Purchase("book");
        Purchase locked = new Purchase("pen").locked(true);

        assertThatThrownBy(() -> banned.purchases().add(book)).hasMessage("Nothing is sold to banned@b");
        assertThatThrownBy(() -> locked.customer(new Customer("a@b")))
                .hasMessage("A locked purchase stays where it is");
        assertThat(banned.purchases()).isEmpty();
        assertThat(book.customer()).isNull();
        assertThat(locked.customer()).isNull();
    }

    @Test
    void aValidatorCanIgnoreTheOtherSide() {
        Customer customer = new Customer("a@b");
        customer.tags().add(new Tag("good"));
        new Tag("new").customers().add(customer);

        assertThat(customer.tags()).hasSize(2);
        assertThat(customer.told).containsExactly("tag good");
    }

    @DatabaseTest
    void loadedElementsAreNotChecked(Engine engine) {
        Model model = Model.of(CUSTOMER, PURCHASE, TAG);
        model.metadata().createAll(engine);
        SessionFactory sessions = SessionFactory.of(engine, model);
        Customer customer = new Customer("a@b");
        customer.purchases().add(new Purchase("book"));
        sessions.inTransaction(session -> session.add(customer));

        sessions.inTransaction(session -> {
            Customer read = session.require(Customer.class, customer.id());
            assertThat(read.purchases()).hasSize(1);
            assertThat(read.told).isEmpty();

            read.purchases().add(new Purchase("pen"));
            read.purchases().remove(0);

            assertThat(read.told).containsExactly("+pen", "-book");
        });
    }
}
