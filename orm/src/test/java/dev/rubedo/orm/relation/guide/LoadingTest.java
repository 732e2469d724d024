package dev.rubedo.orm.relation.guide;

import static dev.rubedo.engine.ExecuteOption.yieldPer;
import static dev.rubedo.orm.Orm.containsEager;
import static dev.rubedo.orm.Orm.joined;
import static dev.rubedo.orm.Orm.populateExisting;
import static dev.rubedo.orm.Orm.raiseAll;
import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.Orm.selectIn;
import static dev.rubedo.orm.relation.guide.Author_.AUTHOR;
import static dev.rubedo.orm.relation.guide.Book_.BOOK;
import static dev.rubedo.orm.relation.guide.Employee_.EMPLOYEE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.orm.error.LazyLoadException;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import java.util.List;

/** The samples of {@code docs/guide/loading.md}; an architecture test compares the texts. */
class LoadingTest {

    private static final class Work {
        private static int batch(Session session) {
            int pages = 0;
            for (Author author : session.all(select(AUTHOR))) {
                for (Book book : author.books()) { // one more statement, for the books of all authors
                    pages += book.pages();
                }
            }
            return pages;
        }

        private static List<Author> options(Session session) {
            return session.all(select(AUTHOR).options(
                    selectIn(AUTHOR.books).then(selectIn(BOOK.genres), joined(BOOK.reviews))));
        }

        private static Employee depth(Session session) {
            return session.one(select(EMPLOYEE).where(EMPLOYEE.manager.isNull())
                    .options(selectIn(EMPLOYEE.reports).anyDepth()));
        }

        private static Author strict(Session session) {
            return session.first(select(AUTHOR).options(selectIn(AUTHOR.books), raiseAll())).orElseThrow();
        }

        private static List<Author> partial(Session session) {
            return session.all(select(AUTHOR).options(selectIn(AUTHOR.books.and(BOOK.pages.gt(500)))));
        }

        private static List<Author> limited(Session session) {
            return session.all(select(AUTHOR).options(selectIn(AUTHOR.books).limit(1)));
        }

        private static int chunks(Session session) {
            int pages = 0;
            for (List<Author> some : session.execute(select(AUTHOR).options(selectIn(AUTHOR.books)), yieldPer(500))
                    .partitions()) {
                pages += some.stream().flatMap(author -> author.books().stream()).mapToInt(Book::pages).sum();
                session.detachAll();
            }
            return pages;
        }

        private static List<Author> contained(Session session) {
            return session.all(select(AUTHOR).join(AUTHOR.books).where(BOOK.pages.gt(500))
                    .options(containsEager(AUTHOR.books), populateExisting()));
        }
    }

    @DatabaseTest
    void theSamplesDoWhatTheySay(Engine engine, StatementLog statements) {
        SessionFactory sessions = Bookshop.filled(engine, statements);
        try (Session session = sessions.open()) {
            assertThat(Work.batch(session)).isEqualTo(2000);
            assertThat(statements).hasCount(2);
        }
        statements.clear();
        try (Session session = sessions.open()) {
            assertThat(Work.options(session)).hasSize(2);
            assertThat(statements).hasCount(3);
        }
        statements.clear();
        try (Session session = sessions.open()) {
            Employee boss = Work.depth(session);
            assertThat(statements).hasCount(4);
            assertThat(boss.reports().get(0).reports().get(0).name()).isEqualTo("intern");
            assertThat(statements).hasCount(4);
        }
        try (Session session = sessions.open()) {
            Author ada = Work.strict(session);
            assertThat(ada.books()).hasSize(2);
            assertThatThrownBy(() -> ada.books().get(0).genres().size()).isInstanceOf(LazyLoadException.class);
        }
        try (Session session = sessions.open()) {
            assertThat(Work.partial(session)).hasSize(2)
                    .allSatisfy(author -> assertThat(author.books()).hasSize(1));
        }
        try (Session session = sessions.open()) {
            assertThat(Work.limited(session)).hasSize(2)
                    .allSatisfy(author -> assertThat(author.books()).hasSize(1));
            session.detachAll();
            assertThat(Work.chunks(session)).isEqualTo(2000);
        }
        try (Session session = sessions.open()) {
            assertThat(Work.contained(session)).hasSize(2)
                    .allSatisfy(author -> assertThat(author.books()).hasSize(1));
        }
    }
}
