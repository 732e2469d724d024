package dev.rubedo.migrate.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.engine.Engine;
import dev.rubedo.migrate.operation.MigrationOperation;
import dev.rubedo.migrate.run.MigrationContext;
import dev.rubedo.migrate.run.MigrationOptions;
import dev.rubedo.schema.MetaData;
import dev.rubedo.testing.DatabaseTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The operations of a comparison turn a database of one random model into one of another, and back. The number of pairs is
 * set by {@code -Drubedo.pairs=500}.
 */
class RoundTripTest {
    private static final int PAIRS = Integer.getInteger("rubedo.pairs", 6);
    private static final int FIRST = Integer.getInteger("rubedo.first", 0);

    private static SchemaComparison compare(Engine engine, MetaData model) {
        return engine.fromTransaction(
                connection -> SchemaComparison.of(connection, ComparisonOptions.DEFAULT, model));
    }

    private static void apply(Engine engine, List<MigrationOperation> operations) {
        try (var connection = engine.connect()) {
            var context = MigrationContext.of(connection, MigrationOptions.DEFAULT);
            for (var operation : operations) {
                try {
                    context.invoke(operation);
                } catch (RuntimeException e) {
                    throw new IllegalStateException(root(e) + " IN " + operation.describe(), e);
                }
            }
            connection.commit();
        }
    }

    private static String root(Throwable failure) {
        var cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage();
    }

    @DatabaseTest
    void aDatabaseBecomesThatOfAnotherModelAndReturns(Engine engine) {
        var failures = new ArrayList<String>();
        for (int seed = FIRST; seed < FIRST + PAIRS; seed++) {
            var a = RandomModel.of(seed, engine.dialect());
            var b = RandomModel.of(seed + 1000, engine.dialect());
            var there = "create";
            try {
                b.createAll(engine);
                var target = Catalog.lines(engine);
                clear(engine);
                a.createAll(engine);
                var origin = Catalog.lines(engine);
                var comparison = compare(engine, b);
                there = "upgrade";
                apply(engine, comparison.operations());
                require(compare(engine, b), "after the upgrade");
                assertThat(Catalog.difference(target, Catalog.lines(engine))).as("the catalog after the upgrade")
                        .isEmpty();
                there = "downgrade";
                apply(engine, comparison.downgrade().operations());
                require(compare(engine, a), "after the downgrade");
                assertThat(Catalog.difference(origin, Catalog.lines(engine))).as("the catalog after the downgrade")
                        .isEmpty();
            } catch (RuntimeException | AssertionError e) {
                failures.add(
                        String.format(Locale.ROOT, "seed %d, %s: %s", seed, there, e.getMessage().replace('\n', ' ')));
            }
            clear(engine);
            Catalog.tidy(engine, seed);
        }
        assertThat(failures).isEmpty();
    }

    private static void require(SchemaComparison comparison, String when) {
        assertThat(comparison.operations()).as(when).isEmpty();
    }

    private static void clear(Engine engine) {
        apply(engine, compare(engine, new MetaData()).operations());
    }
}
