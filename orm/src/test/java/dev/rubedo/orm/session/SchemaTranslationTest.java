package dev.rubedo.orm.session;

import static dev.rubedo.engine.ExecuteOption.fromCache;
import static dev.rubedo.engine.ExecuteOption.generatedKeys;
import static dev.rubedo.engine.ExecuteOption.schemaTranslate;
import static dev.rubedo.orm.Orm.selectIn;
import static dev.rubedo.orm.shop.User_.USER;
import static dev.rubedo.schema.Column.column;
import static dev.rubedo.sql.Sql.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.CachedStatement;
import dev.rubedo.engine.Connection;
import dev.rubedo.engine.Engine;
import dev.rubedo.engine.RowCache;
import dev.rubedo.engine.RowQuery;
import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.feature.Feature;
import dev.rubedo.orm.shop.Address;
import dev.rubedo.orm.shop.Shop;
import dev.rubedo.orm.shop.User;
import dev.rubedo.pool.PoolListener;
import dev.rubedo.pool.PooledConnection;
import dev.rubedo.result.RecordedRows;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.CreateSchema;
import dev.rubedo.schema.DropSchema;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.Sequence;
import dev.rubedo.schema.Table;
import dev.rubedo.schema.TableOption;
import dev.rubedo.schema.ViewDefinition;
import dev.rubedo.sql.Row;
import dev.rubedo.sql.Select;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import dev.rubedo.testing.TestDatabase;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;

/** Tables of one metadata in several schemas. */
class SchemaTranslationTest {

    private static final String ACME = "acme_tenant";
    private static final String OTHER = "Other Tenant";

    private Runnable cleaning = () -> {};

    @AfterEach
    void clean() {
        cleaning.run();
    }

    /** Returns an engine of one connection, whose database has both schemas. */
    private Engine open(TestDatabase database) {
        Engine engine = database.newEngine(options -> options.poolSize(1).maxOverflow(0));
        if (database.name().equals("sqlite")) {
            engine.listenToPool(new PoolListener() {
                @Override
                public void afterConnect(PooledConnection connection) {
                    try (var statement = connection.jdbc().createStatement()) {
                        statement.execute("ATTACH ':memory:' AS \"" + ACME + "\"");
                        statement.execute("ATTACH ':memory:' AS \"" + OTHER + "\"");
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                }
            });
            return engine;
        }
        for (String schema : List.of(ACME, OTHER)) {
            engine.execute(new DropSchema(schema, true, engine.supports(Feature.DROP_CASCADE)));
            engine.execute(new CreateSchema(schema, false));
        }
        cleaning = () -> List.of(ACME, OTHER).forEach(schema -> engine
                .execute(new DropSchema(schema, true, engine.supports(Feature.DROP_CASCADE))));
        return engine;
    }

    @DatabaseTest
    void theSameStatementReadsAnotherSchema(TestDatabase database) {
        Engine engine = open(database);
        MetaData metadata = new MetaData();
        Column<Integer> id = column("id", INTEGER).primaryKey();
        Column<String> name = column("name", string(20)).index();
        Table notes = metadata.table("notes", id, name);
        Engine acme = engine.withOptions(options -> options.schemaTranslate("", ACME));
        Engine other = engine.withOptions(options -> options.schemaTranslate(Map.of("", OTHER)));
        assertThat(acme.options().schemaFor("")).isEqualTo(ACME);
        assertThat(acme.options().schemaFor("x")).isEqualTo("x");

        metadata.createAll(acme);
        metadata.createAll(acme);
        metadata.createAll(other);
        assertThat(notes.exists(acme)).isTrue();
        assertThat(notes.exists(engine)).isFalse();
        acme.inTransaction(connection -> {
            connection.execute(insertInto(notes).values(name, "a"));
            assertThat(connection.execute(insertInto(notes).values(name, "b"), generatedKeys()).insertedPrimaryKeys())
                    .extracting(row -> row.get(id)).containsExactly(2);
            connection.executeMany(insertInto(notes).values(name, bind("name", STRING)),
                    List.of(Map.of("name", "c"), Map.of("name", "d")));
            connection.execute(update(notes).set(name, "e").where(name.eq("d")));
            connection.execute(deleteFrom(notes).where(name.in("c", "x", "y")));
        });
        Select<String> names = select(name).where(name.in(List.of("a", "b", "c", "d", "e"))).orderBy(name);
        int before = engine.cachedStatements();

        assertThat(acme.<List<String>, RuntimeException>fromTransaction(connection -> connection.all(names)))
                .containsExactly("a", "b", "e");
        assertThat(other.<List<String>, RuntimeException>fromTransaction(connection -> connection.all(names)))
                .isEmpty();
        engine.inTransaction(connection -> assertThat(connection.all(names, schemaTranslate("", ACME)))
                .containsExactly("a", "b", "e"));
        assertThat(engine.cachedStatements()).isEqualTo(before + 1);
        Map<RowQuery, RecordedRows> kept = new HashMap<>();
        RowCache cache = (query, load) -> kept.computeIfAbsent(query, any -> load.get());
        for (int time = 1; time <= 2; time++) {
            acme.inTransaction(connection -> assertThat(connection.all(names, fromCache(cache))).hasSize(3));
            other.inTransaction(connection -> assertThat(connection.all(names, fromCache(cache))).isEmpty());
        }
        assertThat(kept).hasSize(2);
        metadata.dropAll(acme);
        assertThat(notes.exists(acme)).isFalse();
        assertThat(notes.exists(other)).isTrue();
        metadata.dropAll(other);
    }

    @DatabaseTest(only = "h2")
    void cachedRowsBelongToTheirSchema(TestDatabase database) {
        Engine engine = open(database);
        Column<Integer> id = column("id", INTEGER).primaryKey();
        Table notes = new MetaData().table("notes", id);
        Map<Object, RecordedRows> known = new HashMap<>();
        RowCache cache = (query, load) -> known.computeIfAbsent(query.sql(), sql -> load.get());
        for (String schema : List.of(ACME, OTHER)) {
            Engine tenant = engine.withOptions(options -> options.schemaTranslate("", schema));
            notes.create(tenant);
            tenant.inTransaction(connection -> connection.execute(insertInto(notes).values(id, schema.length())));
        }

        for (String schema : List.of(ACME, OTHER, ACME)) {
            engine.withOptions(options -> options.schemaTranslate("", schema)).inTransaction(connection -> assertThat(
                    connection.all(select(id), fromCache(cache))).containsExactly(schema.length()));
        }
        assertThat(known).hasSize(2);
    }

    @DatabaseTest
    void schemasOfTheMetadataAreReplaced(TestDatabase database) {
        Engine engine = open(database);
        MetaData metadata = new MetaData();
        Column<Integer> parent = column("id", INTEGER).primaryKey().autoincrement(false);
        Table parents = metadata.table("parents", TableOption.schema("tenant"), parent);
        Column<Integer> id = column("id", INTEGER).primaryKey().autoincrement(false);
        Column<Integer> parentId = column("parent_id", INTEGER).references(parent);
        Table children = metadata.table("children", TableOption.schema("tenant"), id, parentId);
        Engine acme = engine.withOptions(options -> options.schemaTranslate("tenant", ACME));

        metadata.createAll(acme);
        acme.inTransaction(connection -> {
            connection.execute(insertInto(parents).values(parent, 1));
            connection.execute(insertInto(children).values(id, 2).values(parentId, 1));
            assertThat(connection.all(select(id, parent).join(parents).where(
                    select(id).from(children.as("c")).exists()))).extracting(Row::toString).hasSize(1);
        });
        engine.inTransaction(connection -> {
            connection.options(options -> options.schemaTranslate("tenant", ACME));
            assertThat(connection.one(select(count(parent)))).isEqualTo(1);
            connection.options(options -> options.schemaTranslate(Map.of()));
            assertThat(connection.options().schemaTranslate()).isEmpty();
        });
        metadata.dropAll(acme);
    }

    @DatabaseTest(requires = Feature.SEQUENCES)
    void sequencesAndViewsAreTranslated(TestDatabase database) {
        Engine engine = open(database);
        MetaData metadata = new MetaData();
        Sequence sequence = metadata.add(Sequence.of("Note ids"));
        Column<Long> id = column("id", BIGINT).primaryKey().sequence(sequence);
        Column<String> name = column("name", string(20));
        Table notes = metadata.table("notes", id, name);
        Table view = metadata.table("note_ids", ViewDefinition.of(select(id)));
        Engine acme = engine.withOptions(options -> options.schemaTranslate("", ACME));

        metadata.createAll(acme);
        acme.inTransaction(connection -> {
            connection.execute(insertInto(notes).values(name, "a"));
            assertThat(connection.all(select(view.column("id", Long.class)))).containsExactly(1L);
            assertThat(connection.one(select(sequence.nextValue()))).isEqualTo(2L);
        });
        metadata.dropAll(acme);
        assertThat(acme.hasSequence("", "Note ids")).isFalse();
    }

    private enum Mood {
        GOOD, BAD
    }

    @DatabaseTest(only = "postgresql")
    void namedTypesAreTranslated(TestDatabase database) {
        Engine engine = open(database);
        MetaData metadata = new MetaData();
        Column<Mood> mood = column("mood", enumType(Mood.class));
        Table moods = metadata.table("moods", TableOption.schema("tenant"), mood);
        Engine acme = engine.withOptions(options -> options.schemaTranslate("tenant", OTHER));

        metadata.createAll(acme);
        acme.inTransaction(connection -> {
            connection.execute(insertInto(moods).values(mood, Mood.BAD));
            assertThat(connection.all(select(mood).where(mood.in(List.of(Mood.BAD, Mood.GOOD)))))
                    .containsExactly(Mood.BAD);
            assertThat(connection.one(select(cast(value("GOOD"), mood.type())))).isEqualTo(Mood.GOOD);
        });
        metadata.dropAll(acme);
        assertThat(acme.hasType("tenant", "mood")).isFalse();
    }

    private static Consumer<Session> saves(String name) {
        return session -> {
            User user = new User(name);
            user.addresses().add(new Address(name + "@example.com"));
            user.addresses().add(new Address(name + "@example.org"));
            session.add(user);
        };
    }

    @DatabaseTest
    void sessionsOfOneFactoryUseTheirSchemas(TestDatabase database) {
        Engine engine = open(database);
        SessionFactory plain = Shop.open(engine, new StatementLog());
        SessionFactory acme = plain.toBuilder().connectionOptions(options -> options.schemaTranslate("", ACME)).build();
        SessionFactory other = plain.toBuilder().connectionOptions(options -> options.schemaTranslate("", OTHER))
                .build();
        for (String schema : List.of(ACME, OTHER)) {
            plain.model().metadata().createAll(engine.withOptions(options -> options.schemaTranslate("", schema)));
        }

        plain.inTransaction(session -> saves("plain").accept(session));
        acme.inTransaction(session -> saves("acme").accept(session));
        other.inTransaction(session -> saves("other").accept(session));

        for (var entry : Map.of("plain", plain, "acme", acme, "other", other).entrySet()) {
            entry.getValue().inTransaction(session -> {
                User user = session.one(select(USER));
                assertThat(user.name()).isEqualTo(entry.getKey());
                assertThat(user.addresses()).extracting(Address::email)
                        .containsExactly(entry.getKey() + "@example.com", entry.getKey() + "@example.org");
                assertThat(session.one(select(USER).options(selectIn(USER.addresses)))).isSameAs(user);
                user.addresses().remove(0);
                user.age(7);
                session.flush();
                session.refresh(user);
                assertThat(user.age()).isEqualTo(7);
                session.execute(update(USER).set(USER.age, 8));
                assertThat(session.one(select(USER.age))).isEqualTo(8);
            });
        }
        assertThatThrownBy(() -> plain.inTransaction(session -> session.all(select(USER), schemaTranslate("", ACME))))
                .isInstanceOf(InvalidStatementException.class).hasMessageContaining("connectionOptions");
    }

    @DatabaseTest(only = "h2")
    void aStatementPreparedForOtherOptionsIsRefused(Engine engine) {
        Column<Integer> id = column("id", INTEGER);
        Table notes = new MetaData().table("notes", id);
        try (Connection connection = engine.connect()) {
            CachedStatement prepared = connection.prepared().prepare(select(id).from(notes));
            connection.options(options -> options.schemaTranslate("", ACME));

            assertThatThrownBy(() -> connection.prepared().query(prepared)).isInstanceOf(IllegalStateException.class)
                    .hasMessage("The statement was prepared without schema translation, unlike the options of this "
                            + "connection: SELECT notes.id FROM notes. Prepare it again.");
            assertThatThrownBy(() -> connection.options(options -> options.schemaTranslate("", "it's")))
                    .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("apostrophe");
        }
    }
}
