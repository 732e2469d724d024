package dev.rubedo.orm.inheritance.firm;

import static dev.rubedo.orm.Orm.deleteFrom;
import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.Orm.synchronize;
import static dev.rubedo.orm.Orm.update;
import static dev.rubedo.orm.Orm.withoutCriteria;
import static dev.rubedo.orm.inheritance.firm.Employee_.EMPLOYEE;
import static dev.rubedo.orm.inheritance.firm.Engineer_.ENGINEER;
import static dev.rubedo.orm.inheritance.firm.Intern_.INTERN;
import static dev.rubedo.orm.inheritance.firm.Machine_.MACHINE;
import static dev.rubedo.orm.inheritance.firm.Manager_.MANAGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.orm.error.StaleDataException;
import dev.rubedo.orm.query.SynchronizeSession;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.sql.Values;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import java.util.ArrayList;
import java.util.List;

/** Bulk statements for classes that are stored in several tables. */
class BulkHierarchyTest {

    @DatabaseTest
    void rowsOfASubclassAreInsertedIntoEachTable(Engine engine, StatementLog statements) {
        SessionFactory sessions = Firm.open(engine, statements);
        sessions.inTransaction(session -> {
            List<Values> rows = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                rows.add(Values.EMPTY.set(ENGINEER.name, "bulk" + i).set(ENGINEER.language, "l" + i));
            }
            session.bulkInsert(ENGINEER, rows);
        });
        try (Session session = sessions.open()) {
            List<Engineer> found = session.all(select(ENGINEER).where(ENGINEER.name.like("bulk%"))
                    .orderBy(ENGINEER.id));

            assertThat(found).hasSize(300).allSatisfy(one -> {
                assertThat(one.language()).isEqualTo("l" + one.name().substring(4));
                assertThat(one.version()).isEqualTo(1);
                assertThat(one.type()).isEqualTo("engineer");
            });
        }
    }

    @DatabaseTest
    void rowsOfASubclassAreUpdatedByTheirKeysInEachTable(Engine engine, StatementLog statements) {
        SessionFactory sessions = Firm.open(engine, statements);
        try (Session session = sessions.open()) {
            Engineer bob = session.one(select(ENGINEER).where(ENGINEER.name.eq("bob")));
            session.bulkUpdate(ENGINEER, List.of(Values.EMPTY.set(ENGINEER.id, bob.id())
                    .set(ENGINEER.name, "rob").set(ENGINEER.language, "ruby").set(ENGINEER.version, bob.version())));

            assertThat(bob.name()).isEqualTo("rob");
            assertThat(bob.language()).isEqualTo("ruby");
            assertThat(bob.version()).isEqualTo(2);
            assertThatThrownBy(() -> session.bulkUpdate(ENGINEER, List.of(Values.EMPTY.set(ENGINEER.id, bob.id())
                    .set(ENGINEER.name, "tom").set(ENGINEER.version, 1)))).isInstanceOf(StaleDataException.class)
                    .hasMessageContaining("and the given version to update");
            session.commit();
        }
    }

    @DatabaseTest
    void rowsOfAnotherClassInTheTableOfASuperclassAreNotUpdated(Engine engine, StatementLog statements) {
        SessionFactory sessions = Firm.open(engine, statements);
        try (Session session = sessions.open()) {
            Engineer bob = session.one(select(ENGINEER).where(ENGINEER.name.eq("bob")));
            Intern ida = session.one(select(INTERN));
            session.bulkUpdate(INTERN, List.of(Values.EMPTY.set(INTERN.id, ida.id()).set(INTERN.language, "go")));
            assertThat(session.one(select(INTERN.language))).isEqualTo("go");

            assertThatThrownBy(() -> session.bulkUpdate(INTERN,
                    List.of(Values.EMPTY.set(INTERN.id, bob.id()).set(INTERN.language, "go"))))
                    .isInstanceOf(StaleDataException.class);
            assertThat(session.one(select(ENGINEER.language).where(ENGINEER.id.eq(bob.id())))).isEqualTo("perl");
        }
    }

    @DatabaseTest
    void anUpdateSetsColumnsOfSeveralTablesAndRaisesTheVersion(Engine engine, StatementLog statements) {
        SessionFactory sessions = Firm.open(engine, statements);
        for (SynchronizeSession mode : List.of(SynchronizeSession.AUTO, SynchronizeSession.FETCH)) {
            try (Session session = sessions.open()) {
                Manager max = session.one(select(MANAGER));
                statements.clear();
                assertThat(session.execute(update(MANAGER).set(MANAGER.name, "moritz").set(MANAGER.budget, 7)
                        .where(MANAGER.id.eq(max.id())).options(synchronize(mode))).rowCount()).isEqualTo(1);

                assertThat(max.name()).isEqualTo("moritz");
                assertThat(max.budget()).isEqualTo(7);
                assertThat(session.one(select(MANAGER.version))).isEqualTo(max.version());
                max.budget(8);
                session.flush();
                assertThat(session.execute(update(MANAGER).set(MANAGER.name, "m").where(MANAGER.budget.eq(8)))
                        .rowCount()).isEqualTo(1);
                assertThat(session.execute(update(MANAGER).set(MANAGER.budget, 9).where(MANAGER.name.eq("m")))
                        .rowCount()).isEqualTo(1);
                session.flush();
                assertThat(max.version()).isEqualTo(session.one(select(MANAGER.version)));
            }
        }
    }

    @DatabaseTest
    void anUpdateOfOtherRowsMakesTheirObjectsStale(Engine engine, StatementLog statements) {
        SessionFactory sessions = Firm.open(engine, statements).toBuilder().expireOnCommit(false).build();
        try (Session session = sessions.open()) {
            Engineer bob = session.one(select(ENGINEER).where(ENGINEER.name.eq("bob")));
            session.commit();
            sessions.inTransaction(other -> other.execute(update(ENGINEER).set(ENGINEER.language, "c")));
            bob.name("rob");

            assertThatThrownBy(session::flush).isInstanceOf(StaleDataException.class);
        }
    }

    @DatabaseTest
    void whatTheCriteriaReadIsWrittenLast(Engine engine, StatementLog statements) {
        SessionFactory sessions = Firm.open(engine, statements).toBuilder()
                .criteria(EMPLOYEE, employee -> employee.name.ne("gone")).build();
        try (Session session = sessions.open()) {
            session.execute(update(MANAGER).set(MANAGER.name, "gone").set(MANAGER.budget, 0)
                    .where(MANAGER.id.gt(0L)));
            session.commit();
        }
        try (Session session = sessions.open()) {
            assertThat(session.all(select(MANAGER.name).options(withoutCriteria(EMPLOYEE), withoutCriteria(MANAGER))))
                    .containsOnly("gone");
            assertThat(session.all(select(MANAGER.budget).options(withoutCriteria(EMPLOYEE), withoutCriteria(MANAGER))))
                    .containsOnly(0);
        }
    }

    @DatabaseTest
    void aDeletionReachesEachTableOfAClassAndItsSubclasses(Engine engine, StatementLog statements) {
        SessionFactory sessions = Firm.open(engine, statements);
        try (Session session = sessions.open()) {
            List<Engineer> engineers = session.all(select(ENGINEER).orderBy(ENGINEER.name));
            session.execute(deleteFrom(MACHINE));
            assertThat(session.execute(deleteFrom(ENGINEER).where(ENGINEER.language.eq("perl"))).rowCount())
                    .isEqualTo(1);
            assertThat(session.execute(deleteFrom(EMPLOYEE).where(EMPLOYEE.name.in("eve", "ida", "ada"))).rowCount())
                    .isEqualTo(3);
            assertThat(engineers).noneMatch(session::contains);
            assertThat(session.all(select(EMPLOYEE.name))).containsExactly("max");
            assertThat(session.count(select(ENGINEER.language))).isZero();
            assertThat(session.execute(deleteFrom(ENGINEER)).rowCount()).isZero();
        }
    }
}
