package dev.rubedo.orm.library;

import static dev.rubedo.orm.library.Author_.AUTHOR;
import static dev.rubedo.orm.library.Book_.BOOK;
import static dev.rubedo.orm.library.Box_.BOX;
import static dev.rubedo.orm.library.Cabinet_.CABINET;
import static dev.rubedo.orm.library.Card_.CARD;
import static dev.rubedo.orm.library.Club_.CLUB;
import static dev.rubedo.orm.library.Disc_.DISC;
import static dev.rubedo.orm.library.Drawer_.DRAWER;
import static dev.rubedo.orm.library.Loan_.LOAN;
import static dev.rubedo.orm.library.Media_.MEDIA;
import static dev.rubedo.orm.library.Member_.MEMBER;
import static dev.rubedo.orm.library.Shelf_.SHELF;
import static dev.rubedo.orm.library.Stamp_.STAMP;
import static dev.rubedo.orm.library.Tape_.TAPE;
import static dev.rubedo.orm.library.Vinyl_.VINYL;

import dev.rubedo.engine.Engine;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.testing.StatementLog;

/** The library in a database: its tables are created. Thread-safe. */
final class Library {

    private Library() {}

    static SessionFactory open(Engine engine, StatementLog statements) {
        Model model = Model.of(AUTHOR, BOOK, MEMBER, CARD, CLUB, SHELF, BOX, STAMP, LOAN, MEDIA, DISC, TAPE,
                VINYL, CABINET, DRAWER);
        model.metadata().createAll(engine);
        statements.clear();
        return SessionFactory.of(engine, model);
    }
}
