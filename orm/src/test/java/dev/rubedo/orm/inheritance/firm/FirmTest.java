package dev.rubedo.orm.inheritance.firm;

import static dev.rubedo.orm.Orm.joined;
import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.Orm.selectIn;
import static dev.rubedo.orm.inheritance.firm.Company_.COMPANY;
import static dev.rubedo.orm.inheritance.firm.Employee_.EMPLOYEE;
import static dev.rubedo.orm.inheritance.firm.Engineer_.ENGINEER;
import static dev.rubedo.orm.inheritance.firm.Intern_.INTERN;
import static dev.rubedo.orm.inheritance.firm.Machine_.MACHINE;
import static dev.rubedo.orm.inheritance.firm.Manager_.MANAGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A hierarchy with tables of its own for some classes, mapped by annotations. */
class FirmTest {

    @DatabaseTest
    void aQueryOfTheRootGivesObjectsOfEachClass(Engine engine, StatementLog statements) {
        try (Session session = Firm.open(engine, statements).open()) {
            List<Employee> all = session.all(select(EMPLOYEE).orderBy(EMPLOYEE.id));

            assertThat(all).extracting(Object::getClass).containsExactly((Class) Employee.class, Engineer.class,
                    Engineer.class, Intern.class, Manager.class);
            assertThat(all).extracting(Employee::type).containsExactly("employee", "engineer", "engineer", "Intern",
                    "manager");
            assertThat(all).extracting(Employee::greeting).containsExactly("eve!", "ada!", "bob!", "ida!", "max!");
            assertThat(((Intern) all.get(3)).weeks()).isEqualTo(6);
            assertThat(((Intern) all.get(3)).language()).isEqualTo("basic");
            assertThat(((Manager) all.get(4)).reports()).containsExactly((Engineer) all.get(1));
        }
    }

    @DatabaseTest
    void aQueryOfASubclassGivesItsObjectsAndThoseBelow(Engine engine, StatementLog statements) {
        try (Session session = Firm.open(engine, statements).open()) {
            assertThat(session.all(select(ENGINEER.name).orderBy(ENGINEER.id))).containsExactly("ada", "bob", "ida");
            assertThat(session.all(select(ENGINEER).orderBy(ENGINEER.id))).hasSize(3);
            assertThat(session.all(select(INTERN.name))).containsExactly("ida");
            assertThat(session.one(select(INTERN)).weeks()).isEqualTo(6);
            assertThat(session.all(select(MANAGER.name, MANAGER.budget))).hasSize(1);
            assertThat(session.all(select(ENGINEER.greeting).where(ENGINEER.isCalled("bob")))).containsExactly("bob!");
        }
    }

    @DatabaseTest
    void treatReachesTheAttributesOfASubclass(Engine engine, StatementLog statements) {
        try (Session session = Firm.open(engine, statements).open()) {
            Engineer_ asEngineer = EMPLOYEE.treat(ENGINEER);

            assertThat(session.all(select(EMPLOYEE).where(asEngineer.language.eq("java"))))
                    .extracting(Employee::name).containsExactly("ada");
            assertThat(session.all(select(EMPLOYEE.name, asEngineer.language).orderBy(EMPLOYEE.id)))
                    .extracting(row -> row.get(1) + " " + row.get(2)).containsExactly("eve null", "ada java",
                            "bob perl", "ida basic", "max null");
            assertThat(session.all(select(EMPLOYEE.name).where(EMPLOYEE.treat(MANAGER).budget.eq(100)
                    .or(asEngineer.treat(INTERN).weeks.eq(6))).orderBy(EMPLOYEE.id))).containsExactly("ida", "max");
            assertThat(session.all(select(EMPLOYEE.name).where(asEngineer.machines.any(MACHINE.name.eq("mill")))))
                    .containsExactly("ada");
            assertThat(session.all(select(EMPLOYEE.name).where(asEngineer.manager().name.eq("max"))))
                    .containsExactly("ada");
            assertThat(session.all(select(COMPANY.name)
                    .where(COMPANY.employees.any(EMPLOYEE.treat(MANAGER).budget.gt(99))))).containsExactly("acme");
        }
    }

    @DatabaseTest(only = "sqlite")
    void treatJoinsTheTablesOfTheSubclass(Engine engine, StatementLog statements) {
        try (Session session = Firm.open(engine, statements).open()) {
            session.all(select(EMPLOYEE.name).where(EMPLOYEE.treat(ENGINEER).language.eq("java"),
                    EMPLOYEE.treat(INTERN).weeks.isNull()));
            session.all(select(INTERN.name));

            assertThat(statements).containsExactly("""
                    SELECT employees.name
                    FROM employees LEFT OUTER JOIN engineers AS engineers_1 ON employees.id = engineers_1.id
                    WHERE engineers_1.language = ? AND engineers_1.weeks IS NULL
                    """, """
                    SELECT employees.name
                    FROM employees JOIN engineers ON employees.id = engineers.id
                    WHERE employees.type = ?
                    """);
        }
    }

    @Test
    void aTreatedEntityIsNotSelected() {
        assertThatThrownBy(() -> Firm.MODEL.resolve(select(EMPLOYEE.treat(ENGINEER))))
                .isInstanceOf(InvalidStatementException.class)
                .hasMessage("\"Employee as a Engineer\" cannot be selected, because a row may be of another class."
                        + " Select \"ENGINEER\", or select \"Employee\" and look at the class of each object.");
    }

    @DatabaseTest
    void relationshipsLeadToObjectsOfEachClass(Engine engine, StatementLog statements) {
        SessionFactory sessions = Firm.open(engine, statements);
        for (var option : List.of(selectIn(COMPANY.employees), joined(COMPANY.employees))) {
            try (Session session = sessions.open()) {
                Company company = session.one(select(COMPANY).options(option));

                assertThat(company.employees()).extracting(Employee::name).containsExactly("eve", "ada", "bob", "ida",
                        "max");
                assertThat(company.boss()).isSameAs(company.employees().get(4)).isInstanceOf(Manager.class);
            }
        }
        try (Session session = sessions.open()) {
            Company company = session.one(select(COMPANY).join(COMPANY.employees.to(ENGINEER))
                    .where(ENGINEER.language.eq("java")));
            assertThat(company.boss().reports()).extracting(Engineer::language).containsExactly("java");
            assertThat(company.boss().bossOf()).isSameAs(company);
            Machine machine = session.one(select(MACHINE).where(MACHINE.engineer().name.eq("ada"),
                    MACHINE.name.eq("mill")).options(joined(MACHINE.engineer)));
            assertThat(machine.engineer().machines()).extracting(Machine::name).containsExactly("lathe", "mill");
            assertThat(machine.engineer().company()).isSameAs(company);
        }
    }

    @DatabaseTest
    void newObjectsKnowTheirDiscriminator(Engine engine, StatementLog statements) {
        assertThat(new Engineer("zoe", "c").type()).isEqualTo("engineer");
        assertThat(new Intern("zoe", 1).type()).isEqualTo("Intern");
        assertThat(new Intern("zoe", 1)).hasToString("Intern[id=null]");
        SessionFactory sessions = Firm.open(engine, statements);
        try (Session session = sessions.open()) {
            Intern zoe = new Intern("zoe", 1);
            session.add(zoe);
            session.commit();
            assertThat(zoe.type()).isEqualTo("Intern");
            assertThat(session.require(Employee.class, zoe.id())).isSameAs(zoe);
        }
    }

    @DatabaseTest
    void objectsAreChangedAndDeletedInAllTheirTables(Engine engine, StatementLog statements) {
        SessionFactory sessions = Firm.open(engine, statements);
        sessions.inTransaction(session -> {
            Intern ida = session.one(select(INTERN));
            ida.name("ina").language("lua").weeks(7);
            Engineer ada = session.one(select(ENGINEER).where(ENGINEER.name.eq("ada")));
            ada.machines().remove(0);
            ada.manager(null);
        });
        try (Session session = sessions.open()) {
            Employee ina = session.one(select(EMPLOYEE).where(EMPLOYEE.name.eq("ina")));
            assertThat(ina).isInstanceOfSatisfying(Intern.class, intern -> {
                assertThat(intern.language()).isEqualTo("lua");
                assertThat(intern.weeks()).isEqualTo(7);
                assertThat(intern.version()).isEqualTo(2);
            });
            assertThat(session.all(select(MACHINE.name))).containsExactly("mill");
            assertThat(session.one(select(MANAGER)).reports()).isEmpty();
            Company company = session.one(select(COMPANY));
            company.boss(null);
            session.flush();
            session.delete(company);
            session.commit();
            assertThat(session.count(select(EMPLOYEE))).isZero();
            assertThat(session.count(select(MACHINE))).isZero();
        }
    }
}
