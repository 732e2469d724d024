package dev.rubedo.examples.rest;

import static dev.rubedo.examples.rest.Author_.AUTHOR;
import static dev.rubedo.examples.rest.Book_.BOOK;
import static dev.rubedo.orm.Orm.joined;
import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.Orm.selectIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.jackson.Repeated;
import dev.rubedo.jackson.RubedoJacksonModule;
import dev.rubedo.jackson.Unloaded;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** The JSON of entities, by the options of the module. */
class EntityJsonTest {

    private static final JsonMapper JSON = json(new RubedoJacksonModule());

    private static JsonMapper json(RubedoJacksonModule module) {
        return JsonMapper.builder().addModule(module).build();
    }

    private static SessionFactory filled(Engine engine, StatementLog statements) {
        var model = Model.of(AUTHOR, BOOK);
        model.metadata().createAll(engine);
        var sessions = SessionFactory.builder(engine, model).expireOnCommit(false).build();
        sessions.inTransaction(session -> {
            var author = new Author("Ann");
            author.books().add(new Book("B", "2", 20));
            author.books().add(new Book("A", "1", 10));
            session.add(author);
        });
        statements.clear();
        return sessions;
    }

    @DatabaseTest(only = {"sqlite", "postgresql"})
    void onlyWhatIsLoadedIsWritten(Engine engine, StatementLog statements) {
        try (var session = filled(engine, statements).open()) {
            var author = session.one(select(AUTHOR));
            var book = session.one(select(BOOK).where(BOOK.title.eq("A")));
            statements.clear();

            assertThat(JSON.writeValueAsString(author)).isEqualTo("{\"id\":1,\"name\":\"Ann\"}");
            assertThat(JSON.writeValueAsString(List.of(book))).startsWith("[{\"id\":")
                    .endsWith(",\"title\":\"A\",\"isbn\":\"1\",\"pages\":10,\"version\":1,\"authorId\":1}]");
            assertThat(JSON.writeValueAsString(Map.of("books", author.books()))).isEqualTo("{\"books\":null}");
            statements.assertThat().hasCount(0);
        }
    }

    @DatabaseTest(only = {"sqlite", "postgresql"})
    void anObjectInsideItselfIsItsKey(Engine engine, StatementLog statements) {
        try (var session = filled(engine, statements).open()) {
            var author = session.one(select(AUTHOR).options(selectIn(AUTHOR.books)));
            statements.clear();

            assertThat(JSON.writeValueAsString(author)).isEqualTo("""
                    {"id":1,"name":"Ann","books":[\
                    {"id":2,"title":"A","isbn":"1","pages":10,"version":1,"author":{"id":1},"authorId":1},\
                    {"id":1,"title":"B","isbn":"2","pages":20,"version":1,"author":{"id":1},"authorId":1}]}""");
            assertThat(JSON.writeValueAsString(author.books())).startsWith("[{\"id\":2,").contains(
                    "\"author\":{\"id\":1,\"name\":\"Ann\",\"books\":[{\"id\":2},{\"id\":1,");
            statements.assertThat().hasCount(0);
        }
    }

    @DatabaseTest(only = "sqlite")
    void itCanBeLeftOutOrRefused(Engine engine, StatementLog statements) {
        try (var session = filled(engine, statements).open()) {
            var author = session.one(select(AUTHOR).options(selectIn(AUTHOR.books)));
            var book = author.books().getFirst();

            assertThat(json(RubedoJacksonModule.builder().repeated(Repeated.OMIT).build()).writeValueAsString(book))
                    .isEqualTo("""
                            {"id":2,"title":"A","isbn":"1","pages":10,"version":1,"author":{"id":1,"name":"Ann","books":[\
                            {"id":1,"title":"B","isbn":"2","pages":20,"version":1,"authorId":1}]},"authorId":1}""");
            assertThatThrownBy(() -> json(RubedoJacksonModule.builder().repeated(Repeated.FAIL).build())
                    .writeValueAsString(book)).isInstanceOf(DatabindException.class)
                    .hasMessageContaining("Book[id=2").hasMessageContaining(" -> Author[id=1")
                    .hasMessageContaining("contains Book[id=2");
        }
    }

    @DatabaseTest(only = "sqlite")
    void whatIsNotLoadedCanBeNullOrAnError(Engine engine, StatementLog statements) {
        try (var session = filled(engine, statements).open()) {
            var author = session.one(select(AUTHOR));
            statements.clear();

            assertThat(json(RubedoJacksonModule.builder().unloaded(Unloaded.NULL).build()).writeValueAsString(author))
                    .isEqualTo("{\"id\":1,\"name\":\"Ann\",\"books\":null}");
            var strict = json(RubedoJacksonModule.builder().unloaded(Unloaded.FAIL).build());
            assertThatThrownBy(() -> strict.writeValueAsString(author)).isInstanceOf(DatabindException.class)
                    .hasMessageContaining("[books] are not loaded");
            assertThatThrownBy(() -> strict.writeValueAsString(author.books())).isInstanceOf(DatabindException.class)
                    .hasMessageContaining("it is not loaded");
            statements.assertThat().hasCount(0);
        }
    }

    @DatabaseTest(only = "sqlite")
    void attributesCanBeOmitted(Engine engine, StatementLog statements) {
        try (var session = filled(engine, statements).open()) {
            var book = session.one(select(BOOK).where(BOOK.title.eq("A")).options(joined(BOOK.author)));
            var json = json(RubedoJacksonModule.builder().unloaded(Unloaded.FAIL)
                    .omit(BOOK.isbn, BOOK.version, BOOK.authorId, AUTHOR.books, AUTHOR.id).build());

            assertThat(json.writeValueAsString(book))
                    .isEqualTo("{\"id\":2,\"title\":\"A\",\"pages\":10,\"author\":{\"name\":\"Ann\"}}");
        }
    }

    @DatabaseTest(only = "sqlite")
    void anExpiredObjectIsAnErrorUnlessItIsWanted(Engine engine, StatementLog statements) {
        filled(engine, statements);
        try (var session = SessionFactory.of(engine, Model.of(AUTHOR, BOOK)).open()) {
            var author = session.one(select(AUTHOR));
            session.commit();

            assertThatThrownBy(() -> JSON.writeValueAsString(author)).isInstanceOf(DatabindException.class)
                    .hasMessageContaining("Author[id=1").hasMessageContaining("expireOnCommit(false)");
            assertThat(json(RubedoJacksonModule.builder().writeExpired().build()).writeValueAsString(author))
                    .isEqualTo("{\"id\":1}");
        }
    }

    @DatabaseTest(only = "sqlite")
    void theNamingStrategyOfTheMapperApplies(Engine engine, StatementLog statements) {
        try (var session = filled(engine, statements).open()) {
            var author = session.one(select(AUTHOR));
            var json = JsonMapper.builder().addModule(new RubedoJacksonModule())
                    .propertyNamingStrategy(PropertyNamingStrategies.UPPER_CAMEL_CASE).build();

            assertThat(json.writeValueAsString(author)).isEqualTo("{\"Id\":1,\"Name\":\"Ann\"}");
        }
    }

    @Test
    void aNewObjectIsWrittenWhole() {
        assertThat(JSON.writeValueAsString(new Author("Ann"))).isEqualTo("{\"id\":null,\"name\":\"Ann\",\"books\":[]}");
    }

    @Test
    void jsonIsNotReadIntoEntities() {
        assertThatThrownBy(() -> JSON.readValue("{\"name\": \"Ann\"}", Author.class))
                .isInstanceOf(DatabindException.class)
                .hasMessageContaining("JSON is not read into the entity \"Author\"")
                .hasMessageContaining("Read a record");
        assertThatThrownBy(() -> JSON.readValue("[{}]", Author[].class)).isInstanceOf(DatabindException.class);
    }

    @Test
    void theModuleThatWasAddedLastDecides() {
        var json = JsonMapper.builder().findAndAddModules()
                .addModule(RubedoJacksonModule.builder().omit(AUTHOR.books, AUTHOR.id).build()).build();

        assertThat(json.writeValueAsString(new Author("Ann"))).isEqualTo("{\"name\":\"Ann\"}");
    }

    @Test
    void theModuleIsFoundOnTheClassPath() {
        assertThat(JsonMapper.builder().findAndAddModules().build().writeValueAsString(new Author("Ann")))
                .isEqualTo("{\"id\":null,\"name\":\"Ann\",\"books\":[]}");
    }
}
