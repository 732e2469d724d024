package dev.rubedo.golden;

import static dev.rubedo.schema.Column.column;
import static dev.rubedo.sql.Sql.insertInto;
import static dev.rubedo.sql.Sql.literal;
import static dev.rubedo.sql.Sql.update;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.error.RubedoException;
import dev.rubedo.schema.AlterColumn;
import dev.rubedo.schema.CheckConstraint;
import dev.rubedo.schema.Column;
import dev.rubedo.schema.Computed;
import dev.rubedo.schema.CreateSequence;
import dev.rubedo.schema.Deferrability;
import dev.rubedo.schema.ExclusionConstraint;
import dev.rubedo.schema.ForeignKey;
import dev.rubedo.schema.ForeignKeyMatch;
import dev.rubedo.schema.Identity;
import dev.rubedo.schema.Index;
import dev.rubedo.schema.MetaData;
import dev.rubedo.schema.NamingConvention;
import dev.rubedo.schema.PrimaryKey;
import dev.rubedo.schema.ReferentialAction;
import dev.rubedo.schema.Sequence;
import dev.rubedo.schema.TableItem;
import dev.rubedo.schema.TableOption;
import dev.rubedo.schema.UniqueConstraint;
import dev.rubedo.sql.Statement;
import dev.rubedo.type.Types;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Whatever is declared of a table is seen in the SQL of every dialect, or refused; nothing is accepted and forgotten. */
class HonouredDefinitionsTest {

    /** What no SQL shows, with the reason. */
    private static final Map<String, String> ELSEWHERE = Map.of("Column.serverGenerated()",
            "says what the database does by itself; sessions read the value after a flush", "Column.serverOnUpdate()",
            "says what the database does by itself; sessions read the value after a flush", "Column.nullable()",
            "the default of every column but those of a primary key", "Sequence.ordered()",
            "only Oracle has another order; see OracleDialectTest", "Sequence.isOrdered",
            "only Oracle has another order; see OracleDialectTest", "Column.documentation(String)",
            "for readers of the program", "Column.note(NoteKey,Object)", "for the application");

    /** Where something changes nothing, with the reason. */
    private static final Map<String, List<String>> WITHOUT_EFFECT = Map.ofEntries(
            // keys are counted by nobody
            Map.entry("Column.autoincrement(boolean)", List.of("ansi")),
            // comments are for people, and databases without them lose nothing
            Map.entry("Column.comment(String)", List.of("ansi", "sqlite", "mssql")),
            Map.entry("TableOption.comment(String)", List.of("ansi", "sqlite", "mssql")),
            // keeping the rows is what Oracle does without words
            Map.entry("Column.onDelete(ReferentialAction) NO_ACTION", List.of("oracle")),
            Map.entry("Column.onDelete(ReferentialAction) RESTRICT", List.of("oracle")),
            Map.entry("ForeignKey.onDelete(ReferentialAction) NO_ACTION", List.of("oracle")),
            Map.entry("ForeignKey.onDelete(ReferentialAction) RESTRICT", List.of("oracle")),
            // an identity column never takes a given value
            Map.entry("Identity.isAlways", List.of("mssql")),
            // a stored column is refused, a virtual one is the default
            Map.entry("Computed.storage", List.of("oracle", "duckdb")),
            // no constraint can be added to a table; on SQLite, a table may refer to one that is created later
            Map.entry("Column.useAlter() named", List.of("sqlite", "duckdb")),
            Map.entry("ForeignKey.useAlter()", List.of("sqlite", "duckdb")),
            // what is not created needs no support
            Map.entry("ExclusionConstraint.onlyOn(String[])",
                    List.of("sqlite", "mysql", "mariadb", "h2", "duckdb", "mssql", "oracle")),
            // two NULLs are equal anyway
            Map.entry("UniqueConstraint.nullsNotDistinct()", List.of("mssql")),
            Map.entry("UniqueConstraint.comment(String)",
                    List.of("sqlite", "mysql", "mariadb", "duckdb", "mssql", "oracle")),
            Map.entry("PrimaryKey.comment(String)",
                    List.of("sqlite", "mysql", "mariadb", "duckdb", "mssql", "oracle")),
            Map.entry("CheckConstraint.comment(String)",
                    List.of("sqlite", "mysql", "mariadb", "duckdb", "mssql", "oracle")),
            Map.entry("ForeignKey.comment(String)",
                    List.of("sqlite", "mysql", "mariadb", "duckdb", "mssql", "oracle")),
            // there are no sequences: statements that use one are refused
            Map.entry("MetaData.add(Sequence)", List.of("sqlite", "mysql")));

    private static final String REFUSED = "refused: ";
    private static final Map<String, Pair> SAMPLES = new LinkedHashMap<>();

    /** What is written without something and with it, for the name of a dialect. */
    private record Pair(Function<String, ?> without, Function<String, ?> with) {}

    static {
        columns();
        columnDefaults();
        indexes();
        constraints();
        sequences();
        tables();
        alterations();
    }

    @Test
    void everyMethodHasASample() {
        var methods = new TreeSet<String>();
        for (var type : List.of(Column.class, Index.class, ForeignKey.class, PrimaryKey.class, UniqueConstraint.class,
                CheckConstraint.class, ExclusionConstraint.class, Sequence.class, AlterColumn.class)) {
            for (var method : type.getDeclaredMethods()) {
                if (Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers())
                        && !method.isSynthetic() && method.getReturnType() == type) {
                    methods.add(type.getSimpleName() + "." + signature(method));
                }
            }
        }
        for (var type : List.of(Sequence.class, Identity.class, Computed.class, NamingConvention.class)) {
            for (RecordComponent component : type.getRecordComponents()) {
                methods.add(type.getSimpleName() + "." + component.getName());
            }
        }
        for (var method : TableOption.class.getDeclaredMethods()) {
            if (Modifier.isStatic(method.getModifiers()) && method.getReturnType() == TableOption.class) {
                methods.add("TableOption." + signature(method));
            }
        }
        methods.addAll(List.of("CheckConstraint.deferrability", "MetaData.schema", "MetaData.add(Sequence)"));
        methods.removeAll(ELSEWHERE.keySet());

        assertThat(SAMPLES.keySet().stream().map(name -> name.replaceAll(" .*", "")).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(methods);
    }

    private static String signature(Method method) {
        return method.getName() + Arrays.stream(method.getParameterTypes()).map(Class::getSimpleName)
                .collect(Collectors.joining(",", "(", ")"));
    }

    @TestFactory
    Stream<DynamicTest> everyMethodIsHonoured() {
        return SAMPLES.entrySet().stream().flatMap(sample -> Compiled.dialects().stream()
                .filter(dialect -> !WITHOUT_EFFECT.getOrDefault(sample.getKey(), List.of()).contains(dialect))
                .map(dialect -> DynamicTest.dynamicTest(sample.getKey() + " on " + dialect,
                        () -> assertHonoured(sample.getValue(), dialect))));
    }

    /** What a dialect has not at all is refused whatever is said of it. */
    private static void assertHonoured(Pair sample, String dialect) {
        var without = text(sample.without(), dialect);
        var with = text(sample.with(), dialect);
        if (without.startsWith(REFUSED)) {
            assertThat(with).startsWith(REFUSED);
        } else {
            assertThat(with).isNotEqualTo(without);
        }
    }

    @Test
    void everythingIsWrittenOnSomeDialect() {
        SAMPLES.forEach((name, sample) -> assertThat(Compiled.dialects()).as(name)
                .anyMatch(dialect -> isWrong(name) || !text(sample.with(), dialect).startsWith(REFUSED)));
    }

    private static boolean isWrong(String name) {
        return name.contains(" of no ") || name.startsWith("TableOption.of(");
    }

    private static String text(Function<String, ?> made, String dialect) {
        try {
            var compiled = Compiled.of(made.apply(dialect), dialect);
            return compiled.sql() + " " + compiled.parameters();
        } catch (RubedoException refused) {
            return REFUSED + refused.getMessage();
        }
    }

    private static void sample(String name, Supplied without, Supplied with) {
        SAMPLES.put(name, new Pair(dialect -> without.get(), dialect -> with.get()));
    }

    /** Makes definitions anew, for a table freezes when it is used. */
    @FunctionalInterface
    private interface Supplied {
        Object get();
    }

    private static Definitions definitions(TableItem... items) {
        return definitions(new MetaData(), items);
    }

    private static Definitions definitions(MetaData metadata, TableItem... items) {
        metadata.table("parents", column("id", Types.BIGINT).primaryKey());
        metadata.table("t", items);
        return Definitions.create(metadata);
    }

    private static Column<Long> key() {
        return column("id", Types.BIGINT).primaryKey();
    }

    private static Column<Integer> number() {
        return column("n", Types.INTEGER);
    }

    private static Column<Long> child() {
        return column("p", Types.BIGINT).references("parents.id");
    }

    private static void ofColumn(String method, UnaryOperator<Column<Integer>> change) {
        sample("Column." + method, () -> definitions(key(), number()),
                () -> definitions(key(), change.apply(number())));
    }

    private static void ofChild(String method, UnaryOperator<Column<Long>> change) {
        sample("Column." + method, () -> definitions(key(), child()),
                () -> definitions(key(), change.apply(child())));
    }

    private static void columns() {
        sample("Column.notNull()", () -> definitions(number()), () -> definitions(number().notNull()));
        sample("Column.primaryKey()", () -> definitions(number()), () -> definitions(number().primaryKey()));
        ofColumn("unique()", Column::unique);
        ofColumn("index()", Column::index);
        sample("Column.autoincrement(boolean)", () -> definitions(key()),
                () -> definitions(key().autoincrement(false)));
        ofColumn("serverDefault(String)", n -> n.serverDefault("7"));
        ofColumn("serverDefault(Expression)", n -> n.serverDefault(literal(7)));
        ofColumn("computed(String,boolean)", n -> n.computed("1 + 1", true));
        ofColumn("computed(String,boolean) virtual", n -> n.computed("1 + 1", false));
        ofColumn("computed(String)", n -> n.computed("1 + 1"));
        ofColumn("computed(Computed)", n -> n.computed(new Computed("1 + 1", Computed.Storage.STORED)));
        ofColumn("identity(long,long)", n -> n.identity(5, 2));
        ofColumn("identity(Identity)", n -> n.identity(new Identity(false, 5, 2)));
        ofColumn("identityAlways()", Column::identityAlways);
        ofColumn("check(String)", n -> n.check("n > 0"));
        ofColumn("check(CheckConstraint)", n -> n.check(CheckConstraint.of("n > 0").named("positive")));
        ofColumn("system()", Column::system);
        ofColumn("comment(String)", n -> n.comment("how many"));
        Supplied plain = () -> definitions(key(), column("p", Types.BIGINT));
        sample("Column.references(String)", plain, () -> definitions(key(), child()));
        sample("Column.references(Column)", plain, () -> {
            var metadata = new MetaData();
            var parent = column("id", Types.BIGINT).primaryKey();
            metadata.table("others", parent);
            return definitions(metadata, key(), column("p", Types.BIGINT).references(parent));
        });
        sample("Column.references(Supplier)", plain, () -> {
            var metadata = new MetaData();
            var parent = column("id", Types.BIGINT).primaryKey();
            metadata.table("others", parent);
            return definitions(metadata, key(), column("p", Types.BIGINT).references(() -> parent));
        });
        for (var action : ReferentialAction.values()) {
            if (action != ReferentialAction.DEFAULT) {
                ofChild("onDelete(ReferentialAction) " + action, p -> p.onDelete(action));
                ofChild("onKeyUpdate(ReferentialAction) " + action, p -> p.onKeyUpdate(action));
            }
        }
        ofChild("foreignKeyName(String)", p -> p.foreignKeyName("fk"));
        ofChild("deferrable(Deferrability)", p -> p.deferrable(Deferrability.INITIALLY_DEFERRED));
        ofChild("useAlter()", p -> p.foreignKeyName("fk").useAlter());
        SAMPLES.put("Column.useAlter() named", new Pair(
                dialect -> definitions(key(), child().foreignKeyName("fk")),
                dialect -> definitions(key(), child().foreignKeyName("fk").useAlter())));
        sample("Identity.isAlways", () -> definitions(key().identity(1, 1)),
                () -> definitions(key().identityAlways()));
        sample("Identity.start", () -> definitions(key().identity(1, 1)), () -> definitions(key().identity(5, 1)));
        sample("Identity.increment", () -> definitions(key().identity(1, 1)), () -> definitions(key().identity(1, 5)));
        identity("minimum", of -> of.between(-5L, null));
        identity("maximum", of -> of.between(null, 99L));
        identity("isCycling", Identity::cycling);
        identity("cache", of -> of.caching(20));
        identity("isOnNull", Identity::onNull);
        sample("Computed.sql", () -> definitions(key(), number().computed("1 + 1")),
                () -> definitions(key(), number().computed("2 + 2")));
        sample("Computed.storage", () -> definitions(key(), number().computed("1 + 1", true)),
                () -> definitions(key(), number().computed("1 + 1", false)));
    }

    private static void identity(String component, UnaryOperator<Identity> change) {
        var plain = new Identity(false, 1, 1);
        sample("Identity." + component, () -> definitions(key().identity(plain)),
                () -> definitions(key().identity(change.apply(plain))));
    }

    private static void columnDefaults() {
        inserted("defaultValue(Object)", n -> n.defaultValue(7));
        inserted("defaultValue(Supplier)", n -> n.defaultValue(() -> 7));
        inserted("defaultValue(Expression)", n -> n.defaultValue(literal(7)));
        sample("Column.sequence(Sequence)", () -> insert(column("s", Types.BIGINT)),
                () -> insert(column("s", Types.BIGINT).sequence(Sequence.of("counter"))));
        sample("Column.sequence(Sequence) created", () -> definitions(key(), column("s", Types.BIGINT)),
                () -> definitions(key(), column("s", Types.BIGINT).sequence(Sequence.of("counter"))));
        updated("onUpdate(Object)", n -> n.onUpdate(7));
        updated("onUpdate(Supplier)", n -> n.onUpdate(() -> 7));
        updated("onUpdate(Expression)", n -> n.onUpdate(literal(7)));
    }

    private static void inserted(String method, UnaryOperator<Column<Integer>> change) {
        sample("Column." + method, () -> insert(number()), () -> insert(change.apply(number())));
    }

    private static void updated(String method, UnaryOperator<Column<Integer>> change) {
        sample("Column." + method, () -> changing(number()), () -> changing(change.apply(number())));
    }

    private static Statement<?> insert(Column<?> column) {
        var key = key();
        return insertInto(new MetaData().table("t", key, column)).values(key, 1L);
    }

    private static Statement<?> changing(Column<?> column) {
        var key = key();
        return update(new MetaData().table("t", key, column)).set(key, 1L);
    }

    private static void ofIndex(String method, UnaryOperator<Index> change) {
        ofIndexOption(method, dialect -> change);
    }

    private static void ofIndexOption(String method, Function<String, UnaryOperator<Index>> change) {
        SAMPLES.put("Index." + method, new Pair(
                dialect -> definitions(key(), number(), Index.on("n").named("i")), dialect -> definitions(key(),
                        number(), change.apply(dialect).apply(Index.on("n").named("i")))));
    }

    private static void indexes() {
        ofIndex("named(String)", i -> i.named("other"));
        ofIndex("unique()", Index::unique);
        ofIndex("where(Condition)", i -> i.where(CheckConstraint.of("n > 0").condition()));
        ofIndex("including(String[])", i -> i.including("id"));
        ofIndex("onlyOn(String[])", i -> i.onlyOn("none"));
        ofIndex("using(String)", i -> i.using("btree"));
        for (var option : List.of("prefix", "with_parser", "length", "length.n", "concurrently", "nulls_not_distinct",
                "with", "tablespace", "ops.n")) {
            var value = option.startsWith("length") ? "3"
                    : List.of("concurrently", "nulls_not_distinct").contains(option) ? "true" : "x";
            ofIndexOption("option(String,String,String) " + option, dialect -> i -> i.option(dialect, option, value));
        }
        ofIndexOption("option(String,String,String) of no dialect", dialect -> i -> i.option(dialect, "bogus", "1"));
        ofIndexOption("option(String,String,String) of no column", dialect -> i -> i.option(dialect, "ops.m", "1"));
        ofIndexOption("option(String,String,String) of no length", dialect -> i -> i.option(dialect, "length.m", "1"));
    }

    private static void constraint(String name, TableItem without, TableItem with) {
        sample(name, () -> definitions(key(), column("a", Types.BIGINT), column("b", Types.BIGINT), without),
                () -> definitions(key(), column("a", Types.BIGINT), column("b", Types.BIGINT), with));
    }

    private static void bogus(String type, TableItem without, Function<String, TableItem> with) {
        SAMPLES.put(type + ".option(String,String,String) of no dialect",
                new Pair(dialect -> definitions(key(), column("a", Types.BIGINT), without),
                        dialect -> definitions(key(), column("a", Types.BIGINT), with.apply(dialect))));
    }

    private static void exclusions() {
        var exclusion = ExclusionConstraint.using("gist").with("a", "=");
        constraint("ExclusionConstraint.with(String,String)", exclusion, exclusion.with("b", "&&"));
        constraint("ExclusionConstraint.with(Expression,String)", exclusion, exclusion.with(literal(1), "="));
        constraint("ExclusionConstraint.where(Condition)", exclusion,
                exclusion.where(CheckConstraint.of("a > 0").condition()));
        constraint("ExclusionConstraint.named(String)", exclusion, exclusion.named("x"));
        constraint("ExclusionConstraint.deferrable(Deferrability)", exclusion,
                exclusion.deferrable(Deferrability.INITIALLY_DEFERRED));
        constraint("ExclusionConstraint.comment(String)", exclusion.named("x"), exclusion.named("x").comment("c"));
        constraint("ExclusionConstraint.onlyOn(String[])", exclusion, exclusion.onlyOn("none"));
    }

    private static void constraints() {
        var unique = UniqueConstraint.on("a");
        constraint("UniqueConstraint.named(String)", unique, unique.named("u"));
        constraint("UniqueConstraint.deferrable(Deferrability)", unique,
                unique.deferrable(Deferrability.INITIALLY_DEFERRED));
        var check = CheckConstraint.of("a > 0");
        constraint("CheckConstraint.named(String)", check, check.named("c"));
        constraint("CheckConstraint.deferrability", check,
                new CheckConstraint("", check.condition(), Deferrability.INITIALLY_DEFERRED));
        Function<PrimaryKey, Supplied> keyed = key -> () -> definitions(column("a", Types.BIGINT),
                column("b", Types.BIGINT), key);
        var primary = PrimaryKey.on("a", "b");
        sample("PrimaryKey.named(String)", keyed.apply(primary), keyed.apply(primary.named("pk")));
        sample("PrimaryKey.deferrable(Deferrability)", keyed.apply(primary),
                keyed.apply(primary.deferrable(Deferrability.INITIALLY_DEFERRED)));
        sample("PrimaryKey.comment(String)", keyed.apply(primary.named("pk")),
                keyed.apply(primary.named("pk").comment("c")));
        sample("PrimaryKey.onlyOn(String[])", keyed.apply(primary), keyed.apply(primary.onlyOn("none")));
        SAMPLES.put("PrimaryKey.option(String,String,String) of no dialect", new Pair(
                dialect -> definitions(column("a", Types.BIGINT), PrimaryKey.on("a")), dialect -> definitions(
                        column("a", Types.BIGINT), PrimaryKey.on("a").option(dialect, "bogus", "1"))));
        constraint("UniqueConstraint.comment(String)", unique.named("u"), unique.named("u").comment("c"));
        constraint("UniqueConstraint.onlyOn(String[])", unique, unique.onlyOn("none"));
        bogus("UniqueConstraint", unique, dialect -> unique.option(dialect, "bogus", "1"));
        constraint("CheckConstraint.comment(String)", check.named("c"), check.named("c").comment("c"));
        constraint("CheckConstraint.onlyOn(String[])", check, check.onlyOn("none"));
        constraint("CheckConstraint.deferrable(Deferrability)", check,
                check.deferrable(Deferrability.INITIALLY_DEFERRED));
        bogus("CheckConstraint", check, dialect -> check.option(dialect, "bogus", "1"));
        exclusions();
        var foreign = ForeignKey.on("a").references("parents.id");
        constraint("ForeignKey.comment(String)", foreign.named("fk"), foreign.named("fk").comment("c"));
        constraint("ForeignKey.onlyOn(String[])", foreign, foreign.onlyOn("none"));
        constraint("ForeignKey.match(ForeignKeyMatch)", foreign, foreign.match(ForeignKeyMatch.FULL));
        constraint("ForeignKey.match(ForeignKeyMatch) SIMPLE", foreign, foreign.match(ForeignKeyMatch.SIMPLE));
        constraint("ForeignKey.match(ForeignKeyMatch) PARTIAL of no dialect", foreign,
                foreign.match(ForeignKeyMatch.PARTIAL));
        bogus("ForeignKey", foreign, dialect -> foreign.option(dialect, "bogus", "1"));
        constraint("ForeignKey.references(String[])", foreign,
                ForeignKey.on("a", "b").references("parents.id", "parents.id"));
        sample("ForeignKey.references(Column[])",
                () -> definitions(key(), column("a", Types.BIGINT), foreign), () -> {
                    var metadata = new MetaData();
                    var parent = column("id", Types.BIGINT).primaryKey();
                    metadata.table("others", parent);
                    return definitions(metadata, key(), column("a", Types.BIGINT),
                            ForeignKey.on("a").references(parent));
                });
        sample("ForeignKey.references(Supplier)",
                () -> definitions(key(), column("a", Types.BIGINT), foreign), () -> {
                    var metadata = new MetaData();
                    var parent = column("id", Types.BIGINT).primaryKey();
                    metadata.table("others", parent);
                    return definitions(metadata, key(), column("a", Types.BIGINT),
                            ForeignKey.on("a").references(() -> List.of(parent)));
                });
        constraint("ForeignKey.named(String)", foreign, foreign.named("fk"));
        for (var action : ReferentialAction.values()) {
            if (action != ReferentialAction.DEFAULT) {
                constraint("ForeignKey.onDelete(ReferentialAction) " + action, foreign, foreign.onDelete(action));
                constraint("ForeignKey.onUpdate(ReferentialAction) " + action, foreign, foreign.onUpdate(action));
            }
        }
        constraint("ForeignKey.deferrable(Deferrability)", foreign,
                foreign.deferrable(Deferrability.INITIALLY_DEFERRED));
        constraint("ForeignKey.useAlter()", foreign.named("fk"), foreign.named("fk").useAlter());
    }

    private static void sequence(String name, Sequence with) {
        sample("Sequence." + name, () -> Definitions.of(new CreateSequence(Sequence.of("counter"), false)),
                () -> Definitions.of(new CreateSequence(with, false)));
    }

    private static void sequences() {
        sequence("name", Sequence.of("other"));
        sequence("schema", Sequence.of("counter").inSchema("s"));
        sequence("inSchema(String)", Sequence.of("counter").inSchema("s"));
        sequence("from(long,long)", Sequence.of("counter").from(5, 2));
        sequence("start", Sequence.of("counter").from(5, 2));
        sequence("increment", Sequence.of("counter").from(1, 2));
        sequence("minimum", Sequence.of("counter").between(5L, null));
        sequence("maximum", Sequence.of("counter").between(null, 99L));
        sequence("between(Long,Long)", Sequence.of("counter").between(5L, 99L));
        sequence("isCycling", Sequence.of("counter").cycling());
        sequence("cycling()", Sequence.of("counter").cycling());
        sequence("cache", Sequence.of("counter").caching(20));
        sequence("caching(long)", Sequence.of("counter").caching(20));
        sequence("dataType", Sequence.of("counter").ofType(Types.SMALLINT));
        sequence("ofType(SqlType)", Sequence.of("counter").ofType(Types.SMALLINT));
    }

    private static void tables() {
        SAMPLES.put("TableOption.of(String,String,String)", new Pair(dialect -> definitions(key()),
                dialect -> definitions(key(), TableOption.of(dialect, "bogus", "1"))));
        sample("TableOption.schema(String)", () -> definitions(key()),
                () -> definitions(key(), TableOption.schema("s")));
        sample("TableOption.comment(String)", () -> definitions(key()),
                () -> definitions(key(), TableOption.comment("all of them")));
        sample("TableOption.prefix(String)", () -> definitions(key()),
                () -> definitions(key(), TableOption.prefix("TEMPORARY")));
        sample("MetaData.schema", () -> definitions(key()),
                () -> definitions(new MetaData(NamingConvention.DEFAULT, "s"), key()));
        sample("MetaData.add(Sequence)", () -> definitions(key()), () -> {
            var metadata = new MetaData();
            metadata.add(Sequence.of("counter"));
            return definitions(metadata, key());
        });
        sample("UniqueConstraint.nullsNotDistinct()", () -> definitions(key(), column("u", Types.BIGINT),
                UniqueConstraint.on("u")),
                () -> definitions(key(), column("u", Types.BIGINT),
                        UniqueConstraint.on("u").nullsNotDistinct()));
        sample("NamingConvention.tokens", named("ix_{label}", "uq", "ck", "fk", "pk"),
                () -> definitions(new MetaData(new NamingConvention("ix_{mine}", "uq", "ck", "fk", "pk")
                        .withToken("mine", (table, columns) -> "of_" + table.name() + columns.size())), key(),
                        column("a", Types.BIGINT).index().check("a > 0"), child(),
                        column("u", Types.BIGINT).unique()));
        for (int i = 0; i < 5; i++) {
            var patterns = new String[]{"ix_{label}", "uq", "ck", "fk", "pk"};
            Supplied without = named(patterns.clone());
            patterns[i] = "other";
            sample("NamingConvention." + NamingConvention.class.getRecordComponents()[i].getName(), without,
                    named(patterns));
        }
    }

    private static void alteration(String method, UnaryOperator<Column<Integer>> existing,
            UnaryOperator<AlterColumn> change) {
        Function<UnaryOperator<AlterColumn>, Supplied> made = each -> () -> {
            var column = existing.apply(number());
            new MetaData().table("t", column);
            return Definitions.of(each.apply(AlterColumn.of(column).type(Types.BIGINT)));
        };
        sample("AlterColumn." + method, made.apply(UnaryOperator.identity()), made.apply(change));
    }

    private static void alterations() {
        alteration("type(SqlType)", n -> n, change -> change.type(Types.SMALLINT));
        alteration("using(String)", n -> n, change -> change.using("n + 1"));
        alteration("notNull()", n -> n, AlterColumn::notNull);
        alteration("nullable()", Column::notNull, AlterColumn::nullable);
        alteration("serverDefault(String)", n -> n, change -> change.serverDefault("7"));
        alteration("serverDefault(Expression)", n -> n, change -> change.serverDefault(literal(7)));
        alteration("dropServerDefault()", n -> n.serverDefault("7"), AlterColumn::dropServerDefault);
        alteration("identity(Identity)", n -> n.notNull(), change -> change.identity(new Identity(false, 5, 2)));
        alteration("dropIdentity()", n -> n.primaryKey().identity(1, 1), AlterColumn::dropIdentity);
        alteration("comment(String)", n -> n, change -> change.comment("how many"));
    }

    private static Supplied named(String... patterns) {
        return () -> definitions(
                new MetaData(new NamingConvention(patterns[0], patterns[1], patterns[2], patterns[3], patterns[4])),
                key(), column("a", Types.BIGINT).index().check("a > 0"), child(), column("u", Types.BIGINT).unique());
    }
}
