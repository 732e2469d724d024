package dev.rubedo.schema;

import static dev.rubedo.schema.Column.column;
import static dev.rubedo.type.Types.INTEGER;
import static dev.rubedo.type.Types.STRING;
import static dev.rubedo.type.Types.TIMESTAMP;
import static dev.rubedo.type.Types.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.error.DuplicateColumnException;
import dev.rubedo.error.DuplicateTableException;
import dev.rubedo.error.FrozenTableException;
import dev.rubedo.error.InvalidSchemaException;
import dev.rubedo.error.NoSuchSchemaColumnException;
import dev.rubedo.error.NoSuchTableException;
import dev.rubedo.sql.Sql;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
    private final MetaData metadata = new MetaData();

    @Test
    void columnsKeepTheirOrder() {
        var users = metadata.table("users", column("id", INTEGER).primaryKey(), column("name", string(50)).notNull());

        assertThat(users.columns()).extracting(Column::name).containsExactly("id", "name");
        assertThat(users.require("id").isNullable()).isFalse();
        assertThat(users.require("name").isNullable()).isFalse();
        assertThat(users.primaryKeyColumns()).containsExactly(users.require("id"));
    }

    @Test
    void typedTablesDeclareByFields() {
        final class Notes extends Table {
            final Column<Integer> id = column("id", INTEGER).primaryKey();
            final Column<LocalDateTime> made = column("made", TIMESTAMP).defaultValue(LocalDateTime::now);

            Notes() {
                super("notes", metadata);
            }
        }
        var notes = new Notes();

        assertThat(notes.columns()).isEqualTo(List.of(notes.id, notes.made));
        assertThat(notes.made.insertDefault()).isInstanceOf(ColumnDefault.Supplied.class);
        assertThat(notes.column("id", Integer.class)).isSameAs(notes.id);
        assertThat(metadata.require("notes")).isSameAs(notes);
    }

    @Test
    void tablesFreezeAtTheirFirstUse() {
        var id = column("id", INTEGER);
        var users = metadata.table("users", id);
        id.primaryKey();
        assertThat(Sql.select(users).columns()).hasSize(1);

        assertThatThrownBy(id::unique).isInstanceOf(FrozenTableException.class).hasMessage(
                "Column \"users.id\" cannot be changed: its table is already in use. Declare all options of a column "
                        + "before the first statement");
        assertThatThrownBy(() -> users.add(column("x", INTEGER))).isInstanceOf(FrozenTableException.class);
    }

    @Test
    void namesAreUnique() {
        metadata.table("users", column("id", INTEGER));

        assertThatThrownBy(() -> metadata.table("users")).isInstanceOf(DuplicateTableException.class)
                .hasMessage("This MetaData already has a table \"users\"");
        assertThatThrownBy(() -> metadata.table("t", column("a", INTEGER), column("a", STRING)))
                .isInstanceOf(DuplicateColumnException.class).hasMessage("Table \"t\" already has a column \"a\"");
    }

    @Test
    void columnsBelongToOneTable() {
        var id = column("id", INTEGER);
        metadata.table("a", id);

        assertThatIllegalArgumentException().isThrownBy(() -> metadata.table("b", id))
                .withMessage("Column \"a.id\" already belongs to a table: declare another column for \"b\"");
        assertThatIllegalStateException().isThrownBy(() -> column("id", INTEGER).table())
                .withMessage("Column \"id\" does not belong to a table yet");
    }

    @Test
    void unknownColumnsAreNamed() {
        var users = metadata.table("users", column("id", INTEGER));

        assertThatThrownBy(() -> users.column("nick")).isInstanceOf(NoSuchSchemaColumnException.class)
                .hasMessage("Table \"users\" has no column \"nick\"; it has [id]");
        assertThatIllegalArgumentException().isThrownBy(() -> users.column("id", String.class))
                .withMessage("Column \"users.id\" is Integer, not String");
    }

    @Test
    void foreignKeysMayReferForward() {
        var posts = metadata.table("posts", column("id", INTEGER).primaryKey(),
                column("user_id", INTEGER).references("users.id").onDelete(ReferentialAction.CASCADE));
        var users = metadata.table("users", column("id", INTEGER).primaryKey());

        assertThat(posts.foreignKeys()).singleElement().satisfies(key -> {
            assertThat(key.targets()).containsExactly(users.require("id"));
            assertThat(key.columns()).containsExactly(posts.require("user_id"));
            assertThat(key.deleteAction()).isEqualTo(ReferentialAction.CASCADE);
        });
    }

    @Test
    void foreignKeysToNowhereSayWhere() {
        var posts = metadata.table("posts", column("user_id", INTEGER).references("users.id"));

        assertThatThrownBy(() -> posts.foreignKeys().get(0).targets()).isInstanceOf(NoSuchTableException.class)
                .hasMessage(
                        "Foreign key [user_id] of table \"posts\" refers to table \"users\", which is not declared in "
                                + "the "
                                + "same MetaData. Declare it, or check the name");
        assertThat(posts.references()).isEmpty();
    }

    @Test
    void foreignKeysOfSeveralColumns() {
        var flights = metadata.table("flights", column("day", INTEGER), column("number", INTEGER),
                PrimaryKey.on("day", "number").named("pk_flights"));
        var seats = metadata.table("seats", column("day", INTEGER), column("number", INTEGER),
                ForeignKey.on("day", "number").references("flights.day", "flights.number").named("fk_seats"));

        assertThat(seats.foreignKeys().get(0).target()).isEqualTo(flights);
        assertThat(flights.primaryKey().name()).isEqualTo("pk_flights");
        assertThat(flights.require("day").isNullable()).isFalse();
        assertThat(Sql.join(flights, seats).on()).isEqualTo(flights.column("day").eq(seats.column("day"))
                .and(flights.column("number").eq(seats.column("number"))));
    }

    @Test
    void foreignKeyOptionsNeedAForeignKey() {
        assertThatIllegalStateException()
                .isThrownBy(() -> column("a", INTEGER).onDelete(ReferentialAction.CASCADE))
                .withMessage("onDelete() on column \"a\" requires references(...) first");
        assertThatThrownBy(() -> metadata.table("t", column("a", INTEGER), ForeignKey.on("a")).columns())
                .isInstanceOf(InvalidSchemaException.class)
                .hasMessage("Foreign key [a] of table \"t\" has no target: add references(...)");
    }

    @Test
    void onlyAPlainIntegerKeyIsCountedUp() {
        assertThat(metadata.table("a", column("id", INTEGER).primaryKey()).autoincrementColumn()).isNotNull();
        assertThat(metadata.table("b", column("id", STRING).primaryKey()).autoincrementColumn()).isNull();
        assertThat(metadata.table("c", column("id", INTEGER).primaryKey(), column("x", INTEGER).primaryKey())
                .autoincrementColumn()).isNull();
        assertThat(metadata.table("d", column("id", INTEGER).primaryKey().references("a.id")).autoincrementColumn())
                .isNull();
        assertThat(metadata.table("e", column("id", INTEGER).primaryKey().defaultValue(7)).autoincrementColumn())
                .isNull();
        assertThat(metadata.table("f", column("id", INTEGER).primaryKey().autoincrement(false)).autoincrementColumn())
                .isNull();
    }

    @Test
    void conventionNamesWhatHasNoName() {
        var named = new MetaData(NamingConvention.DEFAULT);
        named.table("users", column("id", INTEGER).primaryKey());
        var posts = named.table("posts", column("id", INTEGER).primaryKey(),
                column("user_id", INTEGER).references("users.id").index(), column("slug", STRING).unique(),
                CheckConstraint.of("id > 0").named("positive"));

        assertThat(posts.primaryKey().name()).isEqualTo("pk_posts");
        assertThat(posts.foreignKeys().get(0).constraintName()).isEqualTo("fk_posts_user_id_users");
        assertThat(posts.uniqueConstraints().get(0).name()).isEqualTo("uq_posts_slug");
        assertThat(posts.checkConstraints().get(0).name()).isEqualTo("ck_posts_positive");
        assertThat(posts.indexes().get(0).name()).isEqualTo("ix_posts_user_id");
    }

    @Test
    void withoutConventionOnlyIndexesAreNamed() {
        var users = metadata.table("users", column("id", INTEGER).primaryKey(),
                column("email", STRING).unique().index(),
                column("name", STRING).unique());

        assertThat(users.primaryKey().name()).isEmpty();
        assertThat(users.uniqueConstraints()).extracting(UniqueConstraint::columnNames)
                .containsExactly(List.of("name"));
        assertThat(users.indexes()).singleElement().satisfies(index -> {
            assertThat(index.name()).isEqualTo("ix_users_email");
            assertThat(index.isUnique()).isTrue();
        });
    }

    @Test
    void columnsMayBeChecked() {
        var users = metadata.table("users", column("age", INTEGER).check("age > 0").check("age < 150"));

        assertThat(users.checkConstraints()).extracting(CheckConstraint::condition).extracting(Object::toString)
                .containsExactly("age > 0", "age < 150");
    }

    @Test
    void indexesOnExpressionsNeedAName() {
        var name = column("name", STRING);

        assertThatThrownBy(() -> metadata.table("t", name, Index.on(Sql.literalColumn("1", INTEGER))).indexes())
                .isInstanceOf(InvalidSchemaException.class);
        var users = metadata.table("users", column("name", STRING));
        var index = Index.on(Sql.lower(users.column("name", String.class))).named("ix_lower");
        assertThat(index.table()).isEqualTo(users);
    }

    @Test
    void schemasSeparateTables() {
        var one = metadata.table("users", TableOption.schema("one"), column("id", INTEGER).primaryKey());
        var posts = metadata.table("posts", TableOption.schema("one"),
                column("user_id", INTEGER).references("users.id"));
        metadata.table("users", column("id", INTEGER).primaryKey());

        assertThat(one.label()).isEqualTo("one.users");
        assertThat(posts.foreignKeys().get(0).target()).isEqualTo(one);
    }
}
