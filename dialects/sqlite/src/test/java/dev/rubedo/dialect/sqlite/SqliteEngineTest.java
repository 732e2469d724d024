package dev.rubedo.dialect.sqlite;

import static dev.rubedo.sql.Sql.insertInto;
import static dev.rubedo.sql.Sql.literal;
import static dev.rubedo.sql.Sql.round;
import static dev.rubedo.sql.Sql.select;
import static dev.rubedo.sql.Sql.text;
import static dev.rubedo.type.Types.INTEGER;
import static dev.rubedo.type.Types.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.error.RubedoException;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.Table;
import org.junit.jupiter.api.Test;

class SqliteEngineTest {

    static final class Users extends Table {
        final Column<Integer> id = column("id", INTEGER).primaryKey();
        final Column<String> name = column("name", string(50)).notNull();

        Users(MetaData metadata) {
            super("users", metadata);
        }
    }

    @Test
    void aDatabaseInMemoryIsSharedByTheConnectionsOfAnEngine() {
        var metadata = new MetaData();
        var users = new Users(metadata);
        try (var engine = Engine.create("sqlite:///:memory:")) {
            metadata.createAll(engine);
            engine.inTransaction(connection -> connection.execute(insertInto(users).values(users.name, "Alice")));

            var names = engine.fromTransaction(connection -> connection.all(select(users.name)));

            assertThat(names).containsExactly("Alice");
            assertThat(engine.inspect().tableNames()).containsExactly("users");
        }
    }

    @Test
    void wholeNumbersAreRoundedWithAllTheirDigits() {
        try (var engine = Engine.create("sqlite://")) {
            var rounded = engine.fromTransaction(connection -> connection.all(
                    select(round(literal(1234567890123456789L), -1), round(literal(-1234567890123456785L), -1),
                            round(literal(1234567890123456784L), -1), round(literal(4499999999999999999L), -18),
                            round(literal(-4L), -1), round(literal(50L).minus(literal(1L)), -2))));

            assertThat(rounded).singleElement().hasToString("(round_1=1234567890123456790, "
                    + "round_2=-1234567890123456790, round_3=1234567890123456780, round_4=4000000000000000000, "
                    + "round_5=0, round_6=0)");
        }
    }

    @Test
    void namesOfConstraintsAreReadWhateverIsInThemAndInTheirColumns() {
        try (var engine = Engine.create("sqlite://")) {
            engine.inTransaction(connection -> connection.execute(text("CREATE TABLE t (id INTEGER PRIMARY KEY, "
                    + "x$ INTEGER, größe INTEGER, \"a,b\" INTEGER, \"c)d\" INTEGER, "
                    + "CONSTRAINT fk_$ FOREIGN KEY (x$) REFERENCES t (id), CONSTRAINT uq_größe UNIQUE (größe), "
                    + "CONSTRAINT uq_two UNIQUE (\"a,b\", \"c)d\"))")));

            assertThat(engine.inspect().foreignKeys("t")).singleElement()
                    .satisfies(key -> assertThat(key.name()).isEqualTo("fk_$"));
            assertThat(engine.inspect().uniqueConstraints("t")).extracting(unique -> unique.name())
                    .containsExactlyInAnyOrder("uq_größe", "uq_two");
        }
    }

    @Test
    void aForeignKeyWithoutAColumnLeadsToThePrimaryKeyHoweverItsTableIsSpelled() {
        try (var engine = Engine.create("sqlite://")) {
            engine.inTransaction(connection -> {
                connection.execute(text("CREATE TABLE parent (a INTEGER, b INTEGER, PRIMARY KEY (b, a))"));
                connection.execute(text("CREATE TABLE child (x INTEGER, y INTEGER, "
                        + "CONSTRAINT \"fk My\" FOREIGN KEY (x, y) REFERENCES Parent, CONSTRAINT [uq My] UNIQUE (\"x\"))"));
            });

            assertThat(engine.inspect().foreignKeys("child")).singleElement().satisfies(key -> {
                assertThat(key.name()).isEqualTo("fk My");
                assertThat(key.referredTable()).isEqualTo("parent");
                assertThat(key.referredColumns()).containsExactly("b", "a");
            });
            assertThat(engine.inspect().uniqueConstraints("child")).singleElement()
                    .satisfies(unique -> assertThat(unique.name()).isEqualTo("uq My"));
        }
    }

    @Test
    void aTimeoutThatIsNoNumberIsRefused() {
        assertThatThrownBy(() -> Engine.create("sqlite:///x.db?timeout=soon")).isInstanceOf(RubedoException.class)
                .hasMessageContaining("timeout").hasMessageContaining("\"soon\"");
    }
}
