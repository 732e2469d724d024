package dev.rubedo.dialect.postgresql;

import static dev.rubedo.schema.Column.column;
import static dev.rubedo.sql.Sql.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.error.InvalidSchemaException;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.Table;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.Databases;
import dev.rubedo.testing.TestDatabase;
import dev.rubedo.type.Types;
import java.util.List;

@Databases("postgresql")
class PostgresEnumTest {

    private static final class Invoice {
        enum Status {
            DRAFT, SENT
        }
    }

    private static final class Parcel {
        enum Status {
            WAITING, MOVING
        }
    }

    @DatabaseTest
    void twoEnumsOfOneNameAreRefused(Engine engine) {
        var metaData = new MetaData();
        metaData.table("invoices", column("status", Types.enumType(Invoice.Status.class)));
        metaData.table("parcels", column("status", Types.enumType(Parcel.Status.class)));

        assertThatThrownBy(() -> metaData.createAll(engine)).isInstanceOf(InvalidSchemaException.class)
                .hasMessageContaining("\"status\"").hasMessageContaining("Invoice$Status")
                .hasMessageContaining("\"parcels.status\"").hasMessageContaining("withName");
        assertThat(engine.inspect().tableNames()).isEmpty();
    }

    @DatabaseTest
    void enumsOfOneNameApartByNameAreTwoTypes(Engine engine) {
        var metaData = new MetaData();
        metaData.table("invoices", column("status", Types.enumType(Invoice.Status.class)));
        metaData.table("parcels", column("status", Types.enumType(Parcel.Status.class).withName("parcel_status")));

        metaData.createAll(engine);

        assertThat(engine.inspect().columns("parcels").get(0).typeName()).isEqualTo("parcel_status");
    }

    @DatabaseTest
    void constantsInACaseHaveTheirType(Engine engine) {
        var metaData = new MetaData();
        Column<Integer> id = column("id", Types.INTEGER);
        Column<Invoice.Status> status = column("status", Types.enumType(Invoice.Status.class));
        Table invoices = metaData.table("invoices", id, status);
        metaData.createAll(engine);
        engine.inTransaction(connection -> {
            connection.execute(insertInto(invoices).values(id, 1).values(status, Invoice.Status.DRAFT));
            connection.execute(update(invoices).set(status,
                    caseWhen(id.eq(1), Invoice.Status.SENT).otherwise(Invoice.Status.DRAFT)));
        });

        List<Invoice.Status> found = engine.fromTransaction(connection -> connection.execute(select(status)).all());
        assertThat(found).containsExactly(Invoice.Status.SENT);
    }

    @DatabaseTest
    void aTypeOfOnesOwnIsReflected(TestDatabase database) {
        try (var engine = Engine.builder(database.url()).reflectedType(PointType.POINT).build()) {
            new MetaData().table("places", column("at", PointType.POINT)).create(engine);

            assertThat(engine.inspect().columns("places").get(0).type()).isEqualTo(PointType.POINT);
        }
    }
}
