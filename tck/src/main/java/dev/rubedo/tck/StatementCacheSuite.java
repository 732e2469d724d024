package dev.rubedo.tck;

import static dev.rubedo.sql.Sql.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.engine.Connection;
import dev.rubedo.engine.Engine;
import dev.rubedo.sql.Select;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Statements of one shape are compiled once, and no value of one ever appears in another. */
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
    void thePositionOfEqualValuesIsKept() {
        var same = select(shop.users.name).where(shop.users.age.between(25, 25));
        var other = select(shop.users.name).where(shop.users.age.between(17, 25)).orderBy(shop.users.name);

        assertThat(connection.execute(same).all()).containsExactly("Cleo");
        assertThat(connection.execute(other).all()).containsExactly("Ben", "Cleo");
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
