package dev.rubedo.schema;

import static dev.rubedo.schema.Column.column;
import static dev.rubedo.type.Types.INTEGER;
import static dev.rubedo.type.Types.TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.dialect.AnsiDialect;
import dev.rubedo.error.DuplicateTableException;
import dev.rubedo.error.FrozenTableException;
import dev.rubedo.error.NoSuchTableException;
import dev.rubedo.feature.Feature;
import dev.rubedo.type.Types;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Collections of tables, and their copies. */
class MetaDataTest {

    private static final NoteKey<String> OWNER = NoteKey.of("owner", String.class);

    private enum Mood {
        GOOD
    }

    private final MetaData metadata = new MetaData();

    @Test
    void aRemovedTableIsNoLongerFound() {
        var users = metadata.table("users", column("id", INTEGER).primaryKey());
        var posts = metadata.table("posts", column("user_id", INTEGER).references("users.id"));

        assertThat(metadata.remove(users)).isTrue();
        assertThat(metadata.remove(users)).isFalse();

        assertThat(metadata.tables()).containsExactly(posts);
        assertThatThrownBy(() -> posts.foreignKeys().get(0).target()).isInstanceOf(NoSuchTableException.class);
        metadata.add(Sequence.of("s"));
        metadata.clear();
        assertThat(metadata.tables()).isEmpty();
        assertThat(metadata.sequences()).isEmpty();
    }

    @Test
    void schemasAreListedOnce() {
        metadata.table("a", TableOption.schema("y"));
        metadata.table("b", TableOption.schema("x"));
        metadata.table("c", TableOption.schema("y"));
        metadata.table("d");

        assertThat(metadata.schemas()).containsExactly("x", "y");
    }

    @Test
    void anExistingTableIsKeptOrExtended() {
        var id = column("id", INTEGER).primaryKey();
        var users = metadata.table("users", id);

        assertThat(metadata.tableIfAbsent("users", column("name", TEXT))).isSameAs(users);
        assertThat(metadata.extendTable("users", column("id", TEXT), column("name", TEXT), PrimaryKey.on("name"),
                TableOption.comment("all of them"))).isSameAs(users);
        assertThat(metadata.tableIfAbsent("posts", column("id", INTEGER)).name()).isEqualTo("posts");
        assertThat(metadata.extendTable("notes", column("id", INTEGER)).name()).isEqualTo("notes");

        assertThat(users.columns()).extracting(Column::name).containsExactly("id", "name");
        assertThat(users.require("id")).isSameAs(id);
        assertThat(users.primaryKey().columnNames()).containsExactly("id");
        assertThat(users.comment()).isEqualTo("all of them");
        assertThatThrownBy(() -> metadata.extendTable("users", column("age", INTEGER)))
                .isInstanceOf(FrozenTableException.class);
        assertThatThrownBy(() -> metadata.table("users")).isInstanceOf(DuplicateTableException.class);
    }

    @Test
    void whatIsDeclaredInOneWayIsNotDeclaredInAnother() {
        var table = metadata.table("t", column("a", INTEGER).unique().index(), column("b", INTEGER).unique(),
                column("c", INTEGER).references("t.b"), column("d", INTEGER).index(),
                CheckConstraint.of("a > 0").named("ck"), TableOption.of("sqlite", "strict", "true"));

        assertThat(List.of(UniqueConstraint.on("b"), ForeignKey.on("c").references("t.a"),
                Index.on("d").named("ix_t_d"), CheckConstraint.of("other").named("ck"),
                TableOption.of("sqlite", "strict", "false"))).noneMatch(table::addMissing);
        assertThat(List.of(UniqueConstraint.on("c"), ForeignKey.on("a").references("t.b"),
                Index.on("d").named("ix_other"), CheckConstraint.of("other"),
                TableOption.of("sqlite", "autoincrement", "true"))).allMatch(table::addMissing);
    }

    @Test
    void aTableCannotMoveToAnotherSchema() {
        var table = metadata.table("t", TableOption.schema("a"));

        assertThatThrownBy(() -> table.add(TableOption.schema("b"))).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Table \"a.t\" cannot move to schema \"b\". Pass the schema to its constructor");
    }

    @Test
    void valuesOfTheApplicationAreAttached() {
        var id = column("id", INTEGER).note(OWNER, "ann").documentation("counts");
        var table = metadata.table("t", id).note(OWNER, "bob");
        table.columns();
        metadata.note(OWNER, "cleo");

        assertThat(id.note(OWNER)).contains("ann");
        assertThat(table.note(OWNER)).contains("bob");
        assertThat(metadata.note(OWNER)).contains("cleo");
        assertThat(table.note(NoteKey.of("other", String.class))).isEmpty();
        assertThat(id.documentationText()).isEqualTo("counts");
    }

    @Test
    void aSystemColumnIsNotCreated() {
        var table = metadata.table("t", column("id", INTEGER), column("xmin", INTEGER).system());

        assertThat(AnsiDialect.instance().compile(new CreateTable(table))).isEqualTo("CREATE TABLE t ( id INTEGER )");
        assertThat(table.columns()).hasSize(2);
    }

    @Test
    void aCopyIsCreatedLikeItsOriginal() {
        metadata.table("users", column("id", INTEGER).primaryKey());
        var name = column("name", Types.string(20)).notNull().index().check("name <> ''").comment("spoken");
        var user = column("user_id", INTEGER).references("users.id").onDelete(ReferentialAction.CASCADE);
        var size = column("size", INTEGER).serverDefault("7").unique();
        var original = metadata.table("posts", column("id", INTEGER).primaryKey(), name, user, size,
                column("parent_id", INTEGER).references("posts.id"), column("mood", Types.enumType(Mood.class)),
                CheckConstraint.of(size.gt(0)).named("ck"), UniqueConstraint.on("name", "size"),
                TableOption.comment("texts"));
        original.add(Index.on(name.desc(), size).where(size.gt(1)).named("ix"));
        var other = new MetaData();

        var copy = original.note(OWNER, "ann").toMetaData(other);
        var moved = original.toMetaData(other, "s", "articles");
        other.table("users", column("id", INTEGER).primaryKey());
        other.table("users", TableOption.schema("s"), column("id", INTEGER).primaryKey());

        assertThat(ddl(copy)).isEqualTo(ddl(original));
        assertThat(copy.note(OWNER)).contains("ann");
        assertThat(copy.indexes()).flatExtracting(Index::columns).allMatch(column -> column.table() == copy);
        assertThat(ddl(moved)).isEqualTo(ddl(original).stream().map(sql -> sql.replace("posts", "s.articles")
                .replace("ix_s.articles_name", "ix_s_articles_name").replace("REFERENCES users", "REFERENCES s.users"))
                .toList());
    }

    private static List<String> ddl(Table table) {
        return SchemaPlan.create(List.of(table), List.of(), feature -> feature != Feature.ENUM_TYPE, "ansi").stream()
                .map(AnsiDialect.instance()::compile).toList();
    }

    @Test
    void tablesThatDependOnOthersAreCreatedAfterThem() {
        var child = metadata.table("a");
        var parent = metadata.table("z");
        child.dependsOn(parent);

        assertThat(metadata.sortedTables()).containsExactly(parent, child);
        assertThat(child.dependencies()).containsExactly(parent);
    }

    @Test
    void nothingIsLookedForIfChecksAreOff() {
        var table = metadata.table("t", column("id", INTEGER));
        var database = new RecordingDatabase(Set.of("t"), Set.of());

        metadata.createAll(database, List.of(table), CheckFirst.NONE);
        metadata.dropAll(database, List.of(table), CheckFirst.NONE);
        metadata.dropAll(database, List.of(table), CheckFirst.NONE);

        assertThat(database.questions).isZero();
        assertThat(database.executed()).containsExactly("CreateTable t", "DropTable t", "DropTable t");
    }

    @Test
    void conditionalConstraintsAndIndexesExistOnTheirDialectsOnly() {
        var table = metadata.table("t", column("a", INTEGER), UniqueConstraint.on("a").onlyOn("postgresql"),
                CheckConstraint.of("a > 0").onlyOn("ansi", "sqlite"), Index.on("a").named("ix").onlyOn("postgresql"));

        assertThat(ddl(table)).containsExactly("CREATE TABLE t ( a INTEGER, CHECK (a > 0) )");
    }
}
