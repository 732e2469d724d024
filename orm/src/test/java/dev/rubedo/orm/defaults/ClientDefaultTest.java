package dev.rubedo.orm.defaults;

import static dev.rubedo.orm.Orm.synchronize;
import static dev.rubedo.orm.defaults.Cat_.CAT;
import static dev.rubedo.orm.defaults.Dog_.DOG;
import static dev.rubedo.orm.defaults.Guidance_.GUIDANCE;
import static dev.rubedo.orm.defaults.Guide_.GUIDE;
import static dev.rubedo.orm.defaults.Parrot_.PARROT;
import static dev.rubedo.orm.defaults.Pet_.PET;
import static dev.rubedo.orm.defaults.Ticket_.TICKET;
import static dev.rubedo.orm.defaults.Visit_.VISIT;
import static dev.rubedo.sql.Sql.BIGINT;
import static dev.rubedo.sql.Sql.deleteFrom;
import static dev.rubedo.sql.Sql.insertInto;
import static dev.rubedo.sql.Sql.literalColumn;
import static dev.rubedo.sql.Sql.select;
import static dev.rubedo.sql.Sql.text;
import static dev.rubedo.sql.Sql.update;
import static dev.rubedo.sql.Sql.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.orm.error.StaleDataException;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.query.SynchronizeSession;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.orm.state.InstanceState;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;

/** Attributes that get values when their row is inserted or updated and the program does not set them. */
class ClientDefaultTest {

    private static SessionFactory open(Engine engine, StatementLog statements) {
        Model model = Model.of(TICKET, VISIT, GUIDE, GUIDANCE);
        model.metadata().createAll(engine);
        statements.clear();
        Clock.restart();
        return SessionFactory.of(engine, model);
    }

    private static void assertDefaults(Ticket ticket) {
        assertThat(ticket.state()).isEqualTo("open");
        assertThat(ticket.urgency()).isEqualTo(Ticket.Urgency.NORMAL);
        assertThat(ticket.visible()).isTrue();
        assertThat(ticket.weight()).isEqualTo((short) 7);
        assertThat(ticket.budget()).isEqualTo(30_000_000_000L);
        assertThat(ticket.price()).isEqualByComparingTo("1.50");
        assertThat(ticket.due()).isEqualTo(LocalDate.of(2024, 12, 31));
        assertThat(ticket.note()).isEqualTo("note");
        assertThat(ticket.token()).isEqualTo("FIRST");
        assertThat(ticket.parts()).isEqualTo(2);
        assertThat(ticket.by()).isNull();
        assertThat(ticket.level()).isEqualTo(3);
        assertThat(ticket.total()).isEqualByComparingTo("10.50");
    }

    @DatabaseTest
    void whatTheProgramDoesNotSetHasItsDefault(Engine engine, StatementLog statements) {
        SessionFactory sessions = open(engine, statements);
        Ticket ticket = new Ticket("broken");
        sessions.inTransaction(session -> session.add(ticket));

        assertDefaults(ticket);
        assertThat(ticket.created()).isEqualTo(Clock.START.plusMinutes(1));
        try (Session session = sessions.open()) {
            assertDefaults(session.require(Ticket.class, ticket.id()));
        }
    }

    @DatabaseTest(only = "sqlite")
    void anExpressionIsPartOfTheInsertAndIsReadBack(Engine engine, StatementLog statements) {
        try (Session session = open(engine, statements).open()) {
            Ticket ticket = new Ticket("broken");
            session.add(ticket);
            session.flush();

            assertDefaults(ticket);
            assertThat(statements).containsExactly("""
                    INSERT INTO ticket (created, updated, id, title, state, urgency, visible, weight, budget, price, due, \
                    note, token, parts, "by", level) \
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, upper('first'), 1 + 1, ?, ?) RETURNING token, parts, total
                    """);
        }
    }

    @DatabaseTest
    void eachRowGetsItsOwnSuppliedValue(Engine engine, StatementLog statements) {
        SessionFactory sessions = open(engine, statements);
        List<Ticket> tickets = List.of(new Ticket("a"), new Ticket("b"), new Ticket("c").level(8));
        sessions.inTransaction(session -> session.addAll(tickets));

        assertThat(tickets).extracting(Ticket::id).doesNotHaveDuplicates().doesNotContainNull();
        assertThat(tickets).extracting(Ticket::created).doesNotHaveDuplicates();
        assertThat(tickets).extracting(Ticket::level).containsExactly(3, 3, 8);
        assertThat(tickets).extracting(Ticket::token).containsOnly("FIRST");
    }

    @DatabaseTest
    void whatWasSetIsKept(Engine engine, StatementLog statements) {
        SessionFactory sessions = open(engine, statements);
        UUID id = UUID.randomUUID();
        Ticket ticket = new Ticket("a").id(id).visible(false).weight((short) 0).note(null).token("mine").state("")
                .parts(0);
        sessions.inTransaction(session -> session.add(ticket));

        try (Session session = sessions.open()) {
            Ticket read = session.require(Ticket.class, id);
            assertThat(read.visible()).isFalse();
            assertThat(read.weight()).isZero();
            assertThat(read.note()).isNull();
            assertThat(read.token()).isEqualTo("mine");
            assertThat(read.state()).isEmpty();
            assertThat(read.parts()).isZero();
            assertThat(read.total()).isEqualByComparingTo(BigDecimal.ZERO);
        }
    }

    @DatabaseTest
    void anUpdateAssignsWhatItDoesNotChange(Engine engine, StatementLog statements) {
        SessionFactory sessions = open(engine, statements);
        Ticket ticket = new Ticket("a");
        sessions.inTransaction(session -> session.add(ticket));
        var created = ticket.created();

        Ticket changed = sessions
                .fromTransaction(session -> session.require(Ticket.class, ticket.id()).weight((short) 2));

        assertThat(changed.created()).isEqualTo(created);
        assertThat(changed.updated()).isAfter(created);
        assertThat(changed.token()).isEqualTo("next!");
        assertThat(changed.by()).isEqualTo("sql");
        assertThat(changed.total()).isEqualByComparingTo("3.00");
        try (Session session = sessions.open()) {
            Ticket read = session.require(Ticket.class, ticket.id());
            assertThat(read.updated()).isEqualTo(changed.updated());
            assertThat(read.token()).isEqualTo("next!");
        }
    }

    @DatabaseTest(only = "sqlite")
    void anUpdateExpressionIsLoadedOnAccess(Engine engine, StatementLog statements) {
        SessionFactory sessions = open(engine, statements);
        Ticket ticket = new Ticket("a");
        sessions.inTransaction(session -> session.add(ticket));
        try (Session session = sessions.open()) {
            Ticket read = session.require(Ticket.class, ticket.id());
            read.title("b");
            statements.clear();
            session.flush();

            assertThat(read.updated()).isEqualTo(Clock.START.plusMinutes(3));
            assertThat(statements).containsExactly("""
                    UPDATE ticket SET updated=?, title=?, token=('next' || '!'), "by"='sql' WHERE ticket.id = ?
                    """);
            statements.clear();
            assertThat(read.token()).isEqualTo("next!");
            assertThat(read.by()).isEqualTo("sql");
            assertThat(statements).containsExactly("""
                    SELECT ticket.token, ticket."by", ticket.total FROM ticket WHERE ticket.id = ?
                    """);
        }
    }

    @DatabaseTest
    void anUpdateKeepsWhatTheProgramChanged(Engine engine, StatementLog statements) {
        SessionFactory sessions = open(engine, statements);
        Ticket ticket = new Ticket("a");
        sessions.inTransaction(session -> session.add(ticket));
        var given = Clock.START.minusDays(1);

        sessions.inTransaction(session -> session.require(Ticket.class, ticket.id()).updated(given).token("mine"));

        try (Session session = sessions.open()) {
            Ticket read = session.require(Ticket.class, ticket.id());
            assertThat(read.updated()).isEqualTo(given);
            assertThat(read.token()).isEqualTo("mine");
            assertThat(read.by()).isEqualTo("sql");
        }
    }

    @DatabaseTest
    void anObjectThatDidNotChangeIsNotUpdated(Engine engine, StatementLog statements) {
        SessionFactory sessions = open(engine, statements);
        Ticket ticket = new Ticket("a");
        sessions.inTransaction(session -> session.add(ticket));
        statements.clear();

        sessions.inTransaction(session -> session.require(Ticket.class, ticket.id()).title("a"));

        assertThat(statements.texts()).noneMatch(sql -> sql.startsWith("UPDATE"));
    }

    @DatabaseTest
    void statementsOfTheProgramHaveTheDefaultsToo(Engine engine, StatementLog statements) {
        SessionFactory sessions = open(engine, statements);
        UUID id = UUID.randomUUID();
        sessions.inTransaction(session -> {
            session.execute(insertInto(TICKET).values(TICKET.id, id, TICKET.title, "x"));
            Ticket ticket = session.require(Ticket.class, id);
            assertDefaults(ticket);
            var before = ticket.updated();

            session.execute(update(TICKET).set(TICKET.title, "y").where(TICKET.id.eq(id)));

            assertThat(ticket.title()).isEqualTo("y");
            assertThat(ticket.updated()).isAfter(before);
            assertThat(ticket.token()).isEqualTo("next!");
            session.execute(deleteFrom(TICKET));
        });
    }

    @DatabaseTest
    void aRowThatReplacesADeletedOneHasItsOwnDefaults(Engine engine, StatementLog statements) {
        SessionFactory sessions = open(engine, statements);
        Ticket ticket = new Ticket("a").token("old").level(9);
        sessions.inTransaction(session -> session.add(ticket));

        sessions.inTransaction(session -> {
            session.delete(session.require(Ticket.class, ticket.id()));
            session.add(new Ticket("b").id(ticket.id()));
        });

        try (Session session = sessions.open()) {
            assertDefaults(session.require(Ticket.class, ticket.id()));
        }
    }

    @DatabaseTest
    void aPlanThatIsNotExecutedSetsNothing(Engine engine, StatementLog statements) {
        try (Session session = open(engine, statements).open()) {
            Ticket ticket = new Ticket("a");
            session.add(ticket);

            session.flushPlan();

            assertThat(ticket.id()).isNull();
            assertThat(ticket.state()).isNull();
        }
    }

    @DatabaseTest
    void anObjectWhoseInsertWasUndoneIsInsertedAgain(Engine engine, StatementLog statements) {
        SessionFactory sessions = open(engine, statements);
        Ticket ticket = new Ticket("a");
        try (Session session = sessions.open()) {
            session.add(ticket);
            session.flush();
            session.rollback();
        }

        sessions.inTransaction(session -> session.add(ticket));

        try (Session session = sessions.open()) {
            assertDefaults(session.require(Ticket.class, ticket.id()));
        }
    }

    @DatabaseTest
    void aRollbackUndoesTheValuesOfTheUpdate(Engine engine, StatementLog statements) {
        SessionFactory sessions = open(engine, statements);
        Ticket ticket = new Ticket("first");
        sessions.inTransaction(session -> session.add(ticket));
        LocalDateTime inserted = ticket.updated();
        LocalDateTime undone;
        try (Session session = sessions.open()) {
            session.add(ticket);
            assertThatThrownBy(() -> session.inSavepoint(() -> {
                ticket.title("in the savepoint");
                session.flush();
                throw new IllegalStateException("undo");
            })).hasMessage("undo");
            assertThat(ticket.updated()).isEqualTo(inserted);
            assertThat(InstanceState.of(ticket).isModified()).isFalse();

            ticket.title("second");
            session.flush();
            undone = ticket.updated();
        }
        assertThat(undone).isAfter(inserted);
        assertThat(ticket.updated()).isEqualTo(inserted);

        sessions.inTransaction(session -> session.add(ticket));
        assertThat(ticket.title()).isEqualTo("second");
        assertThat(ticket.updated()).isAfter(undone);
    }

    @DatabaseTest
    void aFailedUpdateKeepsNoneOfItsValues(Engine engine, StatementLog statements) {
        SessionFactory sessions = open(engine, statements);
        Ticket ticket = new Ticket("first");
        sessions.inTransaction(session -> session.add(ticket));
        LocalDateTime inserted = ticket.updated();
        try (Session session = sessions.open()) {
            session.add(ticket);
            session.execute(deleteFrom(TICKET).options(synchronize(SynchronizeSession.NONE)));
            ticket.title("second");
            assertThatThrownBy(session::flush).isInstanceOf(StaleDataException.class);
        }

        assertThat(ticket.updated()).isEqualTo(inserted);
        sessions.inTransaction(session -> {
            session.add(ticket);
            session.flush();
            assertThat(ticket.updated()).isAfter(inserted);
        });
    }

    @DatabaseTest
    void anObjectOfASavepointKeepsNoValueOfAnUpdate(Engine engine, StatementLog statements) {
        SessionFactory sessions = open(engine, statements);
        Ticket ticket = new Ticket("first");
        try (Session session = sessions.open()) {
            assertThatThrownBy(() -> session.inSavepoint(() -> {
                session.add(ticket);
                session.flush();
                ticket.title("second");
                session.flush();
                throw new IllegalStateException("undo");
            })).hasMessage("undo");

            assertThat(ticket.updated()).isEqualTo(ticket.created().plusMinutes(1));
        }
    }

    @DatabaseTest
    void aMergedObjectHasTheDefaults(Engine engine, StatementLog statements) {
        SessionFactory sessions = open(engine, statements);
        Ticket merged = sessions.fromTransaction(session -> session.merge(new Ticket("a")));

        try (Session session = sessions.open()) {
            assertDefaults(session.require(Ticket.class, merged.id()));
        }
        sessions.inTransaction(session -> session.merge(merged).title("c"));
        try (Session session = sessions.open()) {
            assertThat(session.execute(select(TICKET.title)).one()).isEqualTo("c");
        }
    }

    @DatabaseTest(only = "mariadb")
    void theTableHasItsCommentsAndOptions(Engine engine, StatementLog statements) {
        Model.of(TICKET).metadata().createAll(engine);

        assertThat(statements.texts()).filteredOn(sql -> sql.startsWith("CREATE TABLE ticket")).singleElement()
                .asString().contains("title VARCHAR(50) NOT NULL COMMENT 'In one line'")
                .endsWith("ENGINE=InnoDB COMMENT='What somebody asks for'");
    }

    @DatabaseTest(only = "sqlite")
    void whatATriggerChangesIsReadBack(Engine engine, StatementLog statements) {
        SessionFactory sessions = open(engine, statements);
        engine.inTransaction(connection -> {
            connection.execute(text("CREATE TRIGGER count_inserts AFTER INSERT ON visit BEGIN "
                    + "UPDATE visit SET number = 10 WHERE id = NEW.id; END"));
            connection.execute(text("CREATE TRIGGER count_updates AFTER UPDATE OF place ON visit BEGIN "
                    + "UPDATE visit SET changes = changes + 1 WHERE id = NEW.id; END"));
        });
        try (Session session = sessions.open()) {
            Visit visit = new Visit("here");
            session.add(visit);
            session.flush();
            session.refresh(visit);
            assertThat(visit.number()).isEqualTo(10);

            visit.place("there");
            session.flush();

            assertThat(visit.changes()).isEqualTo(1);
            assertThat(visit.number()).isEqualTo(10);
        }
    }

    @DatabaseTest
    void aJoinTableThatIsAnEntityHasItsDefaults(Engine engine, StatementLog statements) {
        SessionFactory sessions = open(engine, statements);
        Visit visit = new Visit("here");
        Guide guide = new Guide("Ann");
        sessions.inTransaction(session -> {
            session.addAll(List.of(visit, guide));
            visit.guides().add(guide);
        });

        try (Session session = sessions.open()) {
            Guidance guidance = session.execute(select(GUIDANCE)).one();
            assertThat(guidance.visitId()).isEqualTo(visit.id());
            assertThat(guidance.language()).isEqualTo("en");
            assertThat(guidance.since()).isAfter(Clock.START);
        }
        sessions.inTransaction(session -> session.require(Visit.class, visit.id()).guides().clear());
        sessions.inTransaction(session -> assertThat(session.count(select(GUIDANCE))).isZero());
    }

    @DatabaseTest
    void subclassesHaveTheirDefaultsAndNotThoseOfOthers(Engine engine, StatementLog statements) {
        Model model = Model.of(PET, CAT, DOG);
        model.metadata().createAll(engine);
        SessionFactory sessions = SessionFactory.of(engine, model);
        sessions.inTransaction(session -> session
                .addAll(List.of(new Pet("Pia").story("p"), new Cat("Tom").secret("s"), new Dog("Rex"))));

        try (Session session = sessions.open()) {
            List<Pet> pets = session.all(select(PET).orderBy(PET.name));
            assertThat(pets).extracting(Pet::age).containsExactly(1, 1, 1);
            assertThat(pets.get(0).story()).isEqualTo("p");
            Dog dog = (Dog) pets.get(1);
            Cat cat = (Cat) pets.get(2);
            assertThat(dog.sound()).isEqualTo("woof");
            assertThat(cat.lives()).isEqualTo(9);
            assertThat(cat.color()).isEqualTo("grey");
            assertThat(cat.secret()).isEqualTo("s");
            assertThat(session.connection().execute(text("SELECT count(*) AS n FROM pet WHERE lives IS NULL")
                    .columns(literalColumn("n", BIGINT))).one()).isEqualTo(2L);

            dog.sound("wau");
            cat.lives(8);
            session.flush();

            assertThat(dog.training()).isEqualTo("trained");
            assertThat(dog.state()).isNull();
            assertThat(cat.state()).isEqualTo("changed");
        }
    }

    @DatabaseTest
    void rowsThatAreWrittenInBulkHaveTheDefaults(Engine engine, StatementLog statements) {
        SessionFactory sessions = open(engine, statements);
        sessions.inTransaction(session -> {
            session.bulkSave(List.of(new Ticket("a"), new Ticket("b"), new Ticket("c").level(8)));

            List<Ticket> tickets = session.all(select(TICKET).orderBy(TICKET.title));
            assertThat(tickets).extracting(Ticket::id).doesNotHaveDuplicates();
            assertThat(tickets).extracting(Ticket::created).doesNotHaveDuplicates();
            assertThat(tickets).extracting(Ticket::level).containsExactly(3, 3, 8);
            assertThat(tickets).extracting(Ticket::token).containsOnly("FIRST");
            Ticket first = tickets.get(0);
            var before = first.updated();

            session.bulkUpdate(TICKET, List.of(values().set(TICKET.id, first.id()).set(TICKET.title, "z")));

            assertThat(first.title()).isEqualTo("z");
            assertThat(first.updated()).isAfter(before);
            assertThat(first.token()).isEqualTo("next!");
        });
    }

    @DatabaseTest
    void rowsOfASubclassThatAreWrittenInBulkHaveTheDefaults(Engine engine, StatementLog statements) {
        Model model = Model.of(PET, CAT, DOG);
        model.metadata().createAll(engine);
        SessionFactory sessions = SessionFactory.of(engine, model);
        try (Session session = sessions.open()) {
            session.bulkInsert(CAT, List.of(values().set(CAT.name, "tom"), values().set(CAT.name, "kit")
                    .set(CAT.lives, 3)));
            session.bulkInsert(PET, List.of(values().set(PET.name, "pia")));
            session.bulkInsert(DOG, List.of(values().set(DOG.name, "rex")));

            Cat tom = session.one(select(CAT).where(CAT.name.eq("tom")));
            assertThat(List.<Object>of(tom.age(), tom.lives(), tom.color())).containsExactly(1, 9, "grey");
            Cat kit = session.one(select(CAT).where(CAT.name.eq("kit")));
            assertThat(kit.lives()).isEqualTo(3);
            Dog rex = session.one(select(DOG));
            assertThat(List.<Object>of(rex.age(), rex.sound())).containsExactly(1, "woof");
            assertThat(session.one(select(PET).where(PET.name.eq("pia")))).isExactlyInstanceOf(Pet.class);

            session.bulkUpdate(CAT, List.of(values().set(CAT.id, tom.id()).set(CAT.lives, 8)));
            session.bulkUpdate(DOG, List.of(values().set(DOG.id, rex.id()).set(DOG.sound, "wuff")));
            assertThat(List.<Object>of(tom.lives(), tom.state(), tom.trick())).containsExactly(8, "changed", "purr");
            assertThat(List.<Object>of(rex.sound(), rex.training())).containsExactly("wuff", "trained");
            assertThat(rex.state()).isNull();
        }
    }

    @DatabaseTest
    void aBulkInsertKeepsTheClassOfItsEntity(Engine engine, StatementLog statements) {
        Model model = Model.of(PET, CAT, DOG);
        model.metadata().createAll(engine);
        try (Session session = SessionFactory.of(engine, model).open()) {
            for (var rows : List.of(List.of(values().set(CAT.name, "a").set(CAT.kind, "pet")),
                    List.of(values().set(CAT.name, "a").set(CAT.kind, "bird")))) {
                assertThatThrownBy(() -> session.bulkInsert(CAT, rows)).isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("discriminator");
            }
            assertThatThrownBy(
                    () -> session.bulkInsert(DOG, List.of(values().set(DOG.name, "a").set(DOG.kind, "pet"))))
                    .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("discriminator");
            assertThatThrownBy(
                    () -> session.bulkUpdate(CAT, List.of(values().set(CAT.id, 1L).set(CAT.kind, "bird"))))
                    .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("discriminator");
            session.bulkInsert(CAT, List.of(values().set(CAT.name, "tom").set(CAT.kind, "cat")));
            Cat tom = session.one(select(CAT));
            assertThat(tom.name()).isEqualTo("tom");
            Dog rex = new Dog("rex");
            session.add(rex);
            session.flush();
            assertThatThrownBy(() -> session.bulkUpdate(CAT, List.of(values().set(CAT.id, rex.id()).set(CAT.lives, 1))))
                    .isInstanceOf(StaleDataException.class);
            assertThatThrownBy(
                    () -> session.bulkUpdate(DOG, List.of(values().set(DOG.id, tom.id()).set(DOG.name, "x"))))
                    .isInstanceOf(StaleDataException.class);
        }
    }

    @DatabaseTest
    void statementsForASubclassHaveItsDefaults(Engine engine, StatementLog statements) {
        Model model = Model.of(PET, CAT, DOG);
        model.metadata().createAll(engine);
        try (Session session = SessionFactory.of(engine, model).open()) {
            session.execute(insertInto(CAT).values(CAT.name, "tom"));
            session.execute(insertInto(CAT).rows(List.of(values().set(CAT.name, "kit").set(CAT.lives, 3))));
            session.execute(insertInto(PET).values(PET.name, "pia"));

            Cat tom = session.one(select(CAT).where(CAT.name.eq("tom")));
            assertThat(List.<Object>of(tom.age(), tom.lives(), tom.color())).containsExactly(1, 9, "grey");
            assertThat(session.one(select(CAT.lives).where(CAT.name.eq("kit")))).isEqualTo(3);
            session.execute(update(CAT).set(CAT.lives, 2).where(CAT.name.eq("tom")));
            assertThat(List.<Object>of(tom.lives(), tom.state(), tom.trick())).containsExactly(2, "changed", "purr");
            session.refresh(tom);
            assertThat(tom.trick()).isEqualTo("purr");
            session.execute(update(PET).set(PET.age, 4));
            assertThat(session.one(select(CAT.trick).where(CAT.name.eq("kit")))).isNull();
        }
    }

    @DatabaseTest
    void aDefaultOfASubclassIsComputedOnceForEachRow(Engine engine, StatementLog statements) {
        Model model = Model.of(PET, PARROT);
        model.metadata().createAll(engine);
        int before = Parrot.nextRing();
        try (Session session = SessionFactory.of(engine, model).open()) {
            session.execute(insertInto(PARROT).values(PARROT.name, "a"));
            session.execute(insertInto(PARROT).rows(List.of(values().set(PARROT.name, "b"),
                    values().set(PARROT.name, "b"), values().set(PARROT.name, "c"))));
            session.execute(insertInto(PARROT).values(PARROT.name, "d").values(PARROT.ring, 0));

            assertThat(session.all(select(PARROT.ring).orderBy(PARROT.id))).containsExactly(before + 1, before + 2,
                    before + 3, before + 4, 0);
        }
        assertThat(Parrot.nextRing()).isEqualTo(before + 5);
    }
}
