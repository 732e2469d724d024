package dev.rubedo.orm.guide;

import static dev.rubedo.orm.guide.Device_.DEVICE;
import static dev.rubedo.sql.Functions.count;
import static dev.rubedo.sql.Sql.insertInto;
import static dev.rubedo.sql.Sql.into;
import static dev.rubedo.sql.Sql.select;
import static dev.rubedo.sql.Sql.update;
import static dev.rubedo.type.Types.BIGINT;
import static dev.rubedo.type.Types.INTEGER;
import static dev.rubedo.type.Types.string;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.engine.Engine;
import dev.rubedo.feature.Feature;
import dev.rubedo.orm.model.Model;
import dev.rubedo.orm.session.SessionFactory;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.Table;
import dev.rubedo.sql.Row;
import dev.rubedo.sql.Select;
import dev.rubedo.testing.DatabaseTest;
import java.util.List;

/** The samples of {@code docs/guide/core.md}; an architecture test compares the texts. */
class CoreTest {

    /** The table of the guide. */
    static final class Employees extends Table {
        final Column<Long> id = column("id", BIGINT).primaryKey();
        final Column<String> name = column("name", string(50)).notNull();
        final Column<Integer> age = column("age", INTEGER);
        final Column<Long> managerId = column("manager_id", BIGINT).references("employees.id");

        Employees(MetaData metadata) {
            super("employees", metadata);
        }
    }

    /** Where it is. */
    static final class Company {
        static final MetaData METADATA = new MetaData();
        static final Employees EMPLOYEES = new Employees(METADATA);

        private Company() {}
    }

    record Person(String name, int age) {}

    record Team(String manager, long members) {}

    private static final Employees EMPLOYEES = Company.EMPLOYEES;

    @DatabaseTest(requires = Feature.INSERT_RETURNING)
    void theSamplesDoWhatTheySay(Engine engine) {
        Company.METADATA.createAll(engine);
        change(engine);
        read(engine);
        aliases(engine);
    }

    private static void change(Engine engine) {
        engine.inTransaction(connection -> {
            long ada = connection.one(insertInto(EMPLOYEES)
                    .values(EMPLOYEES.name, "Ada", EMPLOYEES.age, 36)
                    .returning(EMPLOYEES.id));
            connection.execute(insertInto(EMPLOYEES)
                    .values(EMPLOYEES.name, "Charles", EMPLOYEES.age, 44)
                    .values(EMPLOYEES.managerId, ada));
            connection.execute(update(EMPLOYEES)
                    .set(EMPLOYEES.age, EMPLOYEES.age.plus(1))
                    .where(EMPLOYEES.name.eq("Ada")));
        });
    }

    private static void read(Engine engine) {
        List<String> names = engine.fromTransaction(connection -> connection.all(
                select(EMPLOYEES.name).where(EMPLOYEES.age.gt(30)).orderBy(EMPLOYEES.name)));
        List<Person> people = engine.fromTransaction(connection -> connection.all(
                select(into(Person::new, EMPLOYEES.name, EMPLOYEES.age)).orderBy(EMPLOYEES.name)));
        List<Row> rows = engine.fromTransaction(connection -> connection.all(
                select(EMPLOYEES.name, EMPLOYEES.age).orderBy(EMPLOYEES.name)));
        String first = rows.get(0).get(EMPLOYEES.name);

        assertThat(names).containsExactly("Ada", "Charles");
        assertThat(people).containsExactly(new Person("Ada", 37), new Person("Charles", 44));
        assertThat(first).isEqualTo("Ada");
    }

    private static void aliases(Engine engine) {
        Employees boss = EMPLOYEES.as("boss", Employees::new);
        Select<Team> query = select(into(Team::new, boss.name, count(EMPLOYEES.id)))
                .from(EMPLOYEES)
                .join(boss, EMPLOYEES.managerId.eq(boss.id))
                .groupBy(boss.name);
        List<Team> teams = engine.fromTransaction(connection -> connection.all(query));

        assertThat(teams).containsExactly(new Team("Ada", 1));
    }

    @DatabaseTest
    void aTypeOfYourOwnWorksOnEveryDatabase(Engine engine) {
        Model model = Model.of(DEVICE);
        model.metadata().createAll(engine);
        SessionFactory sessions = SessionFactory.of(engine, model);
        MacAddress address = new MacAddress("08:00:2b:01:02:03");
        sessions.inTransaction(session -> session.add(new Device(address)));

        Device found = sessions
                .fromTransaction(session -> session.one(select(DEVICE).where(DEVICE.address.eq(address))));

        assertThat(found.address()).isEqualTo(address);
    }
}
