package dev.rubedo.tck;

import static dev.rubedo.sql.Sql.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Connection;
import dev.rubedo.engine.Engine;
import dev.rubedo.error.RubedoException;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.Select;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Statements of the same shape are compiled once, and no value of one ever appears in another. */
public abstract class StatementCacheSuite {

    private Shop shop = Suites.unset();
    private Connection connection = Suites.unset();

    @BeforeEach
    void fill(Engine engine) {
        shop = Shop.filled(engine);
        connection = engine.connect();
    }

    @AfterEach
    void close() {
        connection.close();
    }

    @DatabaseTest
    void oneShapeServesAllValues() {
        for (int round = 0; round < 3; round++) {
            assertThat(names(25)).containsExactly("Cleo");
            assertThat(names(17)).containsExactly("Ben");
            assertThat(names(99)).isEmpty();
        }
    }

    @DatabaseTest
    void aNullValueIsAShapeOfItsOwn() {
        assertThat(names(25)).containsExactly("Cleo");
        assertThat(names(null)).containsExactly("Dan");
        assertThat(names(25)).containsExactly("Cleo");
    }

    @DatabaseTest
    void listsOfAnyLengthShareAShape(StatementLog statements) {
        for (List<String> wanted : List.of(List.of("Ada"), List.of("Ada", "Ben"), List.<String>of(),
                List.of("Dan", "Cleo", "Ada"))) {
            var query = select(shop.users.name).where(shop.users.name.in(wanted)).orderBy(shop.users.name);

            assertThat(connection.execute(query).all()).containsExactlyElementsOf(wanted.stream().sorted().toList());
        }
        assertThat(statements.texts()).isNotEmpty();
    }

    @DatabaseTest
    void aTypedAliasMadeForEachStatementReadsItsOwnRows() {
        for (int round = 0; round < 3; round++) {
            for (String alias : List.of("one", "other")) {
                var user = shop.users.as(alias, Shop.Users::new);
                var query = select(user.name, shop.users.name).joinFrom(user, shop.users, user.id.eq(shop.users.id))
                        .where(user.id.eq(1L + round));

                assertThat(connection.execute(query).one().get(user.name))
                        .isEqualTo(List.of("Ada", "Ben", "Cleo").get(round));
            }
        }
    }

    @DatabaseTest
    void thePositionOfEqualValuesIsKept() {
        var same = select(shop.users.name).where(shop.users.age.between(25, 25));
        var other = select(shop.users.name).where(shop.users.age.between(17, 25)).orderBy(shop.users.name);

        assertThat(connection.execute(same).all()).containsExactly("Cleo");
        assertThat(connection.execute(other).all()).containsExactly("Ben", "Cleo");
    }

    @DatabaseTest
    void anOrderThatIsSelectedIsNoneThatIsNot() {
        assertThat(orderedByDistanceFrom(20)).containsExactly(9, 25, 256);
        assertThat(orderedByDistanceFrom(40)).containsExactly(256, 25, 9);
    }

    /**
     * The distance from 20 is selected, so ordering by the distance from 20 refers to that column, but ordering by the
     * distance from 40 does not.
     */
    private List<@Nullable Integer> orderedByDistanceFrom(int number) {
        return connection.execute(select(distance(20)).where(shop.users.age.isNotNull()).orderBy(distance(number)))
                .all();
    }

    private Expression<@Nullable Integer> distance(int number) {
        return shop.users.age.minus(number).times(shop.users.age.minus(number)).as("distance");
    }

    @DatabaseTest
    void twoQueriesOfOneNameAreNotTakenForOne() {
        assertThat(connection.execute(inBoth(25, 25)).all()).containsExactly("Cleo");

        assertThatThrownBy(() -> connection.execute(inBoth(25, 17)).all()).isInstanceOf(RubedoException.class);
    }

    private Select<String> inBoth(int one, int other) {
        var first = select(shop.users.name).where(shop.users.age.eq(one)).cte("some");
        var second = select(shop.users.name).where(shop.users.age.eq(other)).cte("some");
        return select(first.column(shop.users.name)).where(second.column(shop.users.name).isNotNull());
    }

    @DatabaseTest
    void limitsAreValuesToo(StatementLog statements) {
        Select<String> query = select(shop.users.name).orderBy(shop.users.name);
        statements.clear();

        assertThat(connection.execute(query.limit(1)).all()).containsExactly("Ada");
        assertThat(connection.execute(query.limit(2)).all()).containsExactly("Ada", "Ben");

        assertThat(statements.texts().stream().distinct().count()).isEqualTo(1);
    }

    @DatabaseTest
    void aTableOfTheSameNameInOtherMetadataIsAnotherShape(Engine engine) {
        Shop twin = Shop.empty(engine);

        assertThat(connection.execute(select(shop.users.name).where(shop.users.id.eq(1L))).one()).isEqualTo("Ada");
        assertThat(connection.execute(select(twin.users.name).where(twin.users.id.eq(2L))).one()).isEqualTo("Ben");
    }

    @DatabaseTest
    void aTableChangedByOthersIsReadAgain() {
        assertThat(names(25)).containsExactly("Cleo");
        connection.commit();

        connection.execute(text("ALTER TABLE users ADD COLUMN extra INTEGER"));
        connection.commit();

        assertThat(names(25)).containsExactly("Cleo");
        assertThat(connection.execute(select(shop.users)).all()).hasSize(4);
    }

    private List<String> names(@Nullable Integer age) {
        return connection.execute(select(shop.users.name).where(shop.users.age.eq(age))).all();
    }
}
