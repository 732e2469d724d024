package dev.rubedo.orm.relation;

import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.relation.File_.FILE;
import static dev.rubedo.orm.relation.Folder_.FOLDER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.engine.Engine;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import java.util.List;

/** Deletions that are left to the database. */
class PassiveDeletesTest {

    private static SessionFactory filled(Engine engine, StatementLog statements) {
        Model model = Model.of(FOLDER, FILE);
        model.metadata().createAll(engine);
        SessionFactory sessions = SessionFactory.of(engine, model);
        sessions.inTransaction(session -> {
            Folder first = new Folder();
            Folder second = new Folder();
            first.files().addAll(List.of(new File(), new File()));
            File copy = new File();
            second.files().add(copy);
            first.copies().add(copy);
            session.addAll(List.of(first, second));
        });
        statements.clear();
        return sessions;
    }

    @DatabaseTest
    void unloadedTargetsAreLeftToTheDatabase(Engine engine, StatementLog statements) {
        SessionFactory sessions = filled(engine, statements);
        sessions.inTransaction(session -> {
            Folder first = session.require(FOLDER, 1);
            statements.clear();
            session.delete(first);
            session.flush();
            assertThat(statements).containsExactly("DELETE FROM folders WHERE folders.id = ?");
        });
        try (Session session = sessions.open()) {
            assertThat(session.all(select(FILE)))
                    .singleElement().satisfies(file -> assertThat(file.originId()).isNull());
        }
    }

    @DatabaseTest
    void loadedTargetsOfACascadeAreDeletedByStatements(Engine engine, StatementLog statements) {
        SessionFactory sessions = filled(engine, statements);
        sessions.inTransaction(session -> {
            Folder first = session.require(FOLDER, 1);
            assertThat(first.files()).hasSize(2);
            assertThat(first.copies()).hasSize(1);
            statements.clear();
            session.delete(first);
            session.flush();
            assertThat(statements).containsExactly("DELETE FROM files WHERE files.id = ?",
                    "DELETE FROM folders WHERE folders.id = ?");
        });
        try (Session session = sessions.open()) {
            assertThat(session.count(select(FILE))).isEqualTo(1);
        }
    }
}
