package dev.rubedo.schema;

import static dev.rubedo.sql.Functions.count;
import static dev.rubedo.sql.Sql.*;
import static dev.rubedo.type.Types.BIGINT;
import static dev.rubedo.type.Types.string;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.compile.StatementShape;
import dev.rubedo.dialect.AnsiDialect;
import dev.rubedo.error.AmbiguousForeignKeyException;
import dev.rubedo.error.FrozenTableException;
import dev.rubedo.error.InvalidSchemaException;
import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.sql.Alias;
import dev.rubedo.sql.Select;
import dev.rubedo.sql.Statement;
import org.junit.jupiter.api.Test;

class TypedAliasTest {
    private static final MetaData METADATA = new MetaData();
    private static final Teams TEAMS = new Teams(METADATA);
    private static final Employees EMPLOYEES = new Employees(METADATA);

    private static final class Teams extends Table {
        private final Column<Long> id = column("id", BIGINT).primaryKey();
        private final Column<String> name = column("name", string(50)).notNull();

        private Teams(MetaData metadata) {
            super("teams", metadata, TableOption.schema("shop"));
        }
    }

    private static final class Employees extends Table {
        private final Column<Long> id = column("id", BIGINT).primaryKey();
        private final Column<String> name = column("name", string(50)).notNull();
        private final Column<Long> managerId = column("manager_id", BIGINT).references(id);
        private final Column<Long> teamId = column("team_id", BIGINT).references("shop.teams.id");

        private Employees(MetaData metadata) {
            super("employees", metadata);
            metadata.add(Sequence.of("badges"));
        }
    }

    private final Employees boss = EMPLOYEES.as("boss", Employees::new);

    private static String sql(Statement<?> statement) {
        return AnsiDialect.instance().compile(statement).sql();
    }

    @Test
    void columnsOfAnAliasStandInEveryClause() {
        var query = select(EMPLOYEES.name, boss.name).join(boss, EMPLOYEES.managerId.eq(boss.id))
                .where(boss.name.like("A%")).groupBy(EMPLOYEES.name, boss.name).having(count(boss.id).gt(1L))
                .orderBy(boss.name.desc());

        assertThat(sql(query)).isEqualTo("""
                SELECT employees.name, boss.name AS name_1 FROM employees JOIN employees AS boss \
                ON employees.manager_id = boss.id WHERE boss.name LIKE ? GROUP BY employees.name, boss.name \
                HAVING count(boss.id) > ? ORDER BY boss.name DESC""");
    }

    @Test
    void anAliasIsSelectedWholeAndReadFromByItself() {
        assertThat(sql(select(boss))).isEqualTo(
                "SELECT boss.id, boss.name, boss.manager_id, boss.team_id FROM employees AS boss");
    }

    @Test
    void anAliasOfATableInASchemaHasNoSchema() {
        var team = TEAMS.as("team", Teams::new);

        assertThat(sql(select(team.name).where(team.id.eq(1L)))).isEqualTo(
                "SELECT team.name FROM shop.teams AS team WHERE team.id = ?");
    }

    @Test
    void joinsOfAnAliasComeFromTheForeignKeysOfItsTable() {
        assertThat(sql(select(boss.name, TEAMS.name).joinFrom(boss, TEAMS))).isEqualTo("""
                SELECT boss.name, shop.teams.name AS name_1 FROM employees AS boss JOIN shop.teams \
                ON shop.teams.id = boss.team_id""");
        var team = TEAMS.as("team", Teams::new);
        assertThat(sql(select(boss.name, team.name).joinFrom(boss, team))).isEqualTo("""
                SELECT boss.name, team.name AS name_1 FROM employees AS boss JOIN shop.teams AS team \
                ON team.id = boss.team_id""");
        assertThat(sql(select(EMPLOYEES.id).joinFrom(EMPLOYEES, team))).isEqualTo("""
                SELECT employees.id FROM employees JOIN shop.teams AS team ON team.id = employees.team_id""");
    }

    @Test
    void aTableAndItsAliasReferToEachOtherEitherWay() {
        assertThatThrownBy(() -> select(EMPLOYEES.id).joinFrom(EMPLOYEES, boss).froms())
                .isInstanceOf(AmbiguousForeignKeyException.class)
                .hasMessage("There are 2 foreign keys between \"employees\" and \"boss\": [boss[manager_id], "
                        + "employees[manager_id]]. Give the condition: join(right, condition)");
    }

    @Test
    void subqueriesTakeAnAliasFromTheStatementAroundThem() {
        var reports = select(count(EMPLOYEES.id)).where(EMPLOYEES.managerId.eq(boss.id));

        assertThat(sql(select(boss.name).where(reports.scalar().gt(2L)))).isEqualTo(
                """
                SELECT boss.name FROM employees AS boss \
                WHERE (SELECT count(employees.id) AS count_1 FROM employees WHERE employees.manager_id = boss.id) > ?""");
    }

    @Test
    void columnsOfTheTableAreFoundInAnAliasAndInQueriesOfIt() {
        var named = select(boss.name).subquery("named");

        assertThat(boss.column(EMPLOYEES.name)).isSameAs(boss.name);
        assertThat(named.column(EMPLOYEES.name)).isEqualTo(named.column(boss.name));
        assertThat(sql(select(named.column(EMPLOYEES.name)))).isEqualTo(
                "SELECT named.name FROM (SELECT boss.name AS name FROM employees AS boss) AS named");
    }

    @Test
    void locksNameTheAlias() {
        assertThat(sql(select(boss.name).forUpdate(rows -> rows.of(boss)))).isEqualTo(
                "SELECT boss.name FROM employees AS boss FOR UPDATE OF boss");
    }

    @Test
    void anAliasMadeAgainIsTheSame() {
        var again = EMPLOYEES.as("boss", Employees::new);
        var chief = EMPLOYEES.as("chief", Employees::new);

        assertThat(again).isEqualTo(boss).hasSameHashCodeAs(boss).isNotEqualTo(chief).isNotEqualTo(EMPLOYEES);
        assertThat(EMPLOYEES).isNotEqualTo(boss);
        assertThat(again.name).isEqualTo(boss.name).hasSameHashCodeAs(boss.name).isNotEqualTo(boss.id)
                .isNotEqualTo(chief.name).isNotEqualTo(EMPLOYEES.name);
        assertThat(EMPLOYEES.name).isNotEqualTo(boss.name);
        assertThat(sql(select(again.name).where(boss.id.eq(1L)))).isEqualTo(
                "SELECT boss.name FROM employees AS boss WHERE boss.id = ?");
    }

    @Test
    void theKeyOfAStatementHasTableAndNameOfAnAlias() {
        assertThat(StatementShape.of(bosses("boss", 1))).isEqualTo(StatementShape.of(bosses("boss", 2)))
                .hasSameHashCodeAs(StatementShape.of(bosses("boss", 2)))
                .isNotEqualTo(StatementShape.of(bosses("chief", 1)))
                .isNotEqualTo(StatementShape.of(select(EMPLOYEES.name).where(EMPLOYEES.id.eq(1L))));
    }

    private static Select<String> bosses(String alias, long id) {
        var made = EMPLOYEES.as(alias, Employees::new);
        return select(made.name).where(made.id.eq(id));
    }

    @Test
    void anAliasOfAnAliasIsOneOfTheTable() {
        assertThat(boss.as("chief", Employees::new)).isEqualTo(EMPLOYEES.as("chief", Employees::new));
        assertThat(boss.as("chief")).isEqualTo(EMPLOYEES.as("chief")).isInstanceOf(Alias.class);
    }

    @Test
    void anAliasIsReadByUpdatesAndDeletesOfItsTable() {
        assertThat(sql(update(EMPLOYEES).set(EMPLOYEES.teamId, boss.teamId).where(EMPLOYEES.managerId.eq(boss.id))))
                .isEqualTo("""
                        UPDATE employees SET team_id=boss.team_id FROM employees AS boss \
                        WHERE employees.manager_id = boss.id""");
        assertThat(sql(deleteFrom(EMPLOYEES)
                .where(exists(select(boss.id).where(boss.managerId.eq(EMPLOYEES.id)))))).isEqualTo("""
                        DELETE FROM employees WHERE EXISTS (SELECT boss.id FROM employees AS boss \
                        WHERE boss.manager_id = employees.id)""");
    }

    @Test
    void anAliasIsUpdatedAndDeletedFrom() {
        assertThat(sql(update(boss).set(boss.name, "x").where(boss.id.eq(1L))))
                .isEqualTo("UPDATE employees AS boss SET name=? WHERE boss.id = ?");
        assertThat(sql(deleteFrom(boss).where(boss.id.eq(1L)))).isEqualTo(
                "DELETE FROM employees AS boss WHERE boss.id = ?");
    }

    @Test
    void anAliasIsNotInsertedInto() {
        assertThatThrownBy(() -> insertInto(boss)).isInstanceOf(InvalidStatementException.class)
                .hasMessage(
                        "\"boss\" is an alias of table \"employees\": INSERT takes the table itself. The alias can "
                                + "only be read in other clauses");
        assertThatThrownBy(() -> sql(update(EMPLOYEES).set(boss.name, "x").where(boss.id.eq(1L))))
                .isInstanceOf(InvalidStatementException.class).hasMessageContaining("cannot set column \"boss.name\"");
        assertThatThrownBy(() -> insertInto(EMPLOYEES).values(boss.name, "x"))
                .hasMessage("Insert into \"employees\" cannot fill column \"boss.name\"");
    }

    @Test
    void anAliasIsNoTableOfItsMetaData() {
        assertThat(boss.metaData()).isSameAs(METADATA);
        assertThat(METADATA.tables()).containsExactly(TEAMS, EMPLOYEES);
        assertThat(METADATA.sequences()).hasSize(1);
        assertThat(boss.foreignKeys().get(0).targets()).containsExactly(EMPLOYEES.id);
        assertThatThrownBy(() -> new CreateTable(boss)).isInstanceOf(InvalidSchemaException.class)
                .hasMessage("\"boss\" is an alias of table \"employees\" and cannot be created. Use the table itself");
        assertThatThrownBy(() -> new DropTable(boss)).isInstanceOf(InvalidSchemaException.class)
                .hasMessage("\"boss\" is an alias of table \"employees\" and cannot be dropped. Use the table itself");
        assertThatThrownBy(() -> boss.add(Column.column("age", BIGINT))).isInstanceOf(FrozenTableException.class);
    }

    @Test
    void anAliasIsMadeOfTheTableWithTheMetaDataThatIsGiven() {
        assertThatIllegalArgumentException().isThrownBy(() -> EMPLOYEES.as("boss", Teams::new))
                .withMessage(
                        "Alias \"boss\" is one of table \"employees\", but the function creates table \"teams\". "
                                + "Create only the table itself with the MetaData that the function is given");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EMPLOYEES.as("boss", given -> new Employees(new MetaData())))
                .withMessage(
                        "Alias \"boss\" is one of table \"employees\", but the function creates table \"employees\". "
                                + "Create the table with the MetaData that the function is given");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EMPLOYEES.as("boss", given -> given.table("employees", Column.column("id", BIGINT))))
                .withMessage("Alias \"boss\" has the columns [id], but table \"employees\" has [id, name, manager_id, "
                        + "team_id]. Declare all of them in the constructor");
        assertThatIllegalArgumentException().isThrownBy(() -> EMPLOYEES.as(" ", Employees::new))
                .withMessage("The name of an alias is empty");
    }
}
