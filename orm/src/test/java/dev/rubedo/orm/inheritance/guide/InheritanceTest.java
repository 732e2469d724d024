package dev.rubedo.orm.inheritance.guide;

import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.Orm.selectIn;
import static dev.rubedo.orm.Orm.selectInPolymorphic;
import static dev.rubedo.orm.Orm.treat;
import static dev.rubedo.orm.Orm.withPolymorphic;
import static dev.rubedo.orm.inheritance.guide.Company_.COMPANY;
import static dev.rubedo.orm.inheritance.guide.Employee_.EMPLOYEE;
import static dev.rubedo.orm.inheritance.guide.Engineer_.ENGINEER;
import static dev.rubedo.orm.inheritance.guide.Machine_.MACHINE;
import static dev.rubedo.orm.inheritance.guide.Manager_.MANAGER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.engine.Engine;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import java.util.List;

/** The samples of {@code docs/guide/inheritance.md}; an architecture test compares the texts. */
class InheritanceTest {

    private static SessionFactory open(Engine engine) {
        Model model = Model.of(COMPANY, EMPLOYEE, ENGINEER, MACHINE, MANAGER);
        model.metadata().createAll(engine);
        SessionFactory sessions = SessionFactory.of(engine, model);
        sessions.inTransaction(InheritanceTest::store);
        return sessions;
    }

    private static void store(Session session) {
        Company acme = new Company("acme");
        Engineer ada = new Engineer("ada", "java");
        ada.machines().add(new Machine("mill"));
        acme.employees().addAll(List.of(new Employee("eve"), ada, new Manager("max", 100)));
        session.add(acme);
    }

    @DatabaseTest
    void queriesOfTheRootGiveObjectsOfEachClass(Engine engine) {
        try (Session session = open(engine).open()) {
            List<Employee> everybody = session.all(select(EMPLOYEE).orderBy(EMPLOYEE.id));
            List<Engineer> engineers = session.all(select(ENGINEER).where(ENGINEER.language.eq("java")));
            List<String> names = session.all(select(EMPLOYEE.name).where(EMPLOYEE.type.eq("Manager")));

            assertThat(everybody).extracting(Object::getClass).containsExactly((Class) Employee.class, Engineer.class,
                    Manager.class);
            assertThat(engineers).containsExactly((Engineer) everybody.get(1));
            assertThat(names).containsExactly("max");
        }
    }

    @DatabaseTest
    void treatReachesTheAttributesOfASubclass(Engine engine) {
        try (Session session = open(engine).open()) {
            List<Employee> found = session.all(select(EMPLOYEE)
                    .where(EMPLOYEE.treat(ENGINEER).language.eq("java").or(EMPLOYEE.treat(MANAGER).budget.gt(50))));
            List<Company> withJava = session.all(select(COMPANY)
                    .where(COMPANY.employees.any(EMPLOYEE.treat(ENGINEER).language.eq("java"))));
            List<Company> joined = session.all(select(COMPANY)
                    .join(COMPANY.employees.to(ENGINEER)).where(ENGINEER.language.eq("java")));

            assertThat(found).hasSize(2);
            assertThat(withJava).hasSize(1).isEqualTo(joined);
        }
    }

    @DatabaseTest
    void optionsSayWhenSubclassesAreLoaded(Engine engine, StatementLog statements) {
        SessionFactory sessions = open(engine);
        try (Session session = sessions.open()) {
            statements.clear();
            session.all(select(EMPLOYEE).options(withPolymorphic(EMPLOYEE, ENGINEER)));
            session.all(select(EMPLOYEE).options(selectInPolymorphic(EMPLOYEE)));
            session.all(select(EMPLOYEE).options(selectIn(EMPLOYEE.treat(ENGINEER).machines)));
            session.all(select(COMPANY).options(selectIn(COMPANY.employees)
                    .then(withPolymorphic(EMPLOYEE), treat(EMPLOYEE, selectIn(ENGINEER.machines)))));

            assertThat(statements.count()).isGreaterThanOrEqualTo(5);
        }
    }
}
