package dev.rubedo.orm.session;

import static dev.rubedo.orm.Orm.defer;
import static dev.rubedo.orm.Orm.loadOnly;
import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.Orm.selectIn;
import static dev.rubedo.orm.shop.Address_.ADDRESS;
import static dev.rubedo.orm.shop.User_.USER;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.orm.shop.Shop;
import dev.rubedo.orm.shop.User;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Calls that compile, and whose error says what to write instead. */
class RefusedCallsTest {

    @DatabaseTest
    void aCollectionIsNoEntity(Engine engine, StatementLog statements) {
        try (Session session = Shop.open(engine, statements).open()) {
            List<User> users = new ArrayList<>(List.of(new User("ann")));

            assertThatThrownBy(() -> session.add(users)).isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("A collection (java.util.ArrayList) is not an entity. To pass all its objects, call"
                            + " addAll(...), deleteAll(...) or mergeAll(...); otherwise pass each object.");
        }
    }

    @DatabaseTest
    void anOptionAppliesToWhatTheStatementSelects(Engine engine, StatementLog statements) {
        try (Session session = Shop.open(engine, statements).open()) {
            assertThatThrownBy(() -> session.all(select(ADDRESS).options(selectIn(USER.addresses))))
                    .isInstanceOf(InvalidStatementException.class)
                    .hasMessageContaining("A loader option applies to \"User\", which this statement does not select."
                            + " Select \"User\" as a whole, or remove the option.");
            assertThatThrownBy(() -> session.all(select(USER.name).options(selectIn(USER.addresses))))
                    .isInstanceOf(InvalidStatementException.class)
                    .hasMessageContaining("Select \"User\" as a whole, or remove the option.");
        }
    }

    @Test
    void theKeyIsNotDeferred() {
        assertThatThrownBy(() -> defer(USER.name, USER.id)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "\"User.id\" belongs to the primary key, which is always loaded. Leave it out of defer(...).");
    }

    @Test
    void anOptionIsForOneEntityOrAlias() {
        assertThatThrownBy(() -> loadOnly(USER.name, USER.as("other").age)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "\"other.age\" is not an attribute of \"User\". Give an option of its own for each entity or"
                                + " alias.");
    }
}
