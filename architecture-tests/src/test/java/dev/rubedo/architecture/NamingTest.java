package dev.rubedo.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules 9 and 12: names say what a thing is, and every dialect is laid out alike. */
class NamingTest {

    private static final String EMPTY_WORDS = "(I[A-Z][a-z].*|Abstract.*|.*(Impl|Utils?|Helper|Manager))";

    /** What a dialect may consist of, after its prefix. What would be empty is left out. */
    private static final Set<String> DIALECT_PARTS = Set.of("Dialect", "ExpressionRenderer", "FunctionRenderer",
            "ConditionRenderer",
            "SelectRenderer",
            "InsertRenderer", "UpdateRenderer", "DeleteRenderer", "ReturningRenderer", "MergeRenderer",
            "MergeIntoRenderer",
            "Features",
            "DdlCompiler", "AlterRenderer", "TypeRenderer", "LiteralRenderer", "Keywords", "Backend", "BackendProvider",
            "Url", "TwoPhase", "Codecs",
            "SchemaReader", "Indexes",
            "ErrorTranslator", "TypeCatalog", "Insert", "Types", "Functions", "Transactions", "Catalog", "Storage");

    /** What one dialect has and no other needs. */
    private static final Set<String> SINGULAR_PARTS = Set.of("H2RenamedColumns", "SqliteRegexp", "SqliteTokens",
            "SqliteDefinition",
            "H2TypeParts", "MysqlCursors", "OracleBlocks", "OracleColumns", "OracleReturnedRows", "SqlServerIdentities",
            "SqlServerNames", "CockroachTransactions");

    private static final Map<String, Set<String>> DIALECT_PREFIXES = Map.of("sqlite", Set.of("Sqlite"), "postgresql",
            Set.of("Postgres", "Cockroach", "Yugabyte"), "mysql", Set.of("Mysql", "Mariadb"), "h2", Set.of("H2"),
            "duckdb",
            Set.of("DuckDb"),
            "sqlserver",
            Set.of("SqlServer"),
            "oracle", Set.of("Oracle"));

    @Test
    void namesCarryNoEmptyWords() {
        noEmptyWords("dev.rubedo").check(Project.classes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"RowImpl", "StringUtils", "MapHelper", "PoolManager", "IRow", "AbstractRow"})
    void anEmptyWordIsCaught(String name) {
        Caught.violation(noEmptyWords("planted"), Project.planted("planted.naming"), "planted.naming.Names$" + name);
    }

    @Test
    void exceptionsAreNamedSoAndBelongToTheFamily() {
        exceptionFamily("dev.rubedo", "dev.rubedo.error.RubedoException").check(Project.classes());
    }

    @Test
    void anExceptionOutsideTheFamilyIsCaught() {
        Caught.violation(exceptionFamily("planted", "dev.rubedo.error.RubedoException"),
                Project.planted("planted.naming"), "planted.naming.StrangerException");
    }

    @Test
    void anExceptionWithAnotherNameIsCaught() {
        Caught.violation(exceptionFamily("planted", "java.lang.RuntimeException"), Project.planted("planted.naming"),
                "planted.naming.Trouble");
    }

    @Test
    void dialectsConsistOfTheSameParts() {
        sameParts("dev.rubedo").check(Project.classes());
    }

    @Test
    void anInventedPartOfADialectIsCaught() {
        Caught.violation(sameParts("planted"), Project.planted("planted.dialect.h2"),
                "planted.dialect.h2.H2Translator");
    }

    private static ArchRule noEmptyWords(String root) {
        return noClasses().that().resideInAPackage(root + "..").and().resideOutsideOfPackage("..internal..")
                // Spring calls its transaction managers so
                .and().doNotHaveSimpleName("RubedoTransactionManager").should()
                .haveNameMatching(".*[.$]" + EMPTY_WORDS);
    }

    /** The test support is outside: its failures are about the run and not for programs. */
    private static ArchRule exceptionFamily(String root, String family) {
        return classes().that().resideInAPackage(root + "..")
                .and().resideOutsideOfPackage(root + ".testing..").and().areAssignableTo(Throwable.class)
                .should().haveSimpleNameEndingWith("Exception").andShould().beAssignableTo(family);
    }

    private static ArchRule sameParts(String root) {
        return classes().that().resideInAPackage(root + ".dialect.*").and().areTopLevelClasses()
                .should(new ArchCondition<>("be named like the parts of every dialect") {
                    @Override
                    public void check(JavaClass part, ConditionEvents events) {
                        var name = part.getPackageName().substring((root + ".dialect.").length());
                        boolean known = part.getSimpleName().equals("package-info")
                                || SINGULAR_PARTS.contains(part.getSimpleName())
                                || DIALECT_PREFIXES.getOrDefault(name, Set.of()).stream()
                                        .anyMatch(prefix -> part.getSimpleName().startsWith(prefix) && DIALECT_PARTS
                                                .contains(part.getSimpleName().substring(prefix.length())));
                        if (!known) {
                            events.add(SimpleConditionEvent.violated(part,
                                    part.getName() + " is not one of the parts that dialects have"));
                        }
                    }
                });
    }
}
