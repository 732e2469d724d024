package dev.rubedo.orm.visible;

import static dev.rubedo.orm.Orm.joined;
import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.Orm.selectIn;
import static dev.rubedo.orm.Orm.withoutCriteria;
import static dev.rubedo.orm.visible.Folder_.FOLDER;
import static dev.rubedo.orm.visible.Sheet_.SHEET;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.dialect.AnsiDialect;
import dev.rubedo.engine.Engine;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import java.util.List;

/** Criteria of the mapping. */
class MappedCriteriaTest {

    private static SessionFactory open(Engine engine) {
        Model model = Model.of(FOLDER, SHEET);
        model.metadata().createAll(engine);
        SessionFactory sessions = SessionFactory.of(engine, model);
        sessions.inTransaction(session -> {
            for (String name : List.of("open", "draft 1")) {
                Folder folder = new Folder(name);
                folder.sheets().add(new Sheet("new", false));
                folder.sheets().add(new Sheet("old", true));
                session.add(folder);
            }
        });
        return sessions;
    }

    @DatabaseTest
    void theyApplyWhereverTheEntityIsRead(Engine engine, StatementLog statements) {
        SessionFactory sessions = open(engine);
        for (var option : List.of(selectIn(FOLDER.sheets), joined(FOLDER.sheets))) {
            try (Session session = sessions.open()) {
                List<Folder> folders = session.all(select(FOLDER).options(option));
                assertThat(folders).extracting(Folder::name).containsExactly("open");
                assertThat(folders.get(0).sheets()).extracting(Sheet::name).containsExactly("new");
            }
        }
        try (Session session = sessions.open()) {
            assertThat(session.get(SHEET, 2)).isEmpty();
            assertThat(session.get(FOLDER, 2)).isEmpty();
            assertThat(session.count(select(SHEET))).isEqualTo(2);
            assertThat(session.all(select(FOLDER).where(FOLDER.sheets.any(SHEET.name.eq("old"))))).isEmpty();
            assertThat(session.one(select(SHEET).where(SHEET.id.eq(3L))).folder()).isNull();
        }
    }

    @DatabaseTest
    void aStatementLiftsThem(Engine engine, StatementLog statements) {
        try (Session session = open(engine).open()) {
            assertThat(session.count(select(SHEET).options(withoutCriteria(SHEET)))).isEqualTo(4);
            List<Folder> all = session
                    .all(select(FOLDER).orderBy(FOLDER.id).options(withoutCriteria(FOLDER), withoutCriteria(SHEET)));
            assertThat(all).hasSize(2);
            assertThat(all.get(1).sheets()).hasSize(2);
        }
    }

    @DatabaseTest(only = "sqlite")
    void aResolvedStatementHasThem(Engine engine, StatementLog statements) {
        assertThat(Model.of(FOLDER, SHEET).resolve(select(SHEET.name)).sql(AnsiDialect.instance()))
                .isEqualTo("SELECT sheets.name FROM sheets WHERE sheets.archived = ?");
    }
}
