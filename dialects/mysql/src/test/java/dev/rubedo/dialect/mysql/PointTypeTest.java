package dev.rubedo.dialect.mysql;

import static dev.rubedo.schema.Column.column;
import static dev.rubedo.sql.Sql.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.dialect.mysql.PointType.Point;
import dev.rubedo.engine.Connection;
import dev.rubedo.engine.Engine;
import dev.rubedo.feature.Feature;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.Table;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.Databases;
import dev.rubedo.testing.StatementLog;
import dev.rubedo.type.Types;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A type whose values pass through functions on their way into the database and out of it. */
@Databases({"mariadb", "mysql"})
class PointTypeTest {

    private static final Point NEAR = new Point(1, 2);
    private static final Point FAR = new Point(-30, 40);

    private final Table places = new MetaData().table("places", column("id", Types.INTEGER).primaryKey(),
            column("at", PointType.POINT).nullable());
    private final Column<Integer> id = places.column("id", Integer.class);
    @SuppressWarnings("unchecked") private final Column<@Nullable Point> at = (Column<@Nullable Point>) (Column<?>) places
            .column("at");
    private Connection connection;

    @BeforeEach
    void create(Engine engine) {
        places.create(engine);
        connection = engine.connect();
        connection.execute(insertInto(places).values(id, 1).values(at, NEAR));
    }

    @AfterEach
    void close() {
        connection.close();
    }

    @DatabaseTest
    void theColumnIsDeclaredWithTheType() {
        assertThat(connection.inspect().table("places").columns())
                .filteredOn(column -> column.name().equals("at"))
                .singleElement().satisfies(column -> assertThat(column.toString()).containsIgnoringCase("point"));
    }

    @DatabaseTest
    void aPointIsInsertedAndSelectedAlone(StatementLog log) {
        log.clear();
        connection.execute(insertInto(places).values(id, 2).values(at, FAR));
        assertThat(connection.execute(select(at).orderBy(id)).all()).containsExactly(NEAR, FAR);

        assertThat(log).containsExactly("""
                INSERT INTO places (id, at) VALUES (?, ST_GeomFromText(?))""", """
                SELECT ST_AsText(places.at) AS at FROM places ORDER BY places.id""");
    }

    @DatabaseTest
    void severalRowsAreInsertedByOneStatement(StatementLog log) {
        log.clear();
        connection.execute(insertInto(places).rows(List.of(2, 3),
                (row, number) -> row.set(id, number).set(at, new Point(number, number))));
        assertThat(log).containsExactly("""
                INSERT INTO places (id, at) VALUES (?, ST_GeomFromText(?)), (?, ST_GeomFromText(?))""");
        connection.execute(insertInto(places).values(id, 4));

        assertThat(connection.execute(select(at).orderBy(id)).all())
                .containsExactly(NEAR, new Point(2, 2), new Point(3, 3), null);
    }

    @DatabaseTest
    void aBatchOfPointsIsInserted() {
        var insert = insertInto(places).values(id, bind("id", Types.INTEGER)).values(at, bind("at", PointType.POINT));
        connection.executeMany(insert, List.of(Map.of("id", 2, "at", FAR), Map.of("id", 3, "at", NEAR)));

        assertThat(connection.execute(select(at).orderBy(id)).all()).containsExactly(NEAR, FAR, NEAR);
    }

    @DatabaseTest
    void aPointIsUpdatedToAnotherAndToNull() {
        connection.execute(update(places).set(at, FAR).where(at.eq(NEAR)));
        assertThat(connection.execute(select(at)).one()).isEqualTo(FAR);

        connection.execute(update(places).set(at, (Point) null));
        assertThat(connection.execute(select(id).where(at.isNull())).all()).containsExactly(1);
    }

    @DatabaseTest
    void pointsAreComparedAsThoseOfTheDatabase() {
        connection.execute(insertInto(places).values(id, 2).values(at, FAR));

        assertThat(connection.execute(select(id).where(at.eq(FAR))).all()).containsExactly(2);
        assertThat(connection.execute(select(id).where(at.ne(FAR))).all()).containsExactly(1);
        assertThat(connection.execute(select(id).where(at.in(List.of(FAR, NEAR))).orderBy(id)).all())
                .containsExactly(1, 2);
        assertThat(connection.execute(select(id).where(at.eq(literal(FAR, PointType.POINT)))).all())
                .containsExactly(2);
        assertThat(connection.execute(deleteFrom(places).where(at.eq(FAR))).rowCount()).isEqualTo(1);
    }

    @DatabaseTest
    void aRowHoldsThePointUnderItsColumnAndItsName() {
        var row = connection.execute(select(id, at)).one();

        assertThat(row.get(at)).isEqualTo(NEAR);
        assertThat(row.get("at")).isEqualTo(NEAR);
        var labeled = connection.execute(select(id, at.as("where"))).one();
        assertThat(labeled.get("where")).isEqualTo(NEAR);
        assertThat(connection.execute(select(places)).one().get("at")).isEqualTo(NEAR);
    }

    @DatabaseTest
    void valuesWithoutATableAreRead() {
        assertThat(connection.execute(select(value(FAR, PointType.POINT))).one()).isEqualTo(FAR);
        assertThat(connection.execute(select(literal(FAR, PointType.POINT))).one()).isEqualTo(FAR);
    }

    @DatabaseTest
    void subqueriesReturnThePointItself(StatementLog log) {
        var near = select(id, at).where(at.eq(NEAR)).subquery("near");
        log.clear();

        assertThat(connection.execute(select(near.column(at)).where(near.column(at).eq(NEAR))).one()).isEqualTo(NEAR);
        assertThat(log).containsExactly("""
                SELECT ST_AsText(near.at) AS at
                FROM (SELECT places.id AS id, places.at AS at FROM places WHERE places.at = ST_GeomFromText(?)) AS near
                WHERE near.at = ST_GeomFromText(?)""");
        assertThat(connection.execute(select(id).where(at.in(select(at).where(id.eq(1))))).all()).containsExactly(1);
        assertThat(connection.execute(select(select(at).where(id.eq(1)).scalar())).one()).isEqualTo(NEAR);
    }

    @DatabaseTest
    void commonTableExpressionsReturnThePointItself(StatementLog log) {
        var near = select(id, at).where(at.eq(NEAR)).cte("near");
        log.clear();

        assertThat(connection.execute(select(near.column(at)).where(near.column(at).eq(NEAR))).one()).isEqualTo(NEAR);
        assertThat(log).containsExactly("""
                WITH near AS
                (SELECT places.id AS id, places.at AS at FROM places WHERE places.at = ST_GeomFromText(?))
                SELECT ST_AsText(near.at) AS at FROM near WHERE near.at = ST_GeomFromText(?)""");
    }

    @DatabaseTest
    void setsOfPointsAreRead() {
        connection.execute(insertInto(places).values(id, 2).values(at, FAR));
        var near = select(at).where(id.eq(1));
        var far = select(at).where(id.eq(2));

        assertThat(connection.execute(near.union(far)).all()).containsExactlyInAnyOrder(NEAR, FAR);
        var both = near.unionAll(far).subquery("both_of_them");
        assertThat(connection.execute(select(both.column(at))).all()).containsExactlyInAnyOrder(NEAR, FAR);
        assertThat(connection.execute(select(at).distinct().where(at.isNotNull())).all())
                .containsExactlyInAnyOrder(NEAR, FAR);
    }

    @DatabaseTest
    void pointsAreCopiedFromAQuery() {
        connection.execute(insertInto(places).fromSelect(select(id.plus(10), at), id, at));

        assertThat(connection.execute(select(at).where(id.eq(11))).one()).isEqualTo(NEAR);
    }

    @DatabaseTest(requires = Feature.INSERT_RETURNING)
    void anInsertReturnsThePointAsText(StatementLog log) {
        log.clear();
        var row = connection.execute(insertInto(places).values(id, 2).values(at, FAR).returning(id, at)).one();

        assertThat(row.get(at)).isEqualTo(FAR);
        assertThat(log).containsExactly("""
                INSERT INTO places (id, at) VALUES (?, ST_GeomFromText(?))
                RETURNING places.id, ST_AsText(places.at) AS at""");
    }

    @DatabaseTest(requires = Feature.DELETE_RETURNING)
    void aDeleteReturnsThePoint() {
        assertThat(connection.execute(deleteFrom(places).where(id.eq(1)).returning(at)).all()).containsExactly(NEAR);
    }
}
