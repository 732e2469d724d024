package dev.rubedo.orm.inheritance.passive;

import static dev.rubedo.orm.Orm.deleteFrom;
import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.inheritance.passive.Instrument_.INSTRUMENT;
import static dev.rubedo.orm.inheritance.passive.Strings_.STRINGS;
import static dev.rubedo.orm.inheritance.passive.Viola_.VIOLA;
import static dev.rubedo.schema.Column.column;
import static dev.rubedo.sql.Sql.BIGINT;
import static dev.rubedo.sql.Sql.INTEGER;
import static dev.rubedo.sql.Sql.count;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.orm.error.MappingException;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.Table;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Deletion of objects whose rows in the tables of subclasses the database deletes. */
class PassiveHierarchyTest {

    private static final Model MODEL = Model.of(INSTRUMENT, STRINGS, VIOLA);

    private static SessionFactory open(Engine engine, StatementLog statements) {
        MODEL.metadata().createAll(engine);
        SessionFactory sessions = SessionFactory.of(engine, MODEL);
        sessions.inTransaction(session -> session.addAll(List.of(new Instrument("drum"), new Strings("lute", 12),
                new Viola("alto", 40), new Viola("tenor", 44))));
        statements.clear();
        return sessions;
    }

    private static long rows(Session session, Class<?> entity) {
        Table table = MODEL.mapper(entity).tables().get(MODEL.mapper(entity).tables().size() - 1).table();
        return session.connection().execute(select(count()).from(table)).one();
    }

    @DatabaseTest
    void aFlushDeletesTheRowsOfTheRootOnly(Engine engine, StatementLog statements) {
        try (Session session = open(engine, statements).open()) {
            List<Instrument> all = session.all(select(INSTRUMENT).orderBy(INSTRUMENT.name));
            statements.clear();
            session.deleteAll(all.subList(0, 3));
            session.flush();

            assertThat(statements.texts()).isNotEmpty().allMatch(sql -> sql.startsWith("DELETE FROM instruments"));
            assertThat(rows(session, Instrument.class)).isEqualTo(1);
            assertThat(rows(session, Strings.class)).isEqualTo(1);
            assertThat(rows(session, Viola.class)).isEqualTo(1);
            session.rollback();
            assertThat(session.count(select(VIOLA))).isEqualTo(2);
        }
    }

    @DatabaseTest
    void aStatementDeletesTheRowsOfTheRootOnly(Engine engine, StatementLog statements) {
        try (Session session = open(engine, statements).open()) {
            assertThat(session.execute(deleteFrom(VIOLA).where(VIOLA.size.gt(42))).rowCount()).isEqualTo(1);
            assertThat(session.execute(deleteFrom(STRINGS)).rowCount()).isEqualTo(2);

            assertThat(statements.texts()).noneMatch(sql -> sql.startsWith("DELETE FROM violas")
                    || sql.startsWith("DELETE FROM string_instruments"));
            assertThat(rows(session, Instrument.class)).isEqualTo(1);
            assertThat(rows(session, Strings.class)).isZero();
            assertThat(rows(session, Viola.class)).isZero();
        }
    }

    @Test
    void aGivenTableHasAForeignKeyThatCascades() {
        MetaData metadata = new MetaData();
        metadata.table("string_instruments", column("id", BIGINT).primaryKey().references("instruments.id"),
                column("strings", INTEGER).notNull());

        assertThatThrownBy(() -> Model.of(metadata, INSTRUMENT, STRINGS)).isInstanceOf(MappingException.class)
                .hasMessage(
                        "Entity \"Strings\" leaves the deletion of its rows to the database (passiveDeletes), but table"
                                + " \"string_instruments\" has no foreign key (id) to \"instruments\" with ON DELETE CASCADE. Add"
                                + " it, or remove passiveDeletes.");
    }
}
