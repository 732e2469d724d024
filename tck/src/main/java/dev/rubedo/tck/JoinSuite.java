package dev.rubedo.tck;

import static dev.rubedo.sql.Sql.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.engine.Connection;
import dev.rubedo.engine.Engine;
import dev.rubedo.feature.Feature;
import dev.rubedo.sql.Row;
import dev.rubedo.sql.Selectable;
import dev.rubedo.testing.DatabaseTest;
import java.util.List;
import java.util.StringJoiner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Selecting from several tables. */
public abstract class JoinSuite {

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
    void anInnerJoinKeepsMatches() {
        var query = select(shop.users.name, shop.addresses.city)
                .join(shop.addresses, shop.users.id.eq(shop.addresses.userId))
                .orderBy(shop.users.name, shop.addresses.city);

        assertThat(texts(query)).containsExactly("Ada Berlin", "Ada Paris", "Ben Paris");
    }

    @DatabaseTest
    void theConditionComesFromTheForeignKey() {
        var query = select(shop.users.name, shop.addresses.city).joinFrom(shop.users, shop.addresses)
                .orderBy(shop.users.name, shop.addresses.city);

        assertThat(texts(query)).containsExactly("Ada Berlin", "Ada Paris", "Ben Paris");
    }

    @DatabaseTest
    void aLeftJoinKeepsTheLeftSide() {
        var query = select(shop.users.name, shop.addresses.city).joinFrom(shop.users, shop.addresses);
        var left = select(shop.users.name, shop.addresses.city).leftJoinFrom(shop.users, shop.addresses)
                .orderBy(shop.users.name, shop.addresses.city);

        assertThat(connection.execute(query).all()).hasSize(3);
        assertThat(texts(left)).containsExactly("Ada Berlin", "Ada Paris", "Ben Paris", "Cleo null", "Dan null");
    }

    @DatabaseTest(requires = Feature.FULL_JOIN)
    void aFullJoinKeepsBothSides() {
        var adults = select(shop.users.id, shop.users.name).where(shop.users.age.ge(18)).subquery("adults");
        var query = select(adults.column(shop.users.name), shop.addresses.city).fullJoinFrom(adults, shop.addresses,
                adults.column(shop.users.id).eq(shop.addresses.userId));

        assertThat(texts(query)).containsExactlyInAnyOrder("Ada Berlin", "Ada Paris", "Cleo null", "null Paris");
    }

    @DatabaseTest
    void aTableJoinsItselfUnderAnAlias() {
        var other = shop.users.as("other");
        var query = select(shop.users.name, other.column(shop.users.name))
                .joinFrom(shop.users, other, shop.users.id.lt(other.column(shop.users.id)))
                .where(other.column(shop.users.id).le(3L)).orderBy(shop.users.id, other.column(shop.users.id));

        assertThat(texts(query)).containsExactly("Ada Ben", "Ada Cleo", "Ben Cleo");
    }

    @DatabaseTest
    void aTypedAliasJoinsItsTableAndIsReadByItsColumns() {
        var other = shop.users.as("other", Shop.Users::new);
        var query = select(shop.users.name, other.name, other.age)
                .joinFrom(shop.users, other, shop.users.id.lt(other.id)).where(other.name.startsWith("C"))
                .groupBy(shop.users.id, shop.users.name, other.name, other.age)
                .orderBy(shop.users.id, other.name);
        var again = shop.users.as("other", Shop.Users::new);

        assertThat(connection.execute(query).map(row -> row.get(shop.users.name) + " " + row.get(again.name) + " "
                + row.get(other.age)).all()).containsExactly("Ada Cleo 25", "Ben Cleo 25");
    }

    @DatabaseTest
    void aTypedAliasIsJoinedByForeignKeysAndReadWhole() {
        var owner = shop.users.as("owner", Shop.Users::new);
        var home = shop.addresses.as("home", metadata -> new Shop.Addresses(metadata, shop.users, false));
        var query = select(owner, home.city).joinFrom(owner, home).where(home.city.eq("Berlin"));
        Row row = connection.execute(query).one();

        assertThat(row.require(owner).get(owner.name)).isEqualTo("Ada");
        assertThat(row.get(home.city)).isEqualTo("Berlin");
    }

    @DatabaseTest
    void aSubqueryReadsATypedAliasOfTheStatementAroundIt() {
        var other = shop.users.as("other", Shop.Users::new);
        var older = select(other.id).where(other.age.gt(shop.users.age));
        var query = select(shop.users.name).where(exists(older)).orderBy(shop.users.name);

        assertThat(connection.execute(query).all()).containsExactly("Ben", "Cleo");
    }

    @DatabaseTest
    void columnsOfTheSameNameAreReadEachFromItsTable() {
        var query = select(shop.users.id, shop.addresses.id, shop.addresses.city)
                .joinFrom(shop.users, shop.addresses).where(shop.addresses.id.eq(3L));
        Row row = connection.execute(query).one();

        assertThat(row.get(shop.users.id)).isEqualTo(2L);
        assertThat(row.get(shop.addresses.id)).isEqualTo(3L);
    }

    @DatabaseTest
    void joinsChain() {
        var query = select(shop.users.name, shop.addresses.city, shop.orders.total).joinFrom(shop.users, shop.addresses)
                .join(shop.orders, shop.orders.userId.eq(shop.users.id)).where(shop.addresses.city.eq("Paris"))
                .orderBy(shop.orders.id);

        assertThat(texts(query)).containsExactly("Ada Paris 10.50", "Ada Paris 20.25", "Ben Paris 5.00");
    }

    @DatabaseTest(requires = Feature.COMMON_TABLE_EXPRESSIONS)
    void aCommonTableExpressionIsNamedOnceAndUsedTwice() {
        var paris = select(shop.addresses.userId).where(shop.addresses.city.eq("Paris")).cte("paris");
        var second = paris.as("second");
        var query = select(paris.column(shop.addresses.userId), second.column(shop.addresses.userId))
                .joinFrom(paris, second,
                        paris.column(shop.addresses.userId).lt(second.column(shop.addresses.userId)));

        assertThat(texts(query)).containsExactly("1 2");
    }

    @DatabaseTest(requires = Feature.RECURSIVE_COMMON_TABLE_EXPRESSIONS)
    void aRecursiveExpressionCounts() {
        var numbers = select(literal(1).as("n")).recursive("numbers",
                n -> select(n.column("n", Integer.class).plus(1)).where(n.column("n", Integer.class).lt(5)));
        var query = select(numbers.column("n", Integer.class)).orderBy(numbers.column("n"));

        assertThat(connection.execute(query).all()).containsExactly(1, 2, 3, 4, 5);
    }

    /** DuckDB accepts only a constant limit in a correlated subquery. */
    @DatabaseTest(requires = Feature.LATERAL, except = "duckdb")
    void aLateralSubquerySeesWhatStandsBeforeIt() {
        var dearest = select(shop.orders.total).where(shop.orders.userId.eq(shop.users.id))
                .orderBy(shop.orders.total.desc()).limit(1).lateral("dearest");
        var query = select(shop.users.name, dearest.column(shop.orders.total)).joinFrom(shop.users, dearest)
                .orderBy(shop.users.name);

        assertThat(texts(query)).containsExactly("Ada 20.25", "Ben 5.00", "Cleo 7.75");
    }

    private List<String> texts(Selectable<Row> query) {
        int columns = query.columns().size();
        return connection.execute(query).map(row -> text(row, columns)).all();
    }

    private static String text(Row row, int columns) {
        var values = new StringJoiner(" ");
        for (int position = 1; position <= columns; position++) {
            values.add(String.valueOf(row.get(position)));
        }
        return values.toString();
    }
}
