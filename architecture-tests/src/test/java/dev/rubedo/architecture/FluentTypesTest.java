package dev.rubedo.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What a method accepts is honoured or refused: each method that returns its own type, so that a caller adds something to
 * an object, is called by a test that is named here for its type. A new type or a new method fails until it has a test.
 */
class FluentTypesTest {

    /** Test sources are at most that deep below the root: dialects/h2/src/test/java. */
    private static final int MODULE_DEPTH = 5;

    /** The tests of the methods of each type. */
    private static final Map<String, List<String>> PROOFS = new TreeMap<>();

    /** Types whose methods add nothing that could be forgotten: they compute a value, which is their whole effect. */
    private static final Map<String, String> VALUES = new TreeMap<>();

    /** Methods of other parts of the library, which a caller does not need. */
    private static final Set<String> INTERNAL = Set.of("dev.rubedo.sql.Select.withJoins",
            "dev.rubedo.result.Result.inPartitionsOf", "dev.rubedo.result.Result.ofInsert",
            "dev.rubedo.schema.Table.original");

    /** What generated code describes an entity with. */
    private static final List<String> DEFINITIONS = List.of("ColumnDefinition", "FormulaDefinition",
            "RelationshipDefinition", "EntityDefinitionBuilder");

    static {
        statements();
        definitions();
        engines();
        sessions();
        migrations();
        values();
    }

    private static void value(String type, String reason) {
        VALUES.put("dev.rubedo." + type, reason);
    }

    private static void proof(String type, String... tests) {
        PROOFS.put("dev.rubedo." + type, List.of(tests));
    }

    private static void statements() {
        for (var type : List.of("Insert", "Update", "Delete", "Merge", "ConflictUpdate",
                "RowLock", "Window", "FunctionCall", "CommonTableExpression")) {
            proof("sql." + type, "golden.HonouredClausesTest", "tck.InsertSuite");
        }
        proof("sql.Select", "golden.HonouredClausesTest");
        proof("sql.CompoundSelect", "golden.HonouredClausesTest");
        proof("sql.Between", "golden.WhereTwins");
        proof("sql.Case", "sql.CompileSuccessTest");
        proof("sql.Expression", "tck.OperatorSuite", "sql.NodeStructureTest");
        proof("sql.OnConflict", "golden.HonouredClausesTest", "orm.query.UnresolvedTest");
        proof("sql.Ordered", "sql.SelectTest");
        proof("sql.Subquery", "sql.StatementFormsTest");
        proof("sql.TableFunction", "sql.JoinTest", "sql.StatementFormsTest", "golden.FunctionTwins");
        proof("sql.ValuesTable", "sql.StatementFormsTest");
        proof("sql.TableSample", "tck.SelectSuite");
        proof("sql.TextClause", "dialect.AnsiDialectTest");
        proof("sql.TextFragment", "sql.NamedTextTest");
        proof("sql.TextSelect", "tck.TextSuite", "sql.NodeStructureTest");
        proof("sql.TextStatement", "tck.TextSuite", "sql.NodeStructureTest");
        proof("sql.Values", "sql.DmlTest");
    }

    private static void definitions() {
        for (var type : List.of("Column", "Index", "ForeignKey", "PrimaryKey", "UniqueConstraint", "CheckConstraint",
                "ExclusionConstraint", "Sequence", "AlterColumn")) {
            proof("schema." + type, "golden.HonouredDefinitionsTest");
        }
        proof("schema.Identity", "dialect.oracle.OracleDialectTest");
        proof("schema.ViewDefinition", "tck.ViewSuite");
        proof("schema.Table", "schema.MetaDataTest", "migrate.snapshot.SnapshotTest");
        proof("schema.MetaData", "schema.MetaDataTest");
        proof("compile.IdentifierQuoter", "golden.Changed", "compile.IdentifierQuoterTest");
        proof("tck.ScriptedJdbc", "dialect.sqlserver.SqlServerBackendTest", "dialect.oracle.OracleBackendTest");
        proof("dialect.Dialect", "golden.Changed");
        proof("dialect.mysql.type.MysqlMatch", "dialect.mysql.MysqlMatchTest");
        proof("type.EnumType", "tck.TypeOptionSuite", "dialect.postgresql.PostgresDialectTest");
        proof("type.JsonType", "tck.TypeOptionSuite");
        proof("type.Domain", "dialect.postgresql.PostgresTypesTest");
        proof("type.LabelType", "dialect.postgresql.PostgresDialectTest");
    }

    private static void engines() {
        proof("engine.EngineBuilder", "engine.OptionTest", "spring.TransactionTest");
        proof("engine.ConnectionOptions", "engine.OptionTest");
        proof("engine.TransactionOptions", "engine.OptionTest");
        proof("engine.Connection", "engine.OptionTest", "engine.TransactionTest");
        proof("backend.DatabaseUrl", "backend.DatabaseUrlTest", "engine.EngineOptionsTest");
        proof("reflect.Reflection", "tck.InspectorSuite", "tck.ViewSuite");
        proof("result.Result", "tck.ResultShapeSuite", "engine.ResultTest");
        proof("engine.SqlComments", "engine.SqlCommentsTest");
        proof("engine.EngineStatistics", "tck.StatisticsSuite");
        proof("lens.Lens$Builder", "lens.LensTest", "lens.guide.ObservabilityGuideTest");
        proof("micrometer.ObservedStatements", "micrometer.ObservedStatementsTest");
        proof("micrometer.OpenTelemetryConvention", "micrometer.ObservedStatementsTest");
        proof("async.AsyncEngine$Builder", "async.AsyncEngineTest", "async.DeadlineTest");
        proof("async.AsyncConnection", "async.DeadlineTest");
        proof("async.AsyncSession", "async.guide.BridgeGuideTest");
        proof("cache.CacheRegion$Builder", "cache.CacheRegionTest", "cache.CacheStoreTest");
    }

    private static void sessions() {
        proof("orm.classic.Query", "orm.classic.QueryTest");
        proof("orm.classic.CompoundQuery", "orm.classic.QueryTest");
        proof("jackson.RubedoJacksonModule$Builder", "examples.rest.EntityJsonTest");
        proof("orm.session.SessionFactoryBuilder", "cache.RelationshipCacheTest", "orm.session.SessionCallsTest",
                "orm.mixin.MixinTest",
                "orm.unsaved.UnsavedClerkTest", "orm.session.PreparedSessionTest", "orm.session.SessionControlTest",
                "orm.loading.FactoryLoadingTest", "orm.session.BindsTest", "orm.session.SessionStatisticsTest",
                "orm.distributed.ReplicasTest");
        proof("orm.routing.Replicas", "orm.distributed.ReplicasTest");
        proof("orm.routing.Shards$Builder", "orm.distributed.ShardsTest", "orm.distributed.ShardedQueryTest");
        proof("orm.session.StatementExecution", "orm.session.SessionListenerTest");
        proof("orm.query.LoaderOption", "orm.loading.LoaderOptionTest", "orm.deferred.DeferredTest");
        proof("orm.query.JoinedOption", "orm.loading.LoaderOptionTest");
        proof("orm.query.RecursiveOption", "orm.loading.LoaderOptionTest");
        proof("orm.model.ModelDiagram", "orm.extension.guide.ModelDiagramTest");
        proof("orm.model.NameMapping", "orm.relation.guide.NameMappingTest");
        proof("orm.query.SelectInOption", "orm.loading.LoaderOptionTest", "orm.loading.LimitedCollectionTest");
        proof("orm.metamodel.ToOne", "orm.loading.PartialCollectionTest", "orm.session.QueryTest");
        proof("orm.metamodel.ToMany", "orm.loading.PartialCollectionTest", "orm.session.QueryTest");
    }

    private static void migrations() {
        proof("generate.GeneratorOptions", "generate.GeneratedSourceTest", "generate.RoundTripTest");
        proof("migrate.run.MigrationOptions", "migrate.run.MigrationContextTest", "migrate.run.CrashTest",
                "migrate.run.LockTest", "migrate.run.PatienceTest");
        proof("migrate.command.Autogenerator", "migrate.command.AutogenerateTest");
        proof("migrate.compare.ComparisonOptions", "migrate.compare.SchemaComparisonTest");
        proof("migrate.operation.OperationRewriter", "migrate.operation.OperationRewriterTest");
        proof("migrate.source.JavaSource", "migrate.source.JavaSourceTest");
        proof("migrate.operation.BatchOptions", "migrate.batch.BatchTest");
        proof("migrate.operation.BackfillOptions", "migrate.run.BackfillTest", "migrate.guide.ZeroDowntimeTest");
        proof("migrate.operation.ColumnAlteration", "golden.MigrateTwins", "migrate.operation.OperationsTest");
        proof("migrate.operation.Operations", "migrate.operation.OperationsTest", "migrate.run.MigrationContextTest");
        proof("migrate.command.RevisionCommand$Options", "migrate.command.CommandsTest");
        proof("dialect.mysql.type.MysqlMatch", "dialect.mysql.MysqlMatchTest");
        proof("migrate.revision.RevisionNode", "migrate.revision.RevisionMapTest");
        proof("migrate.script.MigrationConfig", "migrate.command.CommandsTest");
    }

    private static void values() {
        var generated = "called by generated code: see definitionsAreWrittenByTheProcessor";
        DEFINITIONS.forEach(type -> value("orm.metamodel." + type, generated));
        value("orm.metamodel.HybridAttribute", "called by generated code and the planner");
        for (var type : List.of("sql.CustomClause", "sql.CustomExpression", "sql.SqlWriter", "compile.RenderContext",
                "dialect.Dialect", "backend.Backend")) {
            value(type, "for dialects and extensions, which call it while they write");
        }
        for (var type : List.of("sql.Condition", "sql.Operator", "sql.DmlStatement", "sql.TableReference", "sql.Row",
                "type.SqlType", "compile.StatementShape", "engine.Engine", "error.DisconnectedException",
                "error.IntegrityException",
                "result.FrozenResult", "reflect.CatalogRow", "orm.session.Page", "orm.session.KeysetPage",
                "orm.metamodel.EntityDefinition", "orm.metamodel.EntityPath", "orm.metamodel.Relationship",
                "orm.model.Mapper", "orm.model.RelationshipProperty", "migrate.revision.RevisionMap",
                "migrate.snapshot.TableName", "migrate.snapshot.ConstraintSnapshot",
                "migrate.command.CommandContext", "migrate.script.ScriptDirectory",
                "engine.StatementCacheStatistics", "pool.PoolStatistics", "orm.session.SessionStatistics")) {
            value(type, "returns a related or a changed value, which is the whole effect");
        }
        for (var type : List.of("MigrationOperation", "AlterColumnOperation", "AlterEnumOperation",
                "AlterSequenceOperation", "BatchOperation", "ModifyTableOperation", "OutsideTransactionOperation",
                "RenameTableOperation", "SetTableCommentOperation")) {
            value("migrate.operation." + type, "its reverse");
        }
    }

    @Test
    void everyMethodThatAddsSomethingHasATest() {
        var sources = tests();
        var missing = new TreeSet<String>();
        fluentTypes().forEach(type -> {
            var proofs = PROOFS.get(type.getName());
            if (proofs == null) {
                if (!VALUES.containsKey(type.getName())) {
                    missing.add(type.getName() + " is not listed: " + adders(type));
                }
                return;
            }
            adders(type).stream().filter(name -> !INTERNAL.contains(type.getName() + "." + name))
                    .filter(name -> proofs.stream().noneMatch(proof -> calls(sources, proof, name)))
                    .forEach(name -> missing.add(type.getName() + "." + name + " is called by none of " + proofs));
        });

        assertThat(missing).isEmpty();
    }

    @Test
    void annotationElementsAreReadByTheProcessor() {
        var processor = processor();

        assertThat(Project.classes().stream().filter(JavaClass::isAnnotation)
                .filter(type -> type.getPackageName().equals("dev.rubedo.mapping"))
                .flatMap(type -> type.getMethods().stream())
                .filter(element -> !Pattern.compile("\\." + element.getName() + "\\(\\)|\"" + element.getName() + "\"")
                        .matcher(processor).find())
                .map(JavaMethod::getFullName)).isEmpty();
    }

    private static String processor() {
        return Project.javaFiles(Project.root().resolve("processor/src/main/java")).stream().map(Project::code)
                .collect(Collectors.joining());
    }

    @Test
    void definitionsAreWrittenByTheProcessor() {
        var processor = processor();

        assertThat(fluentTypes().filter(type -> DEFINITIONS.contains(type.getName().replaceAll(".*\\.", "")))
                .flatMap(type -> adders(type).stream())
                .filter(name -> !Pattern.compile("\\b" + name + "\\b").matcher(processor).find())).isEmpty();
    }

    @Test
    void everyListedTypeAddsSomething() {
        var types = fluentTypes().map(JavaClass::getName).collect(Collectors.toSet());

        assertThat(Stream.concat(PROOFS.keySet().stream(), VALUES.keySet().stream())
                .filter(type -> !types.contains(type))).isEmpty();
    }

    private static boolean calls(Map<String, Path> sources, String test, String method) {
        var source = sources.get("dev.rubedo." + test);
        assertThat(source).as("test %s", test).isNotNull();
        return Pattern.compile("(?:\\.|::)" + method + "\\b").matcher(Project.code(source)).find();
    }

    /** The test sources of all modules and the suites of the TCK, by class. */
    private static Map<String, Path> tests() {
        var root = Project.root();
        try (var folders = Files.find(root, MODULE_DEPTH, (folder, about) -> about.isDirectory()
                && (folder.endsWith("src/test/java") || folder.equals(root.resolve("tck/src/main/java"))))) {
            return folders.flatMap(folder -> Project.javaFiles(folder).stream()
                    .map(file -> Map.entry(Project.packageName(folder, file).replaceAll("\\.java$", ""), file)))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, two) -> one));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<JavaClass> fluentTypes() {
        return Project.classes().stream().filter(type -> isPublic(type) && !type.getPackageName().contains(".internal")
                && !type.getPackageName().startsWith("dev.rubedo.testing")).filter(type -> !adders(type).isEmpty());
    }

    private static boolean isPublic(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.getEnclosingClass().map(FluentTypesTest::isPublic).orElse(true);
    }

    /** The names of methods that add something; copies for rewriters, and of a record with one component changed, do not. */
    private static Set<String> adders(JavaClass type) {
        return type.getMethods().stream().filter(method -> method.getRawReturnType().equals(type))
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC)
                        && !method.getModifiers().contains(JavaModifier.STATIC)
                        && !method.getModifiers().contains(JavaModifier.SYNTHETIC))
                .map(JavaMethod::getName).filter(name -> !name.equals("rewrite") && !isWither(type, name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isWither(JavaClass type, String method) {
        return type.isRecord() && method.startsWith("with");
    }
}
