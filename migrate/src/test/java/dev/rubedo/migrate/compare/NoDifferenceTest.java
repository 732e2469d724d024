package dev.rubedo.migrate.compare;

import static dev.rubedo.schema.Column.column;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.engine.Engine;
import dev.rubedo.migrate.operation.CreateTableOperation;
import dev.rubedo.migrate.operation.DropTableOperation;
import dev.rubedo.migrate.operation.MigrationOperation;
import dev.rubedo.schema.MetaData;
import dev.rubedo.testing.DatabaseTest;
import dev.rubedo.type.Types;
import java.util.ArrayList;
import java.util.List;

/**
 * A database that was created from a model does not differ from it. The number of random models is set by
 * {@code -Drubedo.models=300}.
 */
class NoDifferenceTest {
    private static final int MODELS = Integer.getInteger("rubedo.models", 15);

    private static List<MigrationOperation> differences(Engine engine, MetaData model) {
        return engine.fromTransaction(
                connection -> SchemaComparison.of(connection, ComparisonOptions.DEFAULT, model).operations());
    }

    private static String text(MigrationOperation operation) {
        return operation instanceof CreateTableOperation || operation instanceof DropTableOperation
                ? operation.describe()
                : operation.toString();
    }

    @DatabaseTest
    void randomModelsAreFoundAsTheyWereCreated(Engine engine) {
        var failures = new ArrayList<String>();
        for (int seed = 0; seed < MODELS; seed++) {
            var model = RandomModel.of(seed, engine.dialect());
            model.createAll(engine);

            var differences = differences(engine, model);

            if (!differences.isEmpty()) {
                failures.add("seed " + seed + ": " + differences.stream().map(NoDifferenceTest::text).toList());
            }
            model.dropAll(engine);
            Catalog.tidy(engine, seed);
        }
        assertThat(failures).isEmpty();
    }

    @DatabaseTest
    void aDecimalNumberWithoutAScaleIsFoundAsItWasCreated(Engine engine) {
        var model = new MetaData();
        model.table("scratches", column("id", Types.INTEGER).primaryKey(), column("a", Types.numeric(5)));
        model.createAll(engine);
        try {
            assertThat(differences(engine, model)).isEmpty();
        } finally {
            model.dropAll(engine);
        }
    }
}
