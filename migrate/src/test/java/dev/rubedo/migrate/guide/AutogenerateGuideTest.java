package dev.rubedo.migrate.guide;

import static dev.rubedo.schema.Column.column;
import static dev.rubedo.type.Types.INTEGER;
import static dev.rubedo.type.Types.string;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.engine.Engine;
import dev.rubedo.migrate.command.MigrationEnvironment;
import dev.rubedo.migrate.compare.ComparisonOptions;
import dev.rubedo.migrate.compare.ObjectKind;
import dev.rubedo.migrate.compare.SchemaComparison;
import dev.rubedo.migrate.operation.DowngradeOperations;
import dev.rubedo.migrate.operation.DropTableOperation;
import dev.rubedo.migrate.operation.MigrationOperation;
import dev.rubedo.migrate.operation.MigrationScript;
import dev.rubedo.migrate.operation.UpgradeOperations;
import dev.rubedo.migrate.run.MigrationContext;
import dev.rubedo.migrate.run.MigrationOptions;
import dev.rubedo.migrate.source.ItemSource;
import dev.rubedo.migrate.source.JavaItem;
import dev.rubedo.migrate.source.JavaSource;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.NoteKey;
import dev.rubedo.testing.DatabaseTest;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;

/** The samples of the chapter on generated revisions. */
class AutogenerateGuideTest {

    /** The hooks of an application. */
    static final class Environment implements MigrationEnvironment {
        @Override
        public ComparisonOptions comparison(ComparisonOptions settings) {
            return settings
                    // never drop what other programs have created
                    .includeObject(object -> !object.isReflected() || object.other() != null)
                    .includeName((kind, name, parent) -> kind != ObjectKind.TABLE || !name.startsWith("tmp_"))
                    .compareType((table, from, to) -> table.name().equals("legacy") ? Optional.of(false)
                            : Optional.empty());
        }

        @Override
        public ItemSource items() {
            return item -> item.equals(string(100))
                    ? Optional.of(new JavaItem("ShopTypes.EMAIL", List.of("com.acme.shop.ShopTypes")))
                    : Optional.empty();
        }

        @Override
        public List<MigrationScript> processRevision(MigrationScript script) {
            var kept = script.upgrade().operations().stream()
                    .filter(operation -> !(operation instanceof DropTableOperation)).toList();
            var upgrade = new UpgradeOperations(kept);
            return List.of(script.withOperations(upgrade, upgrade.reverse()));
        }
    }

    private static MetaData model() {
        var metaData = new MetaData();
        metaData.table("customers", column("id", INTEGER).primaryKey(),
                column("email", string(100)).notNull().note(NoteKey.RENAMED_FROM, "mail"));
        return metaData;
    }

    @DatabaseTest
    void aComparisonIsPrintedWrittenAndCarriedOut(Engine engine) {
        var metaData = model();
        var text = new StringWriter();
        var out = new PrintWriter(text, true);
        try (var connection = engine.connect()) {
            var comparison = SchemaComparison.of(connection, ComparisonOptions.DEFAULT, metaData);
            comparison.operations().forEach(operation -> out.println(operation.describe()));
            comparison.warnings().forEach(out::println);

            // the source of a revision
            var source = JavaSource.of(engine.dialect());
            source.statements(comparison.operations()).forEach(out::println);

            // or carry it out at once, as in a test
            var target = MigrationContext.of(connection, MigrationOptions.DEFAULT);
            comparison.operations().forEach(target::invoke);
            connection.commit();
        }

        assertThat(text).hasToString("""
                create table "customers"
                op.createTable("customers",
                        column("id", INTEGER).primaryKey(),
                        column("email", string(100)).notNull());
                """);
        assertThat(engine.inspect().tableNames()).contains("customers");
    }

    @DatabaseTest(only = "h2")
    void theHooksLeaveTablesOfOthersAlone(Engine engine) {
        var environment = new Environment();
        var others = new MetaData();
        others.table("other", column("id", INTEGER).primaryKey());
        others.createAll(engine);

        var comparison = engine.fromTransaction(connection -> SchemaComparison.of(connection,
                environment.comparison(ComparisonOptions.DEFAULT), model()));

        assertThat(comparison.operations()).extracting(MigrationOperation::describe)
                .containsExactly("create table \"customers\"");
        assertThat(JavaSource.of(engine.dialect()).withItems(environment.items()).statements(comparison.operations())
                .get(0)).contains("column(\"email\", ShopTypes.EMAIL).notNull()");
        var script = new MigrationScript("a", "", List.of(), List.of(), List.of(),
                new UpgradeOperations(
                        List.of(new DropTableOperation(comparison.to().tables().keySet().iterator().next(),
                                null, false))),
                new DowngradeOperations(List.of()), List.of());
        assertThat(environment.processRevision(script).get(0).upgrade().isEmpty()).isTrue();
    }
}
