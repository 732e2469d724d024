package dev.rubedo.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.engine.Engine;
import dev.rubedo.reflect.ReflectedTable;
import dev.rubedo.testing.DatabaseTest;
import java.util.List;

/** Random tables are reflected exactly: creating the reflected tables yields the same tables again. */
public abstract class ReflectionPropertySuite {

    private static final int SCHEMAS = 12;

    @DatabaseTest
    void creatingWhatWasReflectedIsAFixedPoint(Engine engine) {
        for (int seed = 0; seed < SCHEMAS; seed++) {
            var declared = new RandomSchemas(seed, engine.dialect()::supports).next();
            declared.createAll(engine);
            List<ReflectedTable> first = engine.inspect().tables();
            var reflected = engine.reflect();
            reflected.dropAll(engine);

            reflected.createAll(engine);

            assertThat(first).as("seed %s", seed).hasSize(4);
            assertThat(engine.inspect().tables()).as("seed %s", seed).usingRecursiveComparison()
                    // SQLite keeps the spelling of a type
                    .ignoringFieldsMatchingRegexes(engine.dialectName().equals("sqlite") ? ".*typeName" : "none")
                    .isEqualTo(first);
            reflected.dropAll(engine);
        }
    }

    @DatabaseTest
    void declaredNamesNullabilityAndCommentsAreFound(Engine engine) {
        for (int seed = 0; seed < SCHEMAS; seed++) {
            var declared = new RandomSchemas(seed, engine.dialect()::supports).next();
            declared.createAll(engine);

            for (var table : declared.tables()) {
                var found = engine.inspect().table(table.name());
                assertThat(found.comment()).as("%s, seed %s", table, seed).isEqualTo(table.comment());
                assertThat(found.columns()).as("%s, seed %s", table, seed)
                        .extracting(column -> column.name() + " " + column.isNullable() + " " + column.comment())
                        .isEqualTo(table.columns().stream().map(
                                column -> column.name() + " " + column.isNullable() + " " + column.commentText())
                                .toList());
                assertThat(found.foreignKeys()).extracting(key -> key.columns() + " " + key.referredTable() + " "
                        + key.referredColumns())
                        .containsExactlyInAnyOrderElementsOf(table.foreignKeys().stream()
                                .map(key -> key.columnNames() + " " + key.target().name() + " " + key.targets().stream()
                                        .map(column -> column.name()).toList())
                                .toList());
            }
            declared.dropAll(engine);
        }
    }
}
