package dev.rubedo.spring.boot.guide;

import static dev.rubedo.orm.Orm.selectIn;
import static dev.rubedo.spring.boot.guide.Author_.AUTHOR;
import static dev.rubedo.spring.boot.guide.Book_.BOOK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.engine.Engine;
import dev.rubedo.jackson.Repeated;
import dev.rubedo.jackson.RubedoJacksonModule;
import dev.rubedo.jackson.Unloaded;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.testing.DatabaseTest;
import tools.jackson.databind.json.JsonMapper;

/** The samples of {@code docs/guide/json.md}. */
class JsonGuideTest {

    @DatabaseTest(only = "h2")
    void theSamplesDoWhatTheySay(Engine engine) {
        Model model = Model.of(AUTHOR, BOOK);
        model.metadata().createAll(engine);
        SessionFactory sessions = SessionFactory.of(engine, model);
        sessions.inTransaction(session -> {
            var author = new Author("Ursula Le Guin");
            author.books().add(new Book("The Dispossessed", "9780061054884", 387));
            session.add(author);
        });

        JsonMapper json = JsonMapper.builder().addModule(new RubedoJacksonModule()).build();
        String text = sessions.fromTransaction(
                session -> json.writeValueAsString(session.require(AUTHOR, 1, selectIn(AUTHOR.books))));

        JsonMapper strict = JsonMapper.builder()
                .addModule(RubedoJacksonModule.builder()
                        .unloaded(Unloaded.FAIL)
                        .repeated(Repeated.OMIT)
                        .omit(BOOK.version, BOOK.authorId)
                        .build())
                .build();
        String less = sessions.fromTransaction(
                session -> strict.writeValueAsString(session.require(AUTHOR, 1, selectIn(AUTHOR.books))));

        assertThat(text).isEqualTo("""
                {"id":1,"name":"Ursula Le Guin","books":[{"id":1,"title":"The Dispossessed","isbn":"9780061054884",\
                "pages":387,"version":1,"author":{"id":1},"authorId":1}]}""");
        assertThat(less).isEqualTo("""
                {"id":1,"name":"Ursula Le Guin","books":[{"id":1,"title":"The Dispossessed","isbn":"9780061054884",\
                "pages":387}]}""");
    }
}
