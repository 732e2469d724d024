package dev.rubedo.engine;

import static dev.rubedo.sql.Sql.into;
import static dev.rubedo.sql.Sql.select;
import static dev.rubedo.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.error.AmbiguousColumnException;
import dev.rubedo.error.MultipleResultsException;
import dev.rubedo.error.NoResultException;
import dev.rubedo.error.NoSuchColumnException;
import dev.rubedo.error.NullValueException;
import dev.rubedo.error.ResultException;
import dev.rubedo.sql.Expression;
import dev.rubedo.sql.Sql;
import dev.rubedo.type.Types;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ResultTest {

    record NameMail(long id, String name) {}

    record Boxed(@Nullable Long id, String name) {}

    private final FakeJdbc database = new FakeJdbc();
    private final Engine engine = database.engine();
    private final Users users = new Users();
    private final Connection connection = engine.connect();

    @AfterEach
    void everyStatementWasClosed() {
        connection.close();
        assertThat(database.openStatements()).isZero();
        engine.close();
    }

    private void rows(Object[]... rows) {
        database.rows = List.of(rows);
    }

    private static Object[] row(@Nullable Object... values) {
        return values;
    }

    @Test
    void oneWantsExactlyOneRow() {
        rows(row(1L));
        assertThat(connection.execute(select(users.id)).one()).isEqualTo(1);
        rows();
        assertThatThrownBy(() -> connection.execute(select(users.id)).one()).isInstanceOf(NoResultException.class);
        rows(row(1L), row(2L));
        assertThatThrownBy(() -> connection.execute(select(users.id)).one())
                .isInstanceOf(MultipleResultsException.class);
        assertThat(database.openStatements()).isZero();
    }

    @Test
    void optionalRefusesOnlySeveral() {
        rows();
        assertThat(connection.execute(select(users.id)).optional()).isEmpty();
        rows(row(1L), row(2L));
        assertThatThrownBy(() -> connection.execute(select(users.id)).optional())
                .isInstanceOf(MultipleResultsException.class);
    }

    @Test
    void firstClosesTheRest() {
        rows(row(1L), row(2L));

        assertThat(connection.execute(select(users.id)).first()).contains(1L);

        assertThat(database.openStatements()).isZero();
    }

    @Test
    void aResultClosesAfterItsLastRow() {
        rows(row(1L), row(2L));
        var seen = new ArrayList<Long>();

        for (Long id : connection.execute(select(users.id))) {
            seen.add(id);
        }

        assertThat(seen).containsExactly(1L, 2L);
        assertThat(database.openStatements()).isZero();
    }

    @Test
    void allClosesAlsoWhenAnElementCannotBeMade() {
        rows(row(1L), row(2L));

        assertThatThrownBy(() -> connection.execute(select(users.id)).map(id -> {
            throw new IllegalStateException("no such thing");
        }).all()).isInstanceOf(IllegalStateException.class);

        assertThat(database.openStatements()).isZero();
    }

    @Test
    void partitionsAndUniqueAndMap() {
        rows(row(1L), row(2L), row(1L), row(3L));

        assertThat(connection.execute(select(users.id)).partitions(3)).containsExactly(List.of(1L, 2L, 1L),
                List.of(3L));
        assertThat(connection.execute(select(users.id)).unique().all()).containsExactly(1L, 2L, 3L);
        assertThat(connection.execute(select(users.id)).unique().map(id -> "#" + id).all()).containsExactly("#1", "#2",
                "#3");
        assertThat(connection.execute(select(users.id)).stream().mapToLong(id -> id).sum()).isEqualTo(7);
    }

    @Test
    void aRowGivesItsValuesByThingNameAndPosition() {
        rows(row(1L, "Ada"));

        var row = connection.execute(select(users)).one();

        assertThat(row.get(users.name)).isEqualTo("Ada");
        assertThat(row.get("name")).isEqualTo("Ada");
        assertThat(row.get(1)).isEqualTo(1L);
        assertThat(row.get("id", Integer.class)).isEqualTo(1);
        assertThat(row.get("id", int.class)).isEqualTo(1);
        long id = row.require(users.id);
        assertThat(id).isEqualTo(1);
        assertThatThrownBy(() -> row.get("nothing")).isInstanceOf(NoSuchColumnException.class)
                .hasMessageContaining("[id, name]");
        assertThatThrownBy(() -> row.get(3)).isInstanceOf(NoSuchColumnException.class)
                .hasMessage("The row has no position 3; it has 2, and the first is 1, as in JDBC.");
        assertThatThrownBy(() -> row.get(0)).isInstanceOf(NoSuchColumnException.class)
                .hasMessage("The row has no position 0; it has 2, and the first is 1, as in JDBC.");
    }

    @Test
    void twoColumnsOfOneNameAreToldApart() {
        rows(row(1L, 2L));
        var boss = users.as("boss");

        var row = connection.execute(select(users.id, boss.column(users.id))).one();

        assertThat(row.get(users.id)).isEqualTo(1L);
        assertThat(row.get(boss.column(users.id))).isEqualTo(2L);
        assertThat(row.get("id_1")).isEqualTo(2L);
    }

    @Test
    void anOuterJoinMakesAnEmptySide() {
        rows(row(1L, "Ada", null, null));
        var boss = users.as("boss");

        var row = connection.execute(select(users, boss)).one();

        assertThat(row.get(boss)).isNull();
        assertThat(row.get(users)).isNotNull().satisfies(side -> assertThat(side.get(users.name)).isEqualTo("Ada"));
    }

    @Test
    void intoBuildsObjects() {
        rows(row(1L, "Ada"));

        assertThat(connection.execute(select(into(NameMail::new, users.id, users.name))).one())
                .isEqualTo(new NameMail(1, "Ada"));
    }

    @Test
    void aNullForAPrimitiveNamesTheColumn() {
        rows(row(null, "Ada"));

        assertThatThrownBy(() -> connection.execute(select(into(NameMail::new, users.id, users.name))).one())
                .isInstanceOf(NullValueException.class).hasMessageContaining("\"id\"");
        assertThatThrownBy(() -> connection.execute(select(users)).as(NameMail.class).one())
                .isInstanceOf(NullValueException.class)
                .hasMessageContaining("\"id\"").hasMessageContaining("NameMail");
    }

    @Test
    void intoNamesTheComponentThatCannotBeRead() {
        rows(row(1L, "purple"));
        var color = Sql.literalColumn("color", Types.enumType(Color.class));

        assertThatThrownBy(() -> connection.execute(select(into(Painted::new, users.id, color)).from(users)).one())
                .isInstanceOf(ResultException.class)
                .hasMessageStartingWith("into(...): the value of component 2, \"color\", cannot be read: ")
                .hasMessageContaining("purple");
    }

    // a promise about a type that the database does not keep
    @SuppressWarnings("unchecked")
    @Test
    void intoNamesTheComponentOfAnotherClass() {
        rows(row(1L, 7));
        var name = (Expression<String>) (Expression<?>) Sql.literalColumn("name", Types.UNKNOWN);

        assertThatThrownBy(() -> connection.execute(select(into(NameMail::new, users.id, name)).from(users)).one())
                .isInstanceOf(ResultException.class)
                .hasMessageStartingWith("into(...): the value of component 2, \"name\", is of class java.lang.Integer");
    }

    enum Color {
        RED
    }

    record Painted(Long id, Color color) {}

    @Test
    void recordsTakeColumnsByName() {
        rows(row(1L, "Ada"));

        assertThat(connection.execute(select(users)).as(Boxed.class).one()).isEqualTo(new Boxed(1L, "Ada"));
        assertThatThrownBy(() -> connection.execute(select(users.id)).as(Boxed.class).all())
                .isInstanceOf(NoSuchColumnException.class)
                .hasMessageContaining("\"name\"");
    }

    record Login(String userName) {}

    record Pair(Long id, Long id1) {}

    @Test
    void aComponentThatTwoColumnsCouldFillIsRefused() {
        rows(row("Ada", "Ben"));
        var first = Sql.literalColumn("user_name", Types.string(50));
        var second = Sql.literalColumn("username", Types.string(50));

        assertThatThrownBy(() -> connection.execute(select(first, second).from(users)).as(Login.class))
                .isInstanceOf(AmbiguousColumnException.class).hasMessage(
                        "Record \"Login\" has the component \"userName\", which matches several columns: \"user_name\" "
                                + "(user_name), \"username\" (username). Select only one of them, or give one the "
                                + "label "
                                + "\"userName\" and the others different ones.");
        assertThat(connection.execute(select(first.as("userName"), second).from(users)).as(Login.class).one())
                .isEqualTo(new Login("Ada"));
    }

    @Test
    void aNumberedColumnMakesItsNameAmbiguousForRecords() {
        rows(row(1L, 2L));
        var boss = users.as("boss");
        var ids = select(users.id, boss.column(users.id));

        assertThatThrownBy(() -> connection.execute(select(users.id, users.name, boss.column(users.id)))
                .as(Boxed.class)).isInstanceOf(AmbiguousColumnException.class)
                .hasMessageContaining("\"id\" (users.id), \"id_1\" (boss.id)");
        assertThat(connection.execute(ids).as(Pair.class).one()).isEqualTo(new Pair(1L, 2L));
        assertThat(connection.execute(select(users.id, users.id, boss.column(users.id).as("boss"))).as(Single.class)
                .one()).isEqualTo(new Single(1L));
    }

    record Single(Long id) {}

    @Test
    void aStatementWithoutRowsHasACount() {
        var result = connection.execute(update(users).set(users.name, "A"));

        assertThat(result.rowCount()).isEqualTo(1);
        assertThat(result.returnsRows()).isFalse();
        assertThatThrownBy(result::all).isInstanceOf(ResultException.class).hasMessageContaining("returning(...)");
    }

    @Test
    void aResultIsReadOnce() {
        rows(row(1L));
        var result = connection.execute(select(users.id));
        result.all();

        assertThatThrownBy(result::all).isInstanceOf(ResultException.class).hasMessageContaining("already been read");
    }

    @Test
    void aResultOfAnEndedTransactionIsClosed() {
        rows(row(1L));
        var result = connection.execute(select(users.id));
        connection.rollback();

        assertThatThrownBy(result::all).isInstanceOf(ResultException.class).hasMessageContaining("is closed");
    }

    @Test
    void aFailureWhileReadingIsTranslatedAndFreesTheStatement() {
        rows(row(1L), row(2L));
        var result = connection.execute(select(users.id));
        database.failWith("08006");

        assertThatThrownBy(result::all).isInstanceOf(dev.rubedo.error.DisconnectedException.class);
        assertThat(database.openStatements()).isZero();
    }
}
