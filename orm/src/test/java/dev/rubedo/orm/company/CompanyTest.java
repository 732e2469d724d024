package dev.rubedo.orm.company;

import static dev.rubedo.orm.Orm.count;
import static dev.rubedo.orm.Orm.joined;
import static dev.rubedo.orm.Orm.select;
import static dev.rubedo.orm.Orm.selectIn;
import static dev.rubedo.orm.company.Address_.ADDRESS;
import static dev.rubedo.orm.company.Assignment_.ASSIGNMENT;
import static dev.rubedo.orm.company.Badge_.BADGE;
import static dev.rubedo.orm.company.Company_.COMPANY;
import static dev.rubedo.orm.company.Country_.COUNTRY;
import static dev.rubedo.orm.company.Department_.DEPARTMENT;
import static dev.rubedo.orm.company.Document_.DOCUMENT;
import static dev.rubedo.orm.company.Employee_.EMPLOYEE;
import static dev.rubedo.orm.company.Note_.NOTE;
import static dev.rubedo.orm.company.Project_.PROJECT;
import static dev.rubedo.orm.company.Skill_.SKILL;
import static dev.rubedo.orm.company.Task_.TASK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.error.IntegrityException;
import dev.rubedo.orm.error.StaleDataException;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.Session;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.orm.state.InstanceState;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.StatementLog;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

/** A unit of work over a model with every kind of relationship. */
class CompanyTest {
    private static final UUID SEAT = UUID.fromString("6f1f9f1e-37a0-4a4e-9d1c-1f0c5f0a9b11");

    private SessionFactory sessions;

    @BeforeEach
    void createTheSchema(Engine engine, StatementLog statements) {
        Model model = Model.of(ADDRESS, ASSIGNMENT, BADGE, COMPANY, COUNTRY, DEPARTMENT, DOCUMENT, EMPLOYEE, NOTE,
                PROJECT, SKILL, TASK);
        model.metadata().createAll(engine);
        sessions = SessionFactory.builder(engine, model).build();
        sessions.inTransaction(CompanyTest::store);
        statements.clear();
    }

    private static void store(Session session) {
        Company company = new Company("Rubedo Works")
                .seat(new Address(SEAT, "Main Street 1", new Country("DE", "Germany")));
        Department works = new Department("Works");
        Department lab = new Department("Laboratory").parent(works);
        company.departments().add(lab);
        company.departments().add(works);

        Employee ada = new Employee("Ada").salary(new BigDecimal("5100.50")).born(LocalDate.of(1990, 12, 10));
        Employee bob = new Employee("Bob").boss(ada);
        Employee cem = new Employee("Cem").boss(ada);
        ada.badge(new Badge("A-1"));
        bob.badge(new Badge("B-2"));
        works.employees().add(ada);
        lab.employees().addAll(List.of(bob, cem));
        Skill java = new Skill("Java");
        Skill sql = new Skill("SQL");
        ada.skills().add(java);
        ada.skills().add(sql);
        bob.skills().add(sql);

        Project orm = new Project("ORM").started(Instant.parse("2026-01-02T03:04:05Z"));
        orm.assignments().add(new Assignment("lead").employee(ada));
        orm.assignments().add(new Assignment("tester").employee(bob));
        Task design = new Task("Design");
        Task build = new Task("Build");
        Task ship = new Task("Ship");
        ship.needs().add(build);
        build.needs().add(design);
        orm.tasks().addAll(List.of(design, build, ship));
        build.notes().add(new Note("second", Instant.parse("2026-02-02T00:00:00Z")));
        build.notes().add(new Note("first", Instant.parse("2026-02-01T00:00:00Z")));

        session.add(company, orm, new Document("Plan").author(ada).reviewer(bob),
                new Document("Report").author(bob));
    }

    @DatabaseTest
    void theWholeGraphComesBackAsItWasStored() {
        try (Session session = sessions.open()) {
            Company company = session.one(select(COMPANY));
            Employee ada = session.one(select(EMPLOYEE).where(EMPLOYEE.name.eq("Ada")));
            Task build = session.one(select(TASK).where(TASK.title.eq("Build")));

            assertThat(company.departments()).extracting(Department::name).containsExactly("Laboratory", "Works");
            assertThat(company.departments().getFirst().parent()).isSameAs(company.departments().getLast());
            assertThat(company.seat().country().name()).isEqualTo("Germany");
            assertThat(company.seat()).isSameAs(session.require(Address.class, SEAT));
            assertThat(ada.salary()).isEqualByComparingTo("5100.50");
            assertThat(ada.born()).isEqualTo(LocalDate.of(1990, 12, 10));
            assertThat(ada.reports()).extracting(Employee::name).containsExactly("Bob", "Cem");
            assertThat(ada.badge().number()).isEqualTo("A-1");
            assertThat(ada.badge().holder()).isSameAs(ada);
            assertThat(ada.skills()).extracting(Skill::name).containsExactlyInAnyOrder("Java", "SQL");
            assertThat(ada.written()).extracting(Document::title).containsExactly("Plan");
            assertThat(ada.reviewed()).isEmpty();
            assertThat(ada.assignments()).singleElement().satisfies(assignment -> {
                assertThat(assignment.project().name()).isEqualTo("ORM");
                assertThat(assignment.employeeId()).isEqualTo(ada.id());
            });
            assertThat(build.needs()).extracting(Task::title).containsExactly("Design");
            assertThat(build.neededBy()).extracting(Task::title).containsExactly("Ship");
            assertThat(build.notes()).extracting(Note::text).containsExactly("first", "second");
        }
    }

    @DatabaseTest
    void aLoopOverLazyToOneAttributesCostsOneMoreStatement(StatementLog statements) {
        try (Session session = sessions.open()) {
            List<Employee> employees = session.all(select(EMPLOYEE).orderBy(EMPLOYEE.name));
            List<String> departments = employees.stream().map(employee -> employee.department().name()).toList();

            assertThat(departments).containsExactly("Works", "Laboratory", "Laboratory");
            assertThat(statements).hasCount(2);
        }
    }

    @DatabaseTest
    void aLoopOverLazyCollectionsCostsOneMoreStatementForEachAttribute(StatementLog statements) {
        try (Session session = sessions.open()) {
            List<Employee> employees = session.all(select(EMPLOYEE).orderBy(EMPLOYEE.name));

            assertThat(employees).extracting(employee -> employee.skills().size()).containsExactly(2, 1, 0);
            assertThat(employees).extracting(employee -> employee.reports().size()).containsExactly(2, 0, 0);
            assertThat(employees).extracting(employee -> employee.badge() == null).containsExactly(false, false, true);
            assertThat(statements).hasCount(4);
        }
    }

    @DatabaseTest
    void eagerLoadingOfThreeLevelsTakesAFixedNumberOfStatements(StatementLog statements) {
        try (Session session = sessions.open()) {
            List<Project> projects = session.all(select(PROJECT).options(
                    selectIn(PROJECT.assignments).then(joined(ASSIGNMENT.employee).then(selectIn(EMPLOYEE.skills))),
                    selectIn(PROJECT.tasks).then(selectIn(TASK.notes))));

            assertThat(statements).hasCount(5);
            assertThat(projects.getFirst().assignments())
                    .extracting(assignment -> assignment.employee().skills().size())
                    .containsExactlyInAnyOrder(2, 1);
            assertThat(projects.getFirst().tasks()).extracting(task -> task.notes().size()).containsExactly(0, 2, 0);
            assertThat(statements).hasCount(5);
        }
    }

    @DatabaseTest
    void expiringAnObjectExpiresWhatItOwnsButNothingElse() {
        try (Session session = sessions.open()) {
            Project project = session.one(select(PROJECT));
            Task task = project.tasks().getFirst();
            Employee employee = project.assignments().getFirst().employee();
            employee.name();

            session.expire(project);

            assertThat(InstanceState.of(task).unloaded()).contains("title");
            assertThat(InstanceState.of(employee).unloaded()).doesNotContain("name");
            assertThat(project.tasks()).contains(task);
        }
    }

    @DatabaseTest
    void replacingAOneToOneDeletesTheOrphan() {
        sessions.inTransaction(session -> {
            Employee ada = session.one(select(EMPLOYEE).where(EMPLOYEE.name.eq("Ada")));
            ada.badge().number("A-0");
            ada.badge(null);
        });

        try (Session session = sessions.open()) {
            assertThat(session.all(select(BADGE.number))).containsExactly("B-2");
        }
    }

    @DatabaseTest
    void movingAChildChangesOneColumnOfOneRow(StatementLog statements) {
        sessions.inTransaction(session -> {
            Employee cem = session.one(select(EMPLOYEE).where(EMPLOYEE.name.eq("Cem")));
            Department works = session.one(select(DEPARTMENT).where(DEPARTMENT.name.eq("Works")));
            statements.clear();
            works.employees().add(cem);
            assertThat(cem.department()).isSameAs(works);
        });

        assertThat(statements).containsExactly("UPDATE employee SET department_id=? WHERE employee.id = ?");
    }

    @DatabaseTest
    void allChildrenOfOneParentMoveToAnotherAtOnce() {
        sessions.inTransaction(session -> {
            Department works = session.one(select(DEPARTMENT).where(DEPARTMENT.name.eq("Works")));
            Department lab = session.one(select(DEPARTMENT).where(DEPARTMENT.name.eq("Laboratory")));

            works.employees().addAll(lab.employees());

            assertThat(lab.employees()).isEmpty();
            assertThat(works.employees()).hasSize(3);
        });

        try (Session session = sessions.open()) {
            assertThat(session.all(select(EMPLOYEE.department().name))).containsExactly("Works", "Works", "Works");
        }
    }

    @DatabaseTest
    void aKeyThatIsNullIsRefusedByName() {
        try (Session session = sessions.open()) {
            assertThatThrownBy(() -> session.get(Skill.class, null)).isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("Skill");
        }
    }

    @DatabaseTest
    void deletingTheRootTakesWhatItOwnsAndLetsGoOfTheRest() {
        sessions.inTransaction(session -> session.delete(session.one(select(COMPANY))));

        try (Session session = sessions.open()) {
            assertThat(session.count(select(DEPARTMENT))).isZero();
            assertThat(session.all(select(EMPLOYEE))).hasSize(3)
                    .allSatisfy(employee -> assertThat(employee.department()).isNull());
            assertThat(session.count(select(ADDRESS))).isOne();
        }
    }

    @DatabaseTest
    void deletingAnEmployeeTakesBadgeAssignmentsAndSkillLinks() {
        sessions.inTransaction(session -> {
            Employee cem = session.one(select(EMPLOYEE).where(EMPLOYEE.name.eq("Cem")));
            Employee ada = session.one(select(EMPLOYEE).where(EMPLOYEE.name.eq("Ada")));
            for (Document document : List.copyOf(ada.written())) {
                document.author(cem);
            }
            session.delete(ada);
        });

        try (Session session = sessions.open()) {
            assertThat(session.all(select(BADGE.number))).containsExactly("B-2");
            assertThat(session.all(select(ASSIGNMENT.role))).containsExactly("tester");
            assertThat(session.count(select(SKILL))).isEqualTo(2);
            assertThat(session.all(select(EMPLOYEE.name).join(EMPLOYEE.skills))).containsExactly("Bob");
            assertThat(session.all(select(EMPLOYEE))).allSatisfy(employee -> assertThat(employee.boss()).isNull());
        }
    }

    @DatabaseTest
    void linksOfAManyToManyWithItselfChangeFromBothSides(StatementLog statements) {
        sessions.inTransaction(session -> {
            Task design = session.one(select(TASK).where(TASK.title.eq("Design")));
            Task build = session.one(select(TASK).where(TASK.title.eq("Build")));
            Task ship = session.one(select(TASK).where(TASK.title.eq("Ship")));
            build.needs().remove(design);
            design.neededBy().add(ship);
            assertThat(ship.needs()).contains(design);
        });

        try (Session session = sessions.open()) {
            Task ship = session.one(select(TASK).where(TASK.title.eq("Ship")));
            assertThat(ship.needs()).extracting(Task::title).containsExactlyInAnyOrder("Build", "Design");
            assertThat(session.one(select(TASK).where(TASK.title.eq("Build"))).needs()).isEmpty();
        }
    }

    @DatabaseTest
    void aViolationInAFlushLeavesASessionThatWorksAfterRollback() {
        try (Session session = sessions.open()) {
            Skill python = new Skill("Python");
            Skill twice = new Skill("SQL");
            session.add(python, twice);

            assertThatThrownBy(session::flush).isInstanceOf(IntegrityException.class);
            session.rollback();

            assertThat(python.id()).isNull();
            session.add(python);
            session.commit();
            assertThat(session.all(select(SKILL.name).orderBy(SKILL.name))).containsExactly("Java", "Python", "SQL");
        }
    }

    @DatabaseTest
    void aChangeOverANewerVersionIsRefused() {
        Company detached = sessions.fromTransaction(session -> session.one(select(COMPANY)));
        sessions.inTransaction(session -> session.one(select(COMPANY)).name("Later"));
        assertThatThrownBy(() -> sessions.inTransaction(session -> {
            session.add(detached);
            detached.name("Too late");
        })).isInstanceOf(StaleDataException.class).hasMessageContaining("Company");
    }

    @DatabaseTest
    void aggregatesOverRelationshipPathsJoinByThemselves() {
        try (Session session = sessions.open()) {
            var number = count(EMPLOYEE.id).as("number");
            var rows = session.all(select(EMPLOYEE.department().name, number).groupBy(EMPLOYEE.department().name)
                    .orderBy(EMPLOYEE.department().name));

            assertThat(rows).extracting(row -> row.require(EMPLOYEE.department().name) + ":" + row.require(number))
                    .containsExactly("Laboratory:2", "Works:1");
            assertThat(session.all(select(EMPLOYEE.name).where(EMPLOYEE.skills.any(SKILL.name.eq("Java")))))
                    .containsExactly("Ada");
            assertThat(session.all(select(DEPARTMENT.name).where(DEPARTMENT.company().seat().country().code.eq("DE"))
                    .orderBy(DEPARTMENT.name))).containsExactly("Laboratory", "Works");
        }
    }
}
