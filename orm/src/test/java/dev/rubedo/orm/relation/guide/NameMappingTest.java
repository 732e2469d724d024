package dev.rubedo.orm.relation.guide;

import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.Orm.selectIn;
import static dev.rubedo.orm.inheritance.guide.Company_.COMPANY;
import static dev.rubedo.orm.inheritance.guide.Engineer_.ENGINEER;
import static dev.rubedo.orm.inheritance.guide.Machine_.MACHINE;
import static dev.rubedo.orm.inheritance.guide.Manager_.MANAGER;
import static dev.rubedo.orm.relation.guide.Author_.AUTHOR;
import static dev.rubedo.orm.relation.guide.Book_.BOOK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.orm.error.MappingException;
import dev.rubedo.orm.inheritance.guide.Employee_;
import dev.rubedo.orm.inheritance.guide.Engineer;
import dev.rubedo.orm.inheritance.guide.Machine;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.model.NameMapping;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.schema.MetaData;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Names of tables and columns that follow rules of their own. */
class NameMappingTest {

    @DatabaseTest
    void tablesColumnsForeignKeysAndJoinTablesAreRenamed(Engine engine, StatementLog statements) {
        NameMapping names = NameMapping.CAMEL_CASE.withTablePrefix("shop_");
        Model model = Model.reaching(new MetaData(), names, AUTHOR);
        model.metadata().createAll(engine);
        SessionFactory sessions = SessionFactory.of(engine, model);

        sessions.inTransaction(session -> {
            Author ada = new Author("Ada");
            Book notes = new Book("Notes", 700);
            notes.genres().add(new Genre("science"));
            ada.books().add(notes);
            session.add(ada);
        });

        assertThat(model.metadata().tables()).allMatch(table -> table.name().startsWith("shop_"));
        try (var session = sessions.open()) {
            Book book = session.one(select(BOOK).options(selectIn(BOOK.genres)).where(BOOK.author().name.eq("Ada")));
            assertThat(book.genres()).extracting(Genre::name).containsExactly("science");
            assertThat(book.author().longBooks()).containsExactly(book);
        }
    }

    @DatabaseTest(only = "sqlite")
    void statementsHaveTheNamesOfTheDatabase(Engine engine, StatementLog statements) {
        Model model = Model.reaching(new MetaData(), NameMapping.CAMEL_CASE.withTablePrefix("shop_"), AUTHOR);
        model.metadata().createAll(engine);
        SessionFactory sessions = SessionFactory.of(engine, model);
        statements.clear();

        sessions.fromTransaction(session -> session.all(select(BOOK.title).where(BOOK.genres.any())));

        assertThat(statements).containsExactly("""
                SELECT shop_books.title FROM shop_books WHERE EXISTS (SELECT 1 FROM "shop_bookGenre"
                AS "shop_bookGenre_1", shop_genres WHERE shop_books.id = "shop_bookGenre_1"."bookId"
                AND shop_genres.id = "shop_bookGenre_1"."genreId")
                """);
    }

    @DatabaseTest
    void tablesOfSubclassesFollow(Engine engine, StatementLog statements) {
        Model model = Model.of(new MetaData(), NameMapping.UPPER_CASE, COMPANY, Employee_.EMPLOYEE, ENGINEER, MACHINE,
                MANAGER);
        model.metadata().createAll(engine);
        SessionFactory sessions = SessionFactory.of(engine, model);

        sessions.inTransaction(session -> {
            Engineer bob = new Engineer("Bob", "Java");
            bob.machines().add(new Machine("lathe"));
            session.add(bob);
        });

        assertThat(model.metadata().tables())
                .allMatch(table -> table.name().equals(table.name().toUpperCase(Locale.ROOT)));
        List<String> machines = sessions.fromTransaction(session -> session
                .one(select(ENGINEER).where(ENGINEER.machines.any(MACHINE.name.eq("lathe")))).machines().stream()
                .map(Machine::name).toList());
        assertThat(machines).containsExactly("lathe");
    }

    @Test
    void tablesThatExistAreFoundByTheirNamesInTheDatabase() {
        MetaData metadata = new MetaData();
        Model.of(metadata, NameMapping.UPPER_CASE, COMPANY, Employee_.EMPLOYEE, ENGINEER, MACHINE, MANAGER);

        Model again = Model.of(metadata, NameMapping.UPPER_CASE, COMPANY, Employee_.EMPLOYEE, ENGINEER, MACHINE,
                MANAGER);

        assertThat(metadata.tables()).hasSize(4);
        assertThat(again.mapper(ENGINEER).tables().get(1).table().name()).isEqualTo("ENGINEERS");
    }

    @Test
    void twoTablesOfOneNameAndMissingNamesAreRefused() {
        assertThatThrownBy(() -> Model.reaching(new MetaData(), NameMapping.of(table -> "everything", name -> name),
                AUTHOR)).isInstanceOf(MappingException.class)
                .hasMessage("Entities \"Author\" and \"Book\" both map table \"everything\".");
        assertThatThrownBy(() -> Model.reaching(new MetaData(), NameMapping.of(table -> table, name -> ""), AUTHOR))
                .isInstanceOf(MappingException.class)
                .hasMessage("The NameMapping of the model returns no name for column \"id\". Return the name itself if "
                        + "it stays the same.");
    }
}
