package dev.rubedo.orm.session;

import static dev.rubedo.schema.Column.column;
import static dev.rubedo.sql.Sql.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rubedo.engine.Engine;
import dev.rubedo.error.RubedoException;
import dev.rubedo.reflect.ReflectedIndex;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.Index;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.Table;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.testing.TestDatabase;

/** The lengths of names that an engine is told to keep. */
class NameLimitTest {

    @DatabaseTest
    void longNamesOfIndexesAreShortened(TestDatabase database) {
        Engine engine = database.newEngine(options -> options.maximumIdentifierLength(20));
        MetaData metadata = new MetaData();
        Column<Integer> id = column("id", INTEGER).primaryKey();
        Column<Integer> weight = column("weight", INTEGER);
        metadata.table("parcels", id, weight, Index.on("weight").named("ix_parcels_by_their_weight"));

        metadata.createAll(engine);

        assertThat(engine.inspect().indexes("parcels")).extracting(ReflectedIndex::name)
                .containsExactly("ix_parcels_b_00d6");
    }

    @DatabaseTest
    void generatedLabelsAreShortened(TestDatabase database) {
        Engine engine = database.newEngine(options -> options.maximumLabelLength(10));
        Column<Integer> id = column("id", INTEGER).primaryKey();
        Table parcels = new MetaData().table("parcels_and_letters", id);
        parcels.create(engine);
        var other = parcels.as();

        engine.inTransaction(connection -> {
            connection.execute(insertInto(parcels).values(id, 1));
            assertThat(connection.one(select(other.column(id)))).isEqualTo(1);
        });

        assertThat(database.statements().texts().get(database.statements().count() - 1))
                .isEqualTo("SELECT parc_1.id FROM parcels_and_letters AS parc_1");
    }

    @DatabaseTest(only = "postgresql")
    void aLabelIsNoLongerThanAnIdentifier(TestDatabase database) {
        Engine engine = database.newEngine(options -> options.maximumLabelLength(64));

        assertThatThrownBy(engine::connect).isInstanceOf(RubedoException.class)
                .hasMessageContaining("maximumLabelLength(64) exceeds the maximum length of identifiers, which is 63");
        assertThatThrownBy(() -> database.newEngine(options -> options.maximumLabelLength(0)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
