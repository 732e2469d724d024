package dev.rubedo.orm.session;

import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.shop.Address_.ADDRESS;
import static dev.rubedo.orm.shop.User_.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.event.Registration;
import dev.rubedo.orm.error.ObjectStateException;
import dev.rubedo.orm.model.CollectionListener;
import dev.rubedo.orm.shop.Address;
import dev.rubedo.orm.shop.Shop;
import dev.rubedo.orm.shop.User;
import dev.rubedo.orm.state.InstanceState;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Listeners of attributes and collections are called for every change by the application. */
class AttributeListenerTest {

    private final List<String> seen = new ArrayList<>();

    @DatabaseTest
    void aListenerReplacesTheValueOfNewAndOfStoredObjects(Engine engine, StatementLog statements) {
        SessionFactory sessions = Shop.open(engine, statements);
        sessions.model().listen(USER.name, (user, value, old) -> {
            seen.add(old + " -> " + value);
            return value.toLowerCase(Locale.ROOT);
        });
        User ann = new User("ANN");
        sessions.inTransaction(session -> {
            session.add(ann);
            assertThat(ann.name()).isEqualTo("ann");
            ann.name("Anna");
            assertThat(ann.name()).isEqualTo("anna");
            session.flush();
            InstanceState.of(ann).set("name", "ANNE");
        });

        sessions.inTransaction(session -> assertThat(session.one(select(USER.name))).isEqualTo("anne"));
        assertThat(seen).containsExactly("null -> ANN", "ann -> Anna", "anna -> ANNE");
    }

    @DatabaseTest
    void aRemovedListenerIsSilent(Engine engine, StatementLog statements) {
        SessionFactory sessions = Shop.open(engine, statements);
        Registration registration = sessions.model().listen(USER.age, (user, value, old) -> 7);
        registration.remove();
        registration.remove();
        try (Session session = sessions.open()) {
            User ann = new User("ann");
            session.add(ann);
            ann.age(5);

            assertThat(ann.age()).isEqualTo(5);
            assertThat(sessions.model().listeners().hasAttributeListeners()).isFalse();
        }
    }

    @DatabaseTest
    void nullForARequiredAttributeIsRefused(Engine engine, StatementLog statements) {
        SessionFactory sessions = Shop.open(engine, statements);
        sessions.model().listen(USER.name, (user, value, old) -> null);
        try (Session session = sessions.open()) {
            assertThatThrownBy(() -> session.add(new User("ann"))).isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("\"User.name\"");
        }
    }

    @DatabaseTest
    void bothSidesOfARelationshipAreTold(Engine engine, StatementLog statements) {
        SessionFactory sessions = Shop.open(engine, statements);
        sessions.model().listen(USER.addresses, new CollectionListener<User, Address>() {
            @Override
            public void append(User owner, Address item) {
                seen.add(owner.name() + " + " + item.email());
            }

            @Override
            public void remove(User owner, Address item) {
                seen.add(owner.name() + " - " + item.email());
            }
        });
        sessions.model().listen(ADDRESS.user, (address, user, old) -> {
            seen.add(address.email() + " -> " + (user == null ? null : user.name()));
            return user;
        });
        sessions.inTransaction(session -> {
            User ann = new User("ann");
            ann.addresses().add(new Address("first"));
            session.add(ann);
            assertThat(seen).containsExactly("ann + first", "first -> ann");
            seen.clear();

            Address second = new Address("second");
            ann.addresses().add(second);
            assertThat(seen).contains("ann + second");
            seen.clear();
            User bob = new User("bob");
            session.add(bob);
            second.user(bob);
            assertThat(seen).containsExactly("second -> bob", "ann - second", "bob + second");
            seen.clear();
            bob.addresses().remove(second);
            assertThat(seen).containsExactly("bob - second", "second -> null");
        });
    }

    @DatabaseTest
    void aRefusedAppendLeavesTheCollectionAlone(Engine engine, StatementLog statements) {
        SessionFactory sessions = Shop.open(engine, statements);
        sessions.model().listen(USER.addresses, new CollectionListener<User, Address>() {
            @Override
            public void append(User owner, Address item) {
                throw new IllegalArgumentException("full");
            }
        });
        try (Session session = sessions.open()) {
            User ann = new User("ann");
            session.add(ann);

            assertThatThrownBy(() -> ann.addresses().add(new Address("one"))).hasMessage("full");
            assertThat(ann.addresses()).isEmpty();
        }
    }

    @DatabaseTest
    void whatComesFromTheOtherSideCannotBeReplaced(Engine engine, StatementLog statements) {
        SessionFactory sessions = Shop.open(engine, statements);
        User bob = new User("bob");
        sessions.model().listen(ADDRESS.user, (address, user, old) -> bob);
        try (Session session = sessions.open()) {
            User ann = new User("ann");
            Address home = new Address("home");
            session.add(ann, home);

            assertThatThrownBy(() -> ann.addresses().add(home)).isInstanceOf(ObjectStateException.class)
                    .hasMessageContaining("\"Address.user\"");
        }
    }
}
