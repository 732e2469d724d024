package dev.rubedo.migrate.guide;

import static dev.rubedo.schema.Column.column;
import static dev.rubedo.type.Types.BIGINT;
import static dev.rubedo.type.Types.DATE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.dialect.Dialect;
import dev.rubedo.engine.Connection;
import dev.rubedo.engine.Engine;
import dev.rubedo.migrate.compare.ComparisonContext;
import dev.rubedo.migrate.compare.ComparisonOptions;
import dev.rubedo.migrate.compare.SchemaComparator;
import dev.rubedo.migrate.compare.SchemaComparison;
import dev.rubedo.migrate.effect.DeclaredEffect;
import dev.rubedo.migrate.operation.CustomOperation;
import dev.rubedo.migrate.operation.Operations;
import dev.rubedo.migrate.run.MigrationContext;
import dev.rubedo.migrate.run.MigrationOptions;
import dev.rubedo.migrate.source.JavaSource;
import dev.rubedo.schema.DdlElement;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.PrimaryKey;
import dev.rubedo.schema.TableOption;
import dev.rubedo.schema.TextDdl;
import dev.rubedo.testing.DatabaseTest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The samples of the guide about objects that the model does not have. */
class OtherObjectsTest {

    /** The bodies of functions of PostgreSQL that return a trigger, by name. */
    record FunctionComparator(Connection connection, Map<String, String> declared) implements SchemaComparator {
        @Override
        public void compare(ComparisonContext context) {
            var found = new TreeMap<String, String>();
            connection.rows("SELECT proname AS name, prosrc AS body FROM pg_proc"
                    + " WHERE pronamespace = current_schema()::regnamespace AND prorettype = 'trigger'::regtype")
                    .forEach(row -> found.put(row.text("name"), row.text("body")));
            declared.forEach((name, body) -> {
                var before = found.getOrDefault(name, "");
                if (!body.equals(before)) {
                    context.add(new ReplaceFunction(name, before, body));
                }
            });
        }
    }

    /** Replaces the body of a function; an empty one stands for no function. */
    record ReplaceFunction(String name, String before, String body) implements CustomOperation {
        private String sql() {
            return body.isEmpty() ? "DROP FUNCTION " + name + "()"
                    : "CREATE OR REPLACE FUNCTION " + name + "() RETURNS trigger LANGUAGE plpgsql AS $$" + body + "$$";
        }

        @Override
        public List<DdlElement> ddl(Dialect dialect) {
            return List.of(new TextDdl(sql()));
        }

        @Override
        public ReplaceFunction reverse() {
            return new ReplaceFunction(name, body, before);
        }

        @Override
        public Optional<Statement> source() {
            return Optional.of(new Statement("{op}.execute(\"\"\"\n        " + sql().replace("\\", "\\\\") + "\"\"\");",
                    List.of()));
        }

        @Override
        public String describe() {
            return "replace function \"" + name + "\"";
        }
    }

    private static final String FIRST = " BEGIN NEW.seen := 1; RETURN NEW; END ";
    private static final String SECOND = " BEGIN NEW.seen := 2; RETURN NEW; END ";

    private static SchemaComparison compare(Engine engine, Map<String, String> functions) {
        try (var connection = engine.connect()) {
            return SchemaComparison.of(connection,
                    ComparisonOptions.DEFAULT.with(new FunctionComparator(connection, functions)), new MetaData());
        }
    }

    private static void run(Engine engine, SchemaComparison comparison, boolean isUpgrade) {
        try (var connection = engine.connect()) {
            var target = MigrationContext.of(connection, MigrationOptions.DEFAULT);
            (isUpgrade ? comparison.upgrade().operations() : comparison.downgrade().operations())
                    .forEach(target::invoke);
            connection.commit();
        }
    }

    @DatabaseTest(only = "postgresql")
    void functionsAreComparedReplacedAndRestored(Engine engine) {
        var created = compare(engine, Map.of("note_seen", FIRST));
        run(engine, created, true);
        assertThat(compare(engine, Map.of("note_seen", FIRST)).isEmpty()).isTrue();

        var replaced = compare(engine, Map.of("note_seen", SECOND));

        assertThat(JavaSource.of(engine.dialect()).statements(replaced.operations())).containsExactly("""
                op.execute(\"""
                        CREATE OR REPLACE FUNCTION note_seen() RETURNS trigger LANGUAGE plpgsql AS $$%s$$\""");"""
                .formatted(SECOND));
        run(engine, replaced, true);
        assertThat(compare(engine, Map.of("note_seen", SECOND)).isEmpty()).isTrue();
        run(engine, replaced, false);
        assertThat(compare(engine, Map.of("note_seen", FIRST)).isEmpty()).isTrue();
        run(engine, created, false);
        assertThat(compare(engine, Map.of("note_seen", FIRST)).operations()).hasSize(1);
    }

    private static void partitioned(Operations op) {
        op.createTable("events", column("id", BIGINT).notNull(), column("day", DATE).notNull(),
                PrimaryKey.on("id", "day"), TableOption.of("postgresql", "partition_by", "RANGE (day)"));
        op.execute("CREATE TABLE events_2026 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')");
        op.invoke(DeclaredEffect.none());
    }

    @DatabaseTest(only = "postgresql")
    void partitionsAreNoTablesOfTheModel(Engine engine) {
        var model = new MetaData();
        model.table("events", column("id", BIGINT).notNull(), column("day", DATE).notNull(),
                PrimaryKey.on("id", "day"), TableOption.of("postgresql", "partition_by", "RANGE (day)"));
        try (var connection = engine.connect()) {
            partitioned(new Operations(MigrationContext.of(connection, MigrationOptions.DEFAULT)));
            connection.execute(new TextDdl("INSERT INTO events VALUES (1, '2026-05-05')"));
            connection.commit();

            assertThat(SchemaComparison.of(connection, ComparisonOptions.DEFAULT, model).operations()).isEmpty();
            assertThat(connection.rows("SELECT id FROM events_2026")).hasSize(1);
        }
    }
}
