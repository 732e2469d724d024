package dev.rubedo.orm.library;

import static dev.rubedo.sql.Sql.text;

import dev.rubedo.engine.Engine;
import dev.rubedo.error.UniqueViolationException;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Sessions that work at random, and a plain model that says what should come of it. Each seed is one story; a failure tells the seed and what
 * was done as code. {@code -Drubedo.random.stories=5000} tells more of them, {@code -Drubedo.random.first=17} begins with another seed.
 */
class RandomWorkTest {

    private static final int STORIES = Integer.getInteger("rubedo.random.stories", 40);
    private static final int FIRST = Integer.getInteger("rubedo.random.first", 1);
    private static final int STEPS = Integer.getInteger("rubedo.random.steps", 40);

    @DatabaseTest
    void theDatabaseAndTheObjectsAreAsTheModelSays(Engine engine, StatementLog statements) {
        SessionFactory expiring = Library.open(engine, statements);
        FaultsOfTheNetwork faults = new FaultsOfTheNetwork();
        engine.listen(faults);
        SessionFactory keeping = SessionFactory.builder(engine, expiring.model()).expireOnCommit(false).build();
        for (int seed = FIRST; seed < FIRST + STORIES; seed++) {
            boolean expires = seed % 3 != 0;
            empty(expiring);
            tell(new RandomWork(expires ? expiring : keeping, faults, seed, expires), seed);
            statements.clear();
        }
    }

    private static void empty(SessionFactory sessions) {
        sessions.inTransaction(session -> {
            session.execute(text("UPDATE stamp SET copy_of = NULL"));
            session.execute(text("UPDATE disc SET copy_of_id = NULL"));
            List<String> tables = new ArrayList<>();
            sessions.model().metadata().sortedTables().forEach(table -> tables.add(table.name()));
            Collections.reverse(tables);
            tables.forEach(table -> session.execute(text("DELETE FROM " + table)));
        });
    }

    private static void tell(RandomWork work, int seed) {
        List<Runnable> steps = steps(work);
        try (work.session) {
            for (int i = 0; i < STEPS; i++) {
                steps.get(work.choice(steps.size())).run();
            }
            work.commit();
        } catch (AssertionError | RuntimeException e) {
            if (isExchangeOfCards(e)) {
                // refused with advice, because the column cannot be NULL in between: the story ends here
                return;
            }
            throw new AssertionError("Seed " + seed + ":\n" + String.join("\n", work.log()) + "\n" + e.getMessage(), e);
        }
    }

    private static boolean isExchangeOfCards(Throwable e) {
        return e instanceof UniqueViolationException && String.valueOf(e.getMessage())
                .contains("This flush exchanges unique values of \"Card.memberId\" between rows");
    }

    private static List<Runnable> steps(RandomWork work) {
        AuthorChanges authors = new AuthorChanges(work);
        CardChanges cards = new CardChanges(work);
        LinkChanges links = new LinkChanges(work);
        ShelfChanges shelves = new ShelfChanges(work);
        StampChanges stamps = new StampChanges(work);
        MediaChanges media = new MediaChanges(work);
        CabinetChanges cabinets = new CabinetChanges(work);
        return List.of(authors::newAuthor, authors::newBook, authors::newBook, authors::moveBook, authors::moveBook,
                authors::takeBook, authors::clearBooks, authors::giveIsbn, authors::setIsbn, authors::deleteBook,
                authors::deleteAuthor, authors::rescueBook, authors::rescueBook, authors::keep, authors::keep,
                cards::newMember, cards::newMember, cards::giveNewCard, cards::takeCard, cards::moveCard,
                cards::moveCard, cards::deleteCard, cards::rescueCard, cards::rescueCard,
                cards::deleteMember, links::like, links::like, links::likeNoMore, links::newClub,
                links::join, links::join, links::leave, links::deleteClub, shelves::newShelf,
                shelves::newShelf, shelves::newBox, shelves::labelShelf, shelves::recodeShelf, shelves::placeBox,
                shelves::placeBox, shelves::takeBox, shelves::deleteBox, shelves::deleteShelf, stamps::newStamp,
                stamps::newStamp, stamps::writeStamp, stamps::deleteStamp, stamps::newLoan, stamps::changeLoan,
                stamps::deleteLoan, media::newMedia, media::newMedia, media::changeMedia, media::changeMedia,
                media::changeMedia, media::deleteMedia, cabinets::newCabinet, cabinets::newCabinet,
                cabinets::placeCabinet, cabinets::placeCabinet, cabinets::newDrawer, cabinets::newDrawer,
                cabinets::newDrawer,
                cabinets::resizeDrawer, cabinets::relabelDrawer, cabinets::relabelDrawer, cabinets::takeDrawer,
                cabinets::clearDrawers, cabinets::hideCabinet, cabinets::showAll, cabinets::deleteCabinet,
                work::failSomewhere, work::flush, work::flush, work::commit, work::rollback,
                work::savepoint,
                work::savepoint, work::rollbackToSavepoint, work::releaseSavepoint, work::expireSomething,
                work::expireAll, work::refreshSomething, work::detachAndAddAgain, work::mergeACopy, work::query,
                work::query, work::look, work::look, work::look);
    }
}
