package dev.rubedo.orm.inheritance.firm;

import static dev.rubedo.orm.Orm.deleteFrom;
import static dev.rubedo.orm.Orm.exists;
import static dev.rubedo.orm.Orm.joined;
import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.Orm.update;
import static dev.rubedo.orm.Orm.withCriteria;
import static dev.rubedo.orm.Orm.withPolymorphic;
import static dev.rubedo.orm.inheritance.firm.Company_.COMPANY;
import static dev.rubedo.orm.inheritance.firm.Employee_.EMPLOYEE;
import static dev.rubedo.orm.inheritance.firm.Engineer_.ENGINEER;
import static dev.rubedo.orm.inheritance.firm.Intern_.INTERN;
import static dev.rubedo.orm.inheritance.firm.Manager_.MANAGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.event.Registration;
import dev.rubedo.orm.error.StaleDataException;
import dev.rubedo.orm.model.MapperListener;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.orm.state.IdentityKey;
import dev.rubedo.orm.state.InstanceState;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import java.util.ArrayList;
import java.util.List;

/** What sessions do with objects of a hierarchy: merging, changing, comparing versions, statements that change rows. */
class FirmWorkTest {

    private static <E extends Employee> E named(Session session, Class<E> type, String name) {
        return type.cast(session.one(select(EMPLOYEE).where(EMPLOYEE.name.eq(name))));
    }

    @DatabaseTest
    void aDetachedObjectOfASubclassIsMerged(Engine engine, StatementLog statements) {
        SessionFactory sessions = Firm.open(engine, statements);
        Intern detached;
        try (Session session = sessions.open()) {
            detached = session.one(select(INTERN));
        }
        detached.weeks(9).language("ada").name("isa");
        try (Session session = sessions.open()) {
            Employee merged = session.merge((Employee) detached);
            assertThat(merged).isInstanceOf(Intern.class).isNotSameAs(detached);
            session.commit();
        }
        try (Session session = sessions.open()) {
            Intern isa = named(session, Intern.class, "isa");
            assertThat(isa.weeks()).isEqualTo(9);
            assertThat(isa.language()).isEqualTo("ada");
            Intern fresh = session.merge(new Intern("new", 3));
            session.commit();
            assertThat(fresh.id()).isNotNull();
        }
    }

    @DatabaseTest
    void aChangeInTheTableOfASubclassChecksTheVersion(Engine engine, StatementLog statements) {
        SessionFactory sessions = Firm.open(engine, statements);
        sessions.inTransaction(session -> named(session, Manager.class, "max").budget(7));
        try (Session session = sessions.open()) {
            Manager max = named(session, Manager.class, "max");
            assertThat(max.budget()).isEqualTo(7);
            assertThat(max.version()).isEqualTo(2);
            session.connection()
                    .execute(update(EMPLOYEE_TABLE).set(EMPLOYEE_TABLE.column("version", Integer.class), 5));
            max.budget(9);
            assertThatThrownBy(session::flush).isInstanceOf(StaleDataException.class);
        }
    }

    private static final dev.rubedo.schema.Table EMPLOYEE_TABLE = Firm.MODEL.mapper(Employee.class).table();

    @DatabaseTest
    void aKeyIsTakenOverByAnObjectOfAnotherClass(Engine engine, StatementLog statements) {
        SessionFactory sessions = Firm.open(engine, statements);
        sessions.inTransaction(session -> {
            Engineer bob = named(session, Engineer.class, "bob");
            Long id = bob.id();
            session.delete(bob);
            Manager boss = new Manager("bob", 5);
            InstanceState.of(boss).set("id", id);
            session.add(boss);
        });
        try (Session session = sessions.open()) {
            assertThat(named(session, Manager.class, "bob").budget()).isEqualTo(5);
            assertThat(session.count(select(ENGINEER))).isEqualTo(2);
        }
    }

    @DatabaseTest
    void anObjectIsReplacedByOneOfTheSameClassAndKey(Engine engine, StatementLog statements) {
        SessionFactory sessions = Firm.open(engine, statements);
        sessions.inTransaction(session -> {
            Engineer bob = named(session, Engineer.class, "bob");
            Long id = bob.id();
            session.delete(bob);
            Engineer next = new Engineer("rob", "go");
            InstanceState.of(next).set("id", id);
            session.add(next);
        });
        try (Session session = sessions.open()) {
            assertThat(named(session, Engineer.class, "rob").language()).isEqualTo("go");
        }
    }

    @DatabaseTest
    void statementsChangeRowsOfTheirClass(Engine engine, StatementLog statements) {
        try (Session session = Firm.open(engine, statements).open()) {
            Engineer ada = named(session, Engineer.class, "ada");
            assertThat(session.execute(update(EMPLOYEE).set(EMPLOYEE.name, "x").where(EMPLOYEE.name.eq("ada")))
                    .rowCount()).isEqualTo(1);
            assertThat(ada.name()).isEqualTo("x");
            assertThat(session.execute(update(ENGINEER).set(ENGINEER.name, "y").where(ENGINEER.language.eq("java")))
                    .rowCount()).isEqualTo(1);
            assertThat(ada.name()).isEqualTo("y");
            assertThat(session.execute(update(ENGINEER).set(ENGINEER.language, "c")).rowCount()).isEqualTo(3);
            assertThat(ada.language()).isEqualTo("c");
            assertThat(session.execute(update(INTERN).set(INTERN.weeks, 1)).rowCount()).isEqualTo(1);
            assertThat(session.all(select(INTERN.weeks))).containsExactly(1);
            assertThat(session.execute(deleteFrom(EMPLOYEE).where(EMPLOYEE.name.eq("eve"))).rowCount()).isEqualTo(1);
            assertThat(session.count(select(EMPLOYEE))).isEqualTo(4);
        }
    }

    @DatabaseTest
    void criteriaOfASuperclassApplyToItsSubclasses(Engine engine, StatementLog statements) {
        SessionFactory sessions = Firm.open(engine, statements);
        try (Session session = sessions.open()) {
            var option = withCriteria(EMPLOYEE, employee -> employee.name.ne("ada"));
            assertThat(session.all(select(ENGINEER.name).options(option).orderBy(ENGINEER.id))).containsExactly("bob",
                    "ida");
            Company company = session.one(select(COMPANY).options(option, joined(COMPANY.employees)));
            assertThat(company.employees()).extracting(Employee::name).containsExactly("eve", "bob", "ida", "max");
            assertThat(company.boss().reports()).isEmpty();
        }
        try (Session session = sessions.open()) {
            var option = withCriteria(ENGINEER, engineer -> engineer.language.ne("perl"));
            assertThat(session.all(select(ENGINEER.name).options(option).orderBy(ENGINEER.id))).containsExactly("ada",
                    "ida");
            assertThat(session.all(select(INTERN).options(option))).hasSize(1);
        }
    }

    @DatabaseTest
    void twoClassesOfAHierarchyAreReadInOneStatement(Engine engine, StatementLog statements) {
        try (Session session = Firm.open(engine, statements).open()) {
            assertThat(session.all(select(ENGINEER.name, MANAGER.name).join(ENGINEER.manager)))
                    .extracting(row -> row.get(1) + " " + row.get(2)).containsExactly("ada max");
            assertThat(session.all(select(ENGINEER, MANAGER).join(ENGINEER.manager)))
                    .extracting(row -> row.get(ENGINEER).name() + " " + row.get(MANAGER).name())
                    .containsExactly("ada max");
            assertThat(session.all(select(EMPLOYEE.name).where(exists(select(ENGINEER.id)
                    .where(ENGINEER.managerId.eq(EMPLOYEE.id)))))).containsExactly("max");
            assertThat(session.all(select(MANAGER.name).where(MANAGER.reports.any(ENGINEER.language.eq("java")))))
                    .containsExactly("max");
            assertThat(session.all(select(ENGINEER.name).where(ENGINEER.manager.has(MANAGER.budget.gt(1)))))
                    .containsExactly("ada");
            assertThat(session.all(select(ENGINEER.name).where(ENGINEER.manager().budget.gt(1))))
                    .containsExactly("ada");
            Manager max = session.one(select(MANAGER));
            assertThat(session.all(select(ENGINEER.name).where(ENGINEER.manager.eq(max)))).containsExactly("ada");
            assertThat(session.all(select(COMPANY.name).where(COMPANY.employees.contains(max))))
                    .containsExactly("acme");
        }
    }

    @DatabaseTest
    void getLoadsSubclassesAsTold(Engine engine, StatementLog statements) {
        SessionFactory sessions = Firm.open(engine, statements);
        Long id = sessions.fromTransaction(session -> named(session, Manager.class, "max").id());
        try (Session session = sessions.open()) {
            statements.clear();
            Employee max = session.require(EMPLOYEE, id, withPolymorphic(EMPLOYEE));
            assertThat(((Manager) max).budget()).isEqualTo(100);
            assertThat(statements).hasCount(1);
            assertThat(session.get(INTERN, id)).isEmpty();
        }
    }

    @DatabaseTest
    void statesAndHistoriesKnowInheritedAttributes(Engine engine, StatementLog statements) {
        try (Session session = Firm.open(engine, statements).open()) {
            Intern ida = session.one(select(INTERN));
            ida.name("isa").weeks(1);
            InstanceState state = InstanceState.of(ida);
            assertThat(state.history(EMPLOYEE.name).deleted()).isEqualTo(List.of("ida"));
            assertThat(state.history(INTERN.name).added()).isEqualTo(List.of("isa"));
            assertThat(state.history(INTERN.weeks).deleted()).isEqualTo(List.of(6));
            assertThat(state.value(ENGINEER.language)).isEqualTo("basic");
            assertThat(state.identityKey()).contains(IdentityKey.of(Employee.class, ida.id()));
            assertThat(session.identityMap()).containsEntry(IdentityKey.of(Employee.class, ida.id()), ida);
        }
    }

    @DatabaseTest
    void listenersOfASuperclassHearOfSubclasses(Engine engine, StatementLog statements) {
        SessionFactory sessions = Firm.open(engine, statements);
        List<String> heard = new ArrayList<>();
        Registration first = Firm.MODEL.listen(EMPLOYEE, new MapperListener<Employee>() {
            @Override
            public void beforeInsert(Employee entity, dev.rubedo.engine.Connection connection) {
                heard.add(entity.getClass().getSimpleName());
            }
        });
        Registration second = Firm.MODEL.listen(EMPLOYEE.name, (employee, value, old) -> {
            heard.add(old + " " + value);
            return value;
        });
        try (Session session = sessions.open()) {
            session.add(new Intern("zoe", 2));
            session.flush();
            session.one(select(INTERN).where(INTERN.name.eq("ida"))).name("isa");
        } finally {
            first.remove();
            second.remove();
        }
        assertThat(heard).containsExactly("null zoe", "Intern", "ida isa");
    }
}
