package dev.rubedo.orm.internal.query;

import static dev.rubedo.orm.Orm.defer;
import static dev.rubedo.orm.Orm.joined;
import static dev.rubedo.orm.Orm.populateExisting;
import static dev.rubedo.orm.Orm.raiseAll;
import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.Orm.selectIn;
import static dev.rubedo.orm.Orm.synchronize;
import static dev.rubedo.orm.shop.Address_.ADDRESS;
import static dev.rubedo.orm.shop.Country_.COUNTRY;
import static dev.rubedo.orm.shop.Order_.ORDER;
import static dev.rubedo.orm.shop.User_.USER;
import static dev.rubedo.sql.Sql.deleteFrom;
import static dev.rubedo.sql.Sql.insertInto;
import static dev.rubedo.sql.Sql.max;
import static dev.rubedo.sql.Sql.text;
import static dev.rubedo.sql.Sql.union;
import static dev.rubedo.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.dialect.AnsiDialect;
import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.orm.error.MappingException;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.query.SynchronizeSession;
import dev.rubedo.orm.shop.Shop;
import dev.rubedo.orm.shop.User;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Statements about entities can be read without their mapping, and turned into statements about tables with it. */
class StatementTextTest {

    @Test
    void queriesShowEntitiesAndAttributes() {
        assertThat(select(USER).where(USER.name.eq("ann"), USER.age.gt(3)).orderBy(USER.name.desc()).limit(5))
                .hasToString(
                        "SELECT User.* FROM User WHERE User.name = ? AND User.age > ? ORDER BY User.name DESC LIMIT ?");
        assertThat(select(USER.name, max(USER.age)).groupBy(USER.name))
                .hasToString("SELECT User.name, max(User.age) AS max_1 FROM User GROUP BY User.name");
    }

    @Test
    void aliasesAreShownOnceWithTheirEntity() {
        var boss = USER.as("boss");

        assertThat(select(boss).where(boss.name.eq("x")))
                .hasToString("SELECT boss.* FROM User AS boss WHERE boss.name = ?");
        assertThat(boss.name).hasToString("boss.name");
        assertThat(boss.orders).hasToString("boss.orders");
    }

    @Test
    void joinsShowTheirRelationship() {
        assertThat(select(USER).join(USER.orders).where(ORDER.status.eq("new")))
                .hasToString("SELECT User.* FROM User JOIN Order ON User.orders WHERE Order.status = ?");
        assertThat(select(USER).leftJoin(USER.orders, ORDER.status.eq("new"))).hasToString(
                "SELECT User.* FROM User LEFT OUTER JOIN Order ON User.orders AND Order.status = ?");
    }

    @Test
    void conditionsOnRelationshipsSayWhatIsAsked() {
        var ann = new User("ann");

        assertThat(USER.orders.any(ORDER.status.eq("new"))).hasToString("EXISTS (User.orders WHERE Order.status = ?)");
        assertThat(USER.groups.isEmpty()).hasToString("User.groups IS EMPTY");
        assertThat(ORDER.user.eq(ann)).hasToString("Order.user = ?");
        assertThat(select(ORDER).where(ORDER.user.eq(ann)))
                .hasToString("SELECT Order.* FROM Order WHERE Order.user = ?");
    }

    @Test
    void changesShowEntitiesAndAttributes() {
        assertThat(update(USER).set(USER.age, 3).where(USER.name.eq("x")))
                .hasToString("UPDATE User SET age=? WHERE User.name = ?");
        assertThat(insertInto(USER).values(USER.name, "x")).hasToString("INSERT INTO User (name) VALUES (?)");
        assertThat(deleteFrom(USER).where(USER.age.isNull())).hasToString("DELETE FROM User WHERE User.age IS NULL");
        assertThat(union(select(USER.name), select(ADDRESS.email)))
                .hasToString("SELECT User.name FROM User UNION SELECT Address.email FROM Address");
    }

    @Test
    void optionsSayWhatIsLoadedHow() {
        assertThat(selectIn(USER.orders).then(joined(ORDER.lines)))
                .hasToString("User: orders select-in (lines joined)");
        assertThat(defer(USER.name, USER.age)).hasToString("User: without name, age");
    }

    @Test
    void aModelResolvesStatementsToTables() {
        Model model = Shop.model();
        var query = select(USER.name).join(USER.orders).where(ORDER.status.eq("new"));

        assertThat(model.resolve(query).sql(AnsiDialect.instance())).isEqualTo(
                "SELECT users.name FROM users JOIN orders ON users.id = orders.user_id WHERE orders.status = ?");
        assertThat(model.resolve(update(USER).set(USER.age, 3).where(USER.id.eq(1L))).sql(AnsiDialect.instance()))
                .isEqualTo("UPDATE users SET age=? WHERE users.id = ?");
    }

    @Test
    void aStatementWithoutEntitiesIsResolvedAlready() {
        var core = text("select 1");

        assertThat((Object) Shop.model().resolve(core)).isSameAs(core);
    }

    @Test
    void aStatementAboutTablesHasNoLoaderOptions() {
        assertThatThrownBy(() -> Shop.model().resolve(select(USER).options(joined(USER.addresses))))
                .isInstanceOf(InvalidStatementException.class)
                .hasMessageContaining("tells a session how to load").hasMessageContaining("addresses");
        for (var option : List.of(raiseAll(), populateExisting(), synchronize(SynchronizeSession.NONE))) {
            assertThatThrownBy(() -> Shop.model().resolve(select(USER).options(option)))
                    .isInstanceOf(InvalidStatementException.class)
                    .hasMessageContaining("tells a session how to load or synchronize objects");
        }
    }

    @Test
    void anEntityOfAnotherModelIsNotResolved() {
        Model model = Model.of(COUNTRY);

        assertThatThrownBy(() -> model.resolve(select(USER))).isInstanceOf(MappingException.class)
                .hasMessageContaining("User");
    }
}
