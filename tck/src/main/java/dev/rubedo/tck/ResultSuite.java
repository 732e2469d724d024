package dev.rubedo.tck;

import static dev.rubedo.engine.ExecuteOption.fetchSize;
import static dev.rubedo.engine.ExecuteOption.generatedKeys;
import static dev.rubedo.sql.Sql.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Connection;
import dev.rubedo.engine.Engine;
import dev.rubedo.engine.Savepoint;
import dev.rubedo.error.AmbiguousColumnException;
import dev.rubedo.error.MultipleResultsException;
import dev.rubedo.error.NoResultException;
import dev.rubedo.error.NoSuchColumnException;
import dev.rubedo.error.NullValueException;
import dev.rubedo.error.ResultException;
import dev.rubedo.feature.Feature;
import dev.rubedo.sql.Row;
import dev.rubedo.sql.Select;
import dev.rubedo.testing.DatabaseTest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Reading results: terminal methods, streams, closing. */
public abstract class ResultSuite {

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
    void severalColumnsOfOneNameAreListed() {
        var row = connection.execute(text("SELECT 1 AS a, 2 AS a")).rows().one();

        assertThatThrownBy(() -> row.get("a")).isInstanceOf(AmbiguousColumnException.class).message()
                .containsIgnoringCase("\"a\": a, a. Get");
    }

    @DatabaseTest
    void oneWantsExactlyOne() {
        assertThat(connection.execute(byId(1L)).one()).isEqualTo("Ada");
        assertThatThrownBy(() -> connection.execute(byId(99L)).one()).isInstanceOf(NoResultException.class);
        assertThatThrownBy(() -> connection.execute(select(shop.users.name)).one())
                .isInstanceOf(MultipleResultsException.class);
    }

    @DatabaseTest
    void optionalRefusesSeveralAndFirstDoesNot() {
        assertThat(connection.execute(byId(99L)).optional()).isEmpty();
        assertThat(connection.execute(byId(1L)).optional()).contains("Ada");
        assertThatThrownBy(() -> connection.execute(select(shop.users.name)).optional())
                .isInstanceOf(MultipleResultsException.class);
        assertThat(connection.execute(select(shop.users.name).orderBy(shop.users.name)).first()).contains("Ada");
        assertThat(connection.execute(byId(99L)).first()).isEmpty();
    }

    @DatabaseTest
    void sqlOfTheDriverIsSentAsItIs() {
        assertThat(connection.executeDriverSql("SELECT name, age FROM users WHERE id = ? AND name <> ':x'", List.of(1L))
                .one().values()).containsExactly("Ada", 36);
        assertThat(connection.executeDriverSql("UPDATE users SET name = ? WHERE id IN (?, ?)", List.of("Z", 1L, 2L))
                .rowCount()).isEqualTo(2);
        assertThat(connection.executeDriverSql("SELECT name FROM users WHERE id = 1", List.of()).column(1).all())
                .containsExactly("Z");
        assertThatThrownBy(() -> connection.executeDriverSql("SELECT id FROM users", List.of(), generatedKeys()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @DatabaseTest
    void aResultIsIterated() {
        var names = new ArrayList<String>();
        for (String name : connection.execute(select(shop.users.name).orderBy(shop.users.id))) {
            names.add(name);
        }

        assertThat(names).containsExactly("Ada", "Ben", "Cleo", "Dan");
    }

    @DatabaseTest
    void aStreamReadsLazily() {
        connection.execute(insertInto(shop.users).rows(LongStream.range(100, 1100).boxed().toList(),
                (row, id) -> row.set(shop.users.id, id).set(shop.users.name, "n" + id)));

        try (Stream<Long> ids = connection.stream(select(shop.users.id).orderBy(shop.users.id), fetchSize(50))) {
            assertThat(ids.limit(3)).containsExactly(1L, 2L, 3L);
        }
        try (Stream<Long> ids = connection.stream(select(shop.users.id), fetchSize(50))) {
            assertThat(ids.count()).isEqualTo(1004);
        }
    }

    @DatabaseTest
    void partitionsCutTheResultIntoLists() {
        var query = select(shop.users.id).orderBy(shop.users.id);

        assertThat(connection.execute(query).partitions(3)).containsExactly(List.of(1L, 2L, 3L), List.of(4L));
    }

    @DatabaseTest
    void severalResultsAreOpenAtOnce() {
        var outer = connection.execute(select(shop.users.id).orderBy(shop.users.id));
        var seen = new ArrayList<String>();
        for (Long id : outer) {
            seen.add(id + connection.execute(byId(id)).one());
        }

        assertThat(seen).containsExactly("1Ada", "2Ben", "3Cleo", "4Dan");
    }

    @DatabaseTest
    void requireRefusesNullAndGetAnUnknownName() {
        Row row = connection.execute(select(shop.users.id, shop.users.age).where(shop.users.id.eq(4L))).one();

        assertThatThrownBy(() -> row.require(shop.users.age)).isInstanceOf(NullValueException.class)
                .hasMessageContaining("age");
        assertThatThrownBy(() -> row.get("nope")).isInstanceOf(NoSuchColumnException.class)
                .hasMessageContaining("nope").hasMessageContaining("age");
    }

    @DatabaseTest
    void uniqueRemovesEqualRows() {
        assertThat(connection.execute(select(shop.addresses.city).orderBy(shop.addresses.id)).unique().all())
                .containsExactly("Berlin", "Paris");
    }

    @DatabaseTest
    void mapChangesEveryElement() {
        assertThat(connection.execute(select(shop.users.name).orderBy(shop.users.id)).map(String::length).all())
                .containsExactly(3, 3, 4, 3);
    }

    @DatabaseTest
    void aClosedResultGivesNothingMoreAndTheConnectionGoesOn() {
        var result = connection.execute(select(shop.users.name));
        result.close();

        assertThatThrownBy(result::all).isInstanceOf(RuntimeException.class);
        assertThat(connection.execute(byId(1L)).one()).isEqualTo("Ada");
    }

    @DatabaseTest
    void aCommitInTheMiddleOfALoopIsAnErrorAndNotItsEnd() {
        var names = connection.execute(select(shop.users.name).orderBy(shop.users.id)).iterator();
        assertThat(names.next()).isEqualTo("Ada");

        connection.commit();

        assertThatThrownBy(names::hasNext).isInstanceOf(ResultException.class)
                .hasMessageContaining("closed before its last row");
    }

    @DatabaseTest(requires = Feature.SAVEPOINTS)
    void aLoopGoesOnAroundSavepoints() {
        var kept = new ArrayList<Long>();
        for (Long id : connection.execute(select(shop.users.id).orderBy(shop.users.id), fetchSize(1))) {
            try (Savepoint savepoint = connection.savepoint()) {
                connection.execute(update(shop.users).set(shop.users.name, "seen").where(shop.users.id.eq(id)));
                if (id % 2 == 0) {
                    savepoint.commit();
                    kept.add(id);
                }
            }
        }

        assertThat(kept).containsExactly(2L, 4L);
        assertThat(connection.all(select(shop.users.id).where(shop.users.name.eq("seen")).orderBy(shop.users.id)))
                .containsExactly(2L, 4L);
    }

    private Select<String> byId(long id) {
        return select(shop.users.name).where(shop.users.id.eq(id));
    }
}
