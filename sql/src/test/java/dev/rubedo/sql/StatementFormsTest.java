package dev.rubedo.sql;

import static dev.rubedo.schema.Column.column;
import static dev.rubedo.sql.Sql.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.dialect.AnsiDialect;
import dev.rubedo.error.InvalidSchemaException;
import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.NamingConvention;
import dev.rubedo.schema.Table;
import dev.rubedo.type.Types;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Forms of statements that are changed after they were made, or whose operands change places. */
class StatementFormsTest {

    private final MetaData metadata = new MetaData();
    private final Column<Integer> ownerId = column("id", Types.INTEGER).primaryKey();
    private final Table owners = metadata.table("owners", ownerId, column("name", Types.string(9)));
    private final Column<Integer> boxOwner = column("owner_id", Types.INTEGER).references("owners.id");
    private final Column<Integer> size = column("size", Types.INTEGER);
    private final Table boxes = metadata.table("boxes", boxOwner, size);

    private static String sql(Statement<?> statement) {
        return statement.sql(AnsiDialect.instance());
    }

    @Test
    void columnsThatAreEqualByKeyOrConditionAreReduced() {
        assertThat(sql(select(owners, boxes).join(boxes).reducedColumns())).isEqualTo("""
                SELECT owners.id, owners.name, boxes.size FROM owners JOIN boxes ON owners.id = boxes.owner_id""");
        assertThat(sql(select(ownerId, size).where(and(ownerId.eq(size), size.gt(3))).reducedColumns())).isEqualTo("""
                SELECT owners.id FROM owners, boxes WHERE owners.id = boxes.size AND boxes.size > ?""");
        assertThat(sql(select(ownerId, size).where(ownerId.gt(size)).reducedColumns())).isEqualTo("""
                SELECT owners.id, boxes.size FROM owners, boxes WHERE owners.id > boxes.size""");
    }

    @Test
    void oneOfTheReducedColumnsRemains() {
        assertThat(sql(select(size, boxOwner).where(size.eq(size)).reducedColumns())).isEqualTo("""
                SELECT boxes.size, boxes.owner_id FROM boxes WHERE boxes.size = boxes.size""");

        var halves = new MetaData();
        var left = column("id", Types.INTEGER).primaryKey().references("rights.id");
        halves.table("lefts", left);
        var right = column("id", Types.INTEGER).primaryKey().references("lefts.id");
        halves.table("rights", right);
        assertThat(sql(select(left, right).where(left.eq(right)).reducedColumns())).isEqualTo("""
                SELECT rights.id FROM rights, lefts WHERE lefts.id = rights.id""");
    }

    @Test
    void columnsOfAnOuterJoinAreNotEqual() {
        assertThat(sql(select(size, ownerId).from(owners).leftJoin(boxes, ownerId.eq(size)).reducedColumns()))
                .isEqualTo("""
                        SELECT boxes.size, owners.id FROM owners LEFT OUTER JOIN boxes ON owners.id = boxes.size""");
    }

    @Test
    void theConditionOfAPartialIndexTakesNoParameterOfATextOrList() {
        var conflict = insertInto(boxes).values(size, 1).onConflict(size);

        assertThatThrownBy(() -> conflict.where(condition(text("size > :least", Types.BOOLEAN).bind("least", 3))))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("parameter \"least\"");
        assertThat(sql(conflict.where(size.in(List.of())).doNothing())).contains("ON CONFLICT (size) WHERE");
    }

    @Test
    void groupsAndLimitsAreTakenBack() {
        var query = select(ownerId).groupBy(ownerId).orderBy(ownerId).limit(3).offset(2);

        assertThat(sql(query.ungrouped().unlimited())).isEqualTo("SELECT owners.id FROM owners ORDER BY owners.id");
        assertThat(query.rowLimit()).isNotNull();
    }

    @Test
    void quantifiedOperandsStandOnTheRight() {
        var sizes = select(size);

        assertThat(sql(select(ownerId).where(any(sizes).lt(ownerId)))).isEqualTo("""
                SELECT owners.id FROM owners WHERE owners.id > ANY (SELECT boxes.size FROM boxes)""");
        assertThat(sql(select(ownerId).where(all(sizes).ge(5)))).isEqualTo("""
                SELECT owners.id FROM owners WHERE ? <= ALL (SELECT boxes.size FROM boxes)""");
        assertThat(sql(select(ownerId).where(any(sizes).eq(5), all(sizes).le(5), any(sizes).gt(5)))).isEqualTo("""
                SELECT owners.id FROM owners WHERE ? = ANY (SELECT boxes.size FROM boxes) \
                AND ? >= ALL (SELECT boxes.size FROM boxes) AND ? < ANY (SELECT boxes.size FROM boxes)""");
    }

    @Test
    void theLabelOfAConditionIsLeftOut() {
        var isLarge = size.gt(5).as("large");

        assertThat(sql(select(size).where(not(isLarge))))
                .isEqualTo("SELECT boxes.size FROM boxes WHERE boxes.size <= ?");
        assertThat(sql(select(isLarge).where(isLarge)))
                .isEqualTo("SELECT boxes.size > ? AS large FROM boxes WHERE boxes.size > ?");
    }

    @Test
    void aChangeWithoutReturnedColumnsIsACommonTableExpression() {
        var change = update(boxes).set(size, 1).cte("c");

        assertThat(sql(select(ownerId).with(change)))
                .isEqualTo("WITH c AS (UPDATE boxes SET size=?) SELECT owners.id FROM owners");
    }

    @Test
    void sourcesWithRowsHaveOtherNames() {
        var rows = valuesTable("v", List.of(columnName("n", Types.INTEGER)), List.of(List.of(1))).as("w");
        var query = select(size).subquery("s").as("t");
        var function = func("numbers", Types.INTEGER).table("f", "n").as("g");

        assertThat(sql(select(rows.column("n"), query.column(size), function.column("n")))).isEqualTo("""
                SELECT w.n, t.size, g.n AS n_1 FROM (VALUES (?)) AS w (n), (SELECT boxes.size AS size FROM boxes) AS t, \
                numbers() AS g""");
    }

    @Test
    void severalConflictsAreRefusedWhereThereIsOne() {
        var insert = insertInto(owners).values(ownerId, 1).onConflict(ownerId).doNothing().onConflict(ownerId)
                .doNothing();

        assertThatThrownBy(() -> sql(insert)).isInstanceOf(InvalidStatementException.class)
                .hasMessage(
                        "Dialect \"ansi\" takes one ON CONFLICT clause, but this INSERT has 2. Keep the one for the "
                                + "key that can be in conflict.");
    }

    @Test
    void generatedLabelsAreTruncatedAsTheDatabaseMeasuresThem() {
        var ansi = AnsiDialect.instance();
        var inCharacters = ansi.with(ansi.traits().withMaximumIdentifierLength(16));
        var inBytes = ansi.with(inCharacters.traits().withNamesInBytes());
        var wide = column("größenordnung", Types.INTEGER);
        metadata.table("größe", wide);
        var query = select(wide).labelStyle(LabelStyle.TABLE_AND_COLUMN);

        assertThat(inCharacters.compile(query).sql()).contains(" AS \"größe_größ_1\" ");
        assertThat(inBytes.compile(query).sql()).contains(" AS \"größe_gr_1\" ");
    }

    @Test
    void tokensThatAConventionDoesNotKnowAreRefused() {
        var convention = new NamingConvention("ix_{table}_{colum}", "", "", "", "");

        assertThatThrownBy(() -> new MetaData(convention).table("t", column("a", Types.INTEGER).index()).indexes())
                .isInstanceOf(InvalidSchemaException.class).hasMessageContaining("has the token \"{colum}\"");
    }

    @Test
    void aPrecisionAloneLeavesTheScaleToTheDatabase() {
        assertThat(AnsiDialect.instance().typeName(Types.numeric(5))).isEqualTo("NUMERIC(5)");
    }

    /** Texts that are shorter than the constants. */
    private enum Signal {
        RED, GREEN
    }

    @Test
    void anEnumerationIsAsLongAsItsLongestText() {
        assertThat(Types.enumType(Signal.class).length()).isEqualTo(5);
        assertThat(Types.enumType(Signal.class).storedAs(each -> each.name().substring(0, 1)).length()).isEqualTo(1);
        assertThat(Types.enumType(Signal.class).withLength(9).storedAs(each -> each.name().substring(0, 1)).length())
                .isEqualTo(9);
    }
}
