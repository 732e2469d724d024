package dev.rubedo.tck;

import static dev.rubedo.schema.Column.column;
import static dev.rubedo.sql.Sql.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.compile.UnsupportedFeatureException;
import dev.rubedo.engine.Connection;
import dev.rubedo.engine.Engine;
import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.feature.Feature;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.Index;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.Table;
import dev.rubedo.sql.Insert;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Inserts: one row, many, generated keys in order, defaults, from a select, on conflict. */
public abstract class InsertSuite {

    private final MetaData metadata = new MetaData();
    private final Notes notes = new Notes(metadata);
    private Connection connection = Suites.unset();

    @BeforeEach
    void create(Engine engine) {
        metadata.createAll(engine);
        connection = engine.connect();
    }

    @AfterEach
    void close() {
        connection.close();
    }

    @DatabaseTest
    void returnedRowsAreInTheOrderOfTheGivenOnesOrRefused() {
        var insert = insertInto(notes).rows(List.of("z", "a", "m"), (row, body) -> row.set(notes.text, body))
                .returning(notes.text).returningInOrder();
        if (connection.engine().dialect().supports(Feature.RETURNING_ORDERED)) {
            assertThat(connection.all(insert)).containsExactly("z", "a", "m");
        } else {
            assertThatThrownBy(() -> connection.all(insert)).isInstanceOf(UnsupportedFeatureException.class);
        }
    }

    @DatabaseTest
    void oneRowIsCounted() {
        var result = connection.execute(insertInto(notes).values(notes.text, "first", notes.stars, 3));

        assertThat(result.rowCount()).isEqualTo(1);
        assertThat(texts()).containsExactly("first");
    }

    @DatabaseTest
    void generatedKeysComeBackInTheOrderOfTheRows() {
        List<String> words = IntStream.range(0, 300).mapToObj(number -> "w" + (299 - number)).toList();
        Insert<?> insert = insertInto(notes).values(notes.text, bind("text", TEXT));
        var ids = new long[words.size()];

        connection.prepared().insertRows(connection.prepared().prepareForKeys(insert, notes.id), words.size(),
                (row, out) -> out.setString(words.get(row)), (row, in) -> ids[row] = in.getLong(1));

        Map<Long, String> stored = stored();
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(LongStream.of(ids).mapToObj(stored::get)).isEqualTo(words);
    }

    @DatabaseTest
    void serverDefaultsFillWhatIsLeftOut() {
        connection.execute(insertInto(notes).values(notes.text, "plain"));

        assertThat(connection.execute(select(notes.stars)).one()).isEqualTo(5);
    }

    @DatabaseTest
    void aServerDefaultMayBeTheTimeOfNow() {
        MetaData metadata = new MetaData();
        Column<Long> id = column("id", BIGINT).primaryKey();
        Column<LocalDateTime> created = column("created", timestamp(6)).serverDefault("CURRENT_TIMESTAMP");
        Table events = metadata.table("events", id, created);
        metadata.createAll(connection);
        connection.execute(insertInto(events).values(id, 1L));

        assertThat(connection.execute(select(created)).one()).isAfter(LocalDateTime.of(2020, 1, 1, 0, 0));
    }

    @DatabaseTest
    void nullIsStoredOnRequest() {
        connection.execute(insertInto(notes).values(notes.text, "x").setNull(notes.stars));

        assertThat(connection.execute(select(notes.stars)).one()).isNull();
    }

    @DatabaseTest
    void valuesMayBeExpressions() {
        connection.execute(insertInto(notes).values(notes.text, upper(literal("loud"))));

        assertThat(texts()).containsExactly("LOUD");
    }

    @DatabaseTest
    void manyRowsAreOneStatement(StatementLog statements) {
        statements.clear();

        connection.execute(insertInto(notes).rows(List.of("a", "b", "c"), (row, text) -> row.set(notes.text, text)));

        assertThat(statements).hasCount(1);
        assertThat(texts()).containsExactly("a", "b", "c");
    }

    @DatabaseTest(requires = Feature.INSERT_RETURNING)
    void returningGivesTheKeysInTheOrderOfTheRows() {
        List<String> words = IntStream.range(0, 500).mapToObj(number -> "w" + (499 - number)).toList();

        List<Long> ids = connection
                .execute(insertInto(notes).rows(words, (row, text) -> row.set(notes.text, text)).returning(notes.id))
                .all();

        assertThat(ids).hasSize(500);
        Map<Long, String> stored = stored();
        assertThat(ids).extracting(stored::get).isEqualTo(words);
    }

    @DatabaseTest(requires = Feature.INSERT_RETURNING)
    void returningGivesWhatTheServerFilledIn() {
        var row = connection.execute(insertInto(notes).values(notes.text, "x").returning(notes.id, notes.stars)).one();

        assertThat(row.get(notes.stars)).isEqualTo(5);
    }

    @DatabaseTest
    void namedParametersMakeABatch(StatementLog statements) {
        var insert = insertInto(notes).values(notes.text, bind("text", TEXT)).values(notes.stars,
                bind("stars", INTEGER));
        statements.clear();

        connection.executeMany(insert, List.of(Map.of("text", "a", "stars", 1), Map.of("text", "b", "stars", 2)));

        assertThat(statements).hasCount(1);
        assertThat(texts()).containsExactly("a", "b");
    }

    @DatabaseTest
    void aBatchMayHaveAListOfValuesThatIsPartOfTheStatement() {
        connection.execute(insertInto(notes).rows(List.of("a", "b", "c"), (row, text) -> row.set(notes.text, text)));
        var update = update(notes).set(notes.stars, bind("stars", INTEGER)).where(notes.text.eq(bind("text", TEXT)),
                notes.text.in("a", "c"));

        long[] counts = connection.executeMany(update, List.of(Map.of("stars", 1, "text", "a"),
                Map.of("stars", 2, "text", "b"), Map.of("stars", 3, "text", "c")));

        assertThat(counts).containsExactly(1, 0, 1);
        var named = update(notes).set(notes.stars, 1).where(inList(notes.text, "texts"));
        assertThatThrownBy(() -> connection.executeMany(named, List.of(Map.of("texts", List.of("a")))))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("no named lists of values");
        var single = update(notes).set(notes.stars, 1).where(notes.text.in(bind("text", TEXT)));
        assertThatThrownBy(() -> connection.executeMany(single, List.of(Map.of("text", List.of("a")))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Parameter \"text\" is of type java.lang.String, but got a ");
    }

    @DatabaseTest
    void rowsComeFromASelect() {
        connection.execute(insertInto(notes).rows(List.of("a", "b"), (row, text) -> row.set(notes.text, text)));

        connection.execute(insertInto(notes).fromSelect(select(notes.text.concat("!"), notes.stars), notes.text,
                notes.stars));

        assertThat(texts()).containsExactly("a", "b", "a!", "b!");
    }

    @DatabaseTest(requires = {Feature.ON_CONFLICT_NOTHING, Feature.ON_CONFLICT_TARGET})
    void aRowInConflictIsLeftAlone() {
        connection.execute(note("t", 1));

        connection.execute(note("u", 2).onConflict(notes.slug).doNothing());

        assertThat(texts()).containsExactly("t");
    }

    @DatabaseTest(requires = Feature.ON_CONFLICT_TARGET)
    void aRowInConflictIsUpdated() {
        connection.execute(note("old", 1));

        connection.execute(note("new", 2).onConflict(notes.slug).doUpdate(
                update -> update.set(notes.text, update.excluded(notes.text)).set(notes.stars, notes.stars.plus(10))));

        assertThat(texts()).containsExactly("new");
        assertThat(connection.execute(select(notes.stars)).one()).isEqualTo(11);
    }

    @DatabaseTest(requires = {Feature.ON_CONFLICT_TARGET, Feature.PARTIAL_INDEXES})
    void aPartialUniqueIndexIsFoundByItsCondition(Engine engine) {
        var text = column("text", string(20));
        var stars = column("stars", INTEGER);
        var table = new MetaData().table("best_notes", text, stars,
                Index.on(text).named("uq_best_notes").unique().where(stars.gt(3)));
        table.create(engine);

        // more often than a database plans a prepared statement anew
        for (int i = 4; i < 12; i++) {
            connection.execute(insertInto(table).values(text, "a", stars, i).onConflict(text).where(stars.gt(3))
                    .doUpdateExcluded(stars));
        }

        assertThat(connection.all(select(stars).from(table))).containsExactly(11);
        assertThatIllegalArgumentException().isThrownBy(
                () -> insertInto(table).values(text, "a").onConflict(text).where(stars.gt(bind("least", INTEGER))))
                .withMessageContaining("\"least\"");
        connection.rollback();
        table.drop(engine);
    }

    @DatabaseTest(requires = Feature.ON_CONFLICT_ANY)
    void aRowInConflictWithAnyKeyIsUpdated() {
        connection.execute(note("old", 1));

        connection.execute(note("new", 2).onConflict().doUpdateExcluded(notes.text));

        assertThat(texts()).containsExactly("new");
        assertThat(connection.execute(select(notes.stars)).one()).isEqualTo(1);
    }

    @DatabaseTest(requires = Feature.ON_CONFLICT_TARGET)
    void ofSeveralRowsThoseInConflictAreUpdatedAndTheOthersInserted() {
        connection.execute(note("old", 1));

        connection.execute(insertInto(notes)
                .rows(List.of("same", "other", "third"),
                        (row, slug) -> row.set(notes.text, "of " + slug).set(notes.slug, slug).set(notes.stars, 7))
                .onConflict(notes.slug).doUpdateExcluded(notes.text));

        assertThat(texts()).containsExactlyInAnyOrder("of same", "of other", "of third");
        assertThat(connection.execute(select(notes.stars).where(notes.slug.eq("same"))).one()).isEqualTo(1);
    }

    @DatabaseTest(requires = {Feature.ON_CONFLICT_TARGET, Feature.INSERT_RETURNING})
    void anUpsertGivesBackTheRowAsItIsAfterwards() {
        long id = connection.execute(note("old", 1).returning(notes.id)).one();

        var row = connection.execute(note("new", 2).onConflict(notes.slug)
                .doUpdate(update -> update.set(notes.stars,
                        notes.stars.plus(update.<@Nullable Integer>excluded(notes.stars))))
                .returning(notes.id, notes.text, notes.stars)).one();

        assertThat(row.get(notes.id)).isEqualTo(id);
        assertThat(row.get(notes.text)).isEqualTo("old");
        assertThat(row.get(notes.stars)).isEqualTo(3);
    }

    @DatabaseTest(requires = {Feature.ON_CONFLICT_TARGET, Feature.ON_CONFLICT_NOTHING, Feature.INSERT_RETURNING})
    void aRowThatIsLeftAloneIsNotGivenBack() {
        connection.execute(note("old", 1));

        var texts = connection.execute(insertInto(notes)
                .rows(List.of("same", "other"), (row, slug) -> row.set(notes.text, "of " + slug).set(notes.slug, slug))
                .onConflict(notes.slug).doNothing().returning(notes.text)).all();

        assertThat(texts).containsExactly("of other");
        assertThat(texts()).containsExactly("old", "of other");
    }

    @DatabaseTest(requires = {Feature.ON_CONFLICT_TARGET, Feature.ON_CONFLICT_WHERE})
    void theUpdateOfAnUpsertMayHaveACondition() {
        connection.execute(note("old", 5));

        connection.execute(note("less", 2).onConflict(notes.slug).doUpdate(update -> update
                .set(notes.text, update.excluded(notes.text))
                .where(notes.stars.lt(update.<@Nullable Integer>excluded(notes.stars)))));
        assertThat(texts()).containsExactly("old");

        connection.execute(note("more", 9).onConflict(notes.slug).doUpdate(update -> update
                .set(notes.text, update.excluded(notes.text))
                .where(notes.stars.lt(update.<@Nullable Integer>excluded(notes.stars)))));
        assertThat(texts()).containsExactly("more");
    }

    @DatabaseTest(requires = {Feature.ON_CONFLICT_TARGET, Feature.INSERT_FROM_SELECT})
    void rowsOfAQueryMayBeInConflict() {
        connection.execute(note("old", 1));

        connection.execute(insertInto(notes)
                .fromSelect(select(notes.text.concat("!"), notes.slug, notes.stars).where(notes.stars.eq(1)),
                        notes.text,
                        notes.slug, notes.stars)
                .onConflict(notes.slug).doUpdateExcluded(notes.text));

        assertThat(texts()).containsExactly("old!");
    }

    @DatabaseTest(requires = Feature.ON_CONFLICT_TARGET)
    void anUpsertCutsNoValue() {
        var text = "日x".repeat(100);

        connection.execute(note("old", 1).onConflict(notes.slug).doUpdateExcluded(notes.text));
        connection.execute(note(text, 1).onConflict(notes.slug).doUpdateExcluded(notes.text));

        assertThat(texts()).containsExactly(text);
    }

    @DatabaseTest(requires = Feature.ON_CONFLICT_NOTHING)
    void withoutAKeyAnyConflictLeavesTheRowAlone() {
        connection.execute(note("old", 1));

        connection.execute(note("new", 2).onConflict().doNothing());

        assertThat(texts()).containsExactly("old");
    }

    @DatabaseTest
    void textOfAnyKindSurvives() {
        var texts = List.of("", " ", "O'Brien", "back\\slash", "\"quoted\"", "naïve", "日本語", "😀 𝄞", "tab\tline\n?:x");

        connection.execute(insertInto(notes).rows(texts, (row, text) -> row.set(notes.text, text)));

        assertThat(texts()).isEqualTo(texts);
    }

    @DatabaseTest
    void aNewValueIsThatOfAnotherColumnOfTheSameRow() {
        connection
                .execute(insertInto(notes).values(notes.text, newValue(notes.slug).concat("-1")).values(notes.slug, "a")
                        .values(notes.stars, 1));
        connection.execute(insertInto(notes).rows(List.of("b", "c"), (row, slug) -> row.set(notes.slug, slug)
                .set(notes.text, newValue(notes.slug).concat("-2"))));
        connection.executeMany(insertInto(notes).parameters(notes.slug, notes.stars).values(notes.text,
                newValue(notes.slug).concat("-3")),
                List.of(Map.of("slug", "d", "stars", 4), Map.of("slug", "e", "stars", 5)));

        assertThat(texts()).containsExactly("a-1", "b-2", "c-2", "d-3", "e-3");
        assertThatThrownBy(
                () -> connection.execute(insertInto(notes).values(notes.text, newValue(notes.slug).concat("x"))))
                .isInstanceOf(InvalidStatementException.class)
                .hasMessage("newValue(): the INSERT into \"notes\" gives column \"slug\" no value. Give it one with "
                        + "values(...)");
    }

    @DatabaseTest
    void aNewValueMayBeADefault() {
        var metadata = new MetaData();
        var id = column("id", BIGINT).primaryKey();
        var name = column("name", string(20)).notNull();
        var kind = column("kind", string(20)).defaultValue(() -> "plain");
        var title = column("title", string(50)).defaultValue(newValue(kind).concat(" ").concat(newValue(name)));
        var items = metadata.table("titled_items", id, name, kind, title);
        metadata.createAll(connection.engine());

        connection.execute(insertInto(items).values(name, "hat"));
        connection.execute(insertInto(items).rows(List.of("coat", "shoe"), (row, each) -> row.set(name, each)
                .set(kind, "warm")));
        connection.execute(insertInto(items).fromSelect(select(name).where(name.eq("hat")), name).withoutDefaults());

        assertThat(connection.execute(select(title).orderBy(id)).all()).containsExactly("plain hat", "warm coat",
                "warm shoe", null);
    }

    @DatabaseTest(requires = Feature.INSERT_FROM_SELECT)
    void aDefaultOfNewValuesFollowsTheQuery() {
        var metadata = new MetaData();
        var id = column("id", BIGINT).primaryKey();
        var name = column("name", string(20)).notNull();
        var kind = column("kind", string(20)).defaultValue(() -> "plain");
        var title = column("title", string(50)).defaultValue(newValue(kind).concat(" ").concat(newValue(name)));
        var items = metadata.table("copied_items", id, name, kind, title);
        metadata.createAll(connection.engine());
        connection.execute(insertInto(items).values(name, "hat").values(title, "first"));
        var hats = select(name).where(name.eq("hat"));

        connection.execute(insertInto(items).fromSelect(hats, name));
        connection.execute(insertInto(items).fromSelect(select(name, value("warm").as("k")).where(title.eq("first")),
                name, kind));
        connection.execute(insertInto(items).fromSelect(
                select(name).where(title.eq("first")).unionAll(select(name).where(name.eq("none"))), name));

        assertThat(connection.execute(select(title).orderBy(id)).all()).containsExactly("first", "plain hat",
                "warm hat", "plain hat");
        assertThatThrownBy(() -> connection.execute(insertInto(items).fromSelect(select(kind), kind)))
                .isInstanceOf(InvalidStatementException.class)
                .hasMessage("fromSelect(): the default of column \"title\" of \"copied_items\" refers to column "
                        + "\"name\", which the query does not fill. Select it, select a value for \"title\", or call "
                        + "withoutDefaults().");
        assertThatThrownBy(() -> connection.execute(insertInto(items).fromSelect(select(upper(name)), name)))
                .isInstanceOf(InvalidStatementException.class)
                .hasMessage("fromSelect(): the default of column \"title\" of \"copied_items\" refers to column "
                        + "\"name\", which the query computes. Select from a subquery with the computed column, select "
                        + "a value for \"title\", or call withoutDefaults().");
    }

    @DatabaseTest
    void aNewValueIsTheSuppliedDefaultOfItsRow() {
        var metadata = new MetaData();
        var number = new AtomicInteger();
        var id = column("id", BIGINT).primaryKey();
        var code = column("code", string(20)).defaultValue(() -> "c" + number.incrementAndGet());
        var slug = column("slug", string(20));
        var word = column("word", string(20));
        var items = metadata.table("coded_items", id, code, slug, word);
        metadata.createAll(connection.engine());
        var insert = insertInto(items).parameters(word).values(slug, newValue(code).concat("!"));

        connection.executeMany(insert, List.of(Map.of("word", "a"), Map.of("word", "b")));
        connection.execute(insert, Map.of("word", "c"));

        var codes = connection.execute(select(code).orderBy(id)).all();
        assertThat(codes).hasSize(3).doesNotHaveDuplicates();
        assertThat(connection.execute(select(slug).orderBy(id)).all())
                .isEqualTo(codes.stream().map(each -> each + "!").toList());
    }

    private Insert<Void> note(String text, int stars) {
        return insertInto(notes).values(notes.text, text).values(notes.slug, "same").values(notes.stars, stars);
    }

    private Map<Long, String> stored() {
        return connection.execute(select(notes.id, notes.text)).stream()
                .collect(Collectors.toMap(row -> row.require(notes.id), row -> row.require(notes.text)));
    }

    private List<String> texts() {
        return connection.execute(select(notes.text).orderBy(notes.id)).all();
    }

    private static final class Notes extends Table {
        final Column<Long> id = column("id", BIGINT).primaryKey();
        final Column<String> text = column("text", string(200)).notNull();
        final Column<@Nullable String> slug = column("slug", string(50)).nullable().unique();
        final Column<@Nullable Integer> stars = column("stars", INTEGER).nullable().serverDefault("5");

        Notes(MetaData metadata) {
            super("notes", metadata);
        }
    }
}
