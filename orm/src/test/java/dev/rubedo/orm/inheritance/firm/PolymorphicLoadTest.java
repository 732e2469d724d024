package dev.rubedo.orm.inheritance.firm;

import static dev.rubedo.orm.Orm.defer;
import static dev.rubedo.orm.Orm.joined;
import static dev.rubedo.orm.Orm.raise;
import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.Orm.selectIn;
import static dev.rubedo.orm.Orm.selectInPolymorphic;
import static dev.rubedo.orm.Orm.treat;
import static dev.rubedo.orm.Orm.withPolymorphic;
import static dev.rubedo.orm.inheritance.firm.Company_.COMPANY;
import static dev.rubedo.orm.inheritance.firm.Employee_.EMPLOYEE;
import static dev.rubedo.orm.inheritance.firm.Engineer_.ENGINEER;
import static dev.rubedo.orm.inheritance.firm.Manager_.MANAGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.orm.error.LazyLoadException;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How the attributes of subclasses are loaded by queries of their superclass. */
class PolymorphicLoadTest {

    private static String describe(Employee employee) {
        return switch (employee) {
            case Intern intern -> intern.name() + " " + intern.language() + " " + intern.weeks();
            case Engineer engineer -> engineer.name() + " " + engineer.language();
            case Manager manager -> manager.name() + " " + manager.budget();
            default -> employee.name();
        };
    }

    private static final String[] ALL = {"eve", "ada java", "bob perl", "ida basic 6", "max 100"};

    @DatabaseTest
    void attributesOfSubclassesAreLoadedOnAccessForAllObjectsOfAClass(Engine engine, StatementLog statements) {
        try (Session session = Firm.open(engine, statements).open()) {
            List<Employee> all = session.all(select(EMPLOYEE).orderBy(EMPLOYEE.id));
            assertThat(all).extracting(PolymorphicLoadTest::describe).containsExactly(ALL);
            // the root, engineers, interns, managers
            assertThat(statements).hasCount(4);
        }
    }

    @DatabaseTest(only = "sqlite")
    void onlyTheTableOfTheSubclassIsRead(Engine engine, StatementLog statements) {
        try (Session session = Firm.open(engine, statements).open()) {
            List<Employee> all = session.all(select(EMPLOYEE).where(EMPLOYEE.name.in("ada", "bob", "max")));
            statements.clear();
            all.forEach(PolymorphicLoadTest::describe);

            assertThat(statements).containsExactly("""
                    SELECT engineers.id, engineers.language, engineers.manager_id FROM engineers WHERE engineers.id IN (?, ?)
                    """, """
                    SELECT managers.budget FROM managers WHERE managers.id = ?
                    """);
        }
    }

    @DatabaseTest
    void withPolymorphicLoadsEverythingInOneStatement(Engine engine, StatementLog statements) {
        SessionFactory sessions = Firm.open(engine, statements);
        try (Session session = sessions.open()) {
            List<Employee> all = session.all(select(EMPLOYEE).orderBy(EMPLOYEE.id).options(withPolymorphic(EMPLOYEE)));
            assertThat(all).extracting(PolymorphicLoadTest::describe).containsExactly(ALL);
            assertThat(statements).hasCount(1);
        }
        try (Session session = sessions.open()) {
            statements.clear();
            List<Employee> all = session.all(select(EMPLOYEE).orderBy(EMPLOYEE.id)
                    .options(withPolymorphic(EMPLOYEE, MANAGER)));
            assertThat(all).extracting(PolymorphicLoadTest::describe).containsExactly(ALL);
            assertThat(statements).hasCount(3);
        }
    }

    @DatabaseTest
    void selectInPolymorphicLoadsEachSubclassRightAfterTheRows(Engine engine, StatementLog statements) {
        SessionFactory sessions = Firm.open(engine, statements);
        try (Session session = sessions.open()) {
            List<Employee> all = session.all(select(EMPLOYEE).orderBy(EMPLOYEE.id)
                    .options(selectInPolymorphic(EMPLOYEE, ENGINEER, MANAGER)));
            assertThat(statements).hasCount(4);
            assertThat(all).extracting(PolymorphicLoadTest::describe).containsExactly(ALL);
            assertThat(statements).hasCount(4);
        }
    }

    @DatabaseTest(only = "sqlite")
    void theTablesOfSubclassesAreJoinedBySideOfTheRoot(Engine engine, StatementLog statements) {
        try (Session session = Firm.open(engine, statements).open()) {
            session.all(select(EMPLOYEE).options(withPolymorphic(EMPLOYEE, ENGINEER), defer(EMPLOYEE.greeting)));
            session.all(select(EMPLOYEE).options(selectInPolymorphic(EMPLOYEE, MANAGER), defer(EMPLOYEE.greeting)));

            assertThat(statements).containsExactly("""
                    SELECT employees.id, employees.name, employees.type, employees.version, employees.company_id,
                    engineers_1.language, engineers_1.manager_id, engineers_1.weeks
                    FROM employees LEFT OUTER JOIN engineers AS engineers_1 ON employees.id = engineers_1.id
                    """, """
                    SELECT employees.id, employees.name, employees.type, employees.version, employees.company_id FROM employees
                    """, """
                    SELECT managers.id, managers.budget FROM managers WHERE managers.id IN (?)
                    """);
        }
    }

    @DatabaseTest
    void relationshipsLoadTheSubclassesOfTheirTargets(Engine engine, StatementLog statements) {
        SessionFactory sessions = Firm.open(engine, statements);
        for (var option : List.of(joined(COMPANY.employees).then(withPolymorphic(EMPLOYEE)),
                selectIn(COMPANY.employees).then(withPolymorphic(EMPLOYEE, ENGINEER, MANAGER)),
                selectIn(COMPANY.employees).then(selectInPolymorphic(EMPLOYEE)),
                joined(COMPANY.employees).then(selectInPolymorphic(EMPLOYEE)))) {
            try (Session session = sessions.open()) {
                Company company = session.one(select(COMPANY).options(option));
                int before = statements.count();
                assertThat(company.employees()).extracting(PolymorphicLoadTest::describe).containsExactly(ALL);
                assertThat(statements).hasCount(before);
            }
        }
    }

    @DatabaseTest
    void aLimitOfOwnersDoesNotLoseTheSubclassesOfTheirTargets(Engine engine, StatementLog statements) {
        SessionFactory sessions = Firm.open(engine, statements);
        try (Session session = sessions.open()) {
            List<Employee> two = session.all(select(EMPLOYEE).orderBy(EMPLOYEE.id.desc()).limit(2)
                    .options(withPolymorphic(EMPLOYEE), joined(EMPLOYEE.company).then(joined(COMPANY.employees))));
            assertThat(two).extracting(PolymorphicLoadTest::describe).containsExactly("max 100", "ida basic 6");
            assertThat(two.get(0).company().employees()).hasSize(5);
        }
    }

    @DatabaseTest
    void relationshipsOfASubclassAreLoadedRightAfterTheRows(Engine engine, StatementLog statements) {
        SessionFactory sessions = Firm.open(engine, statements);
        for (var option : List.of(selectIn(EMPLOYEE.treat(ENGINEER).machines),
                joined(EMPLOYEE.treat(ENGINEER).machines), treat(EMPLOYEE, selectIn(ENGINEER.machines)))) {
            try (Session session = sessions.open()) {
                List<Employee> all = session.all(select(EMPLOYEE).orderBy(EMPLOYEE.id).options(option));
                int before = statements.count();
                assertThat(((Engineer) all.get(1)).machines()).extracting(Machine::name).containsExactly("lathe",
                        "mill");
                assertThat(((Engineer) all.get(3)).machines()).isEmpty();
                assertThat(statements).hasCount(before);
            }
        }
        try (Session session = sessions.open()) {
            Company company = session.one(select(COMPANY)
                    .options(selectIn(COMPANY.employees).then(treat(EMPLOYEE, selectIn(ENGINEER.machines)),
                            withPolymorphic(EMPLOYEE))));
            int before = statements.count();
            assertThat(((Engineer) company.employees().get(1)).machines()).hasSize(2);
            assertThat(statements).hasCount(before);
        }
    }

    @DatabaseTest
    void optionsOfASubclassApplyToItsObjects(Engine engine, StatementLog statements) {
        SessionFactory sessions = Firm.open(engine, statements);
        try (Session session = sessions.open()) {
            List<Employee> all = session.all(select(EMPLOYEE).orderBy(EMPLOYEE.id).options(withPolymorphic(EMPLOYEE),
                    raise(EMPLOYEE.treat(ENGINEER).machines), defer(EMPLOYEE.treat(MANAGER).budget)));
            statements.clear();
            assertThat(((Engineer) all.get(1)).language()).isEqualTo("java");
            assertThat(statements).hasCount(0);
            assertThatThrownBy(() -> ((Engineer) all.get(1)).machines().size()).isInstanceOf(LazyLoadException.class);
            assertThat(((Manager) all.get(4)).budget()).isEqualTo(100);
            assertThat(statements).hasCount(1);
        }
    }

    @DatabaseTest
    void expiredObjectsAreLoadedWithAllTheirTables(Engine engine, StatementLog statements) {
        try (Session session = Firm.open(engine, statements).open()) {
            List<Employee> all = session.all(select(EMPLOYEE).orderBy(EMPLOYEE.id).options(withPolymorphic(EMPLOYEE)));
            session.expireAll();
            assertThat(all).extracting(PolymorphicLoadTest::describe).containsExactly(ALL);
            session.refresh(all.get(3));
            assertThat(describe(all.get(3))).isEqualTo("ida basic 6");
        }
    }

    @Test
    void optionsNameSubclasses() {
        assertThat(withPolymorphic(EMPLOYEE, ENGINEER)).hasToString("Employee: Engineer JOINED");
        assertThat(selectInPolymorphic(EMPLOYEE)).hasToString("Employee: Employee subclasses SELECT_IN");
        assertThat(treat(EMPLOYEE, selectIn(ENGINEER.machines)))
                .hasToString("Employee: Engineer (machines select-in)");
        assertThatThrownBy(() -> withPolymorphic(ENGINEER, ENGINEER)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("\"Engineer\" does not inherit from \"Engineer\".");
    }
}
