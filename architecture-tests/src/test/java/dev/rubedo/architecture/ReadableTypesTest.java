package dev.rubedo.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is seen of an object: its text in a debugger, and where a chain of calls may begin. */
class ReadableTypesTest {

    /** The packages of the types that users hold in variables. */
    private static final Set<String> USED = Set.of("sql", "schema", "type", "engine", "result", "reflect", "pool",
            "orm",
            "orm.session", "orm.model", "orm.query", "orm.metamodel", "orm.collection", "orm.routing", "orm.classic");

    /** Types that do something and that nobody looks at: readers, writers, visitors, and what generated code calls. */
    private static final Set<String> TOOLS = Set.of("engine.PreparedExecution", "result.RowReader", "result.RowShape",
            "result.ParameterWriter", "result.ParameterSlots", "reflect.NamedTypeCatalog", "sql.Rewriter", "sql.Walker",
            "orm.model.AttributeDefaults", "orm.model.ModelListeners", "orm.metamodel.EntityDefinitionBuilder");

    /** Beginnings whose names cannot be taken for another step, because they need what a step would not. */
    private static final Set<String> BEGINNINGS = Set.of("schema.Column.column", "sql.TableSample.bernoulli",
            "sql.TableSample.system", "sql.TextClause.prefix", "sql.TextClause.suffix",
            "schema.ExclusionConstraint.using",
            "orm.classic.Query.query", "dialect.mysql.type.MysqlMatch.against", "generate.GeneratorOptions.inPackage",
            "migrate.script.MigrationConfig.read", "migrate.script.MigrationConfig.defaults",
            "migrate.script.ScriptDirectory.read", "migrate.script.ScriptDirectory.onClassPath",
            "orm.metamodel.FormulaDefinition.perQuery", "orm.metamodel.RelationshipDefinition.toOne",
            "orm.metamodel.RelationshipDefinition.toMany", "backend.DatabaseUrl.forBackend");

    @Test
    void whatUsersHoldHasATextOfItsOwn() {
        assertThat(publicTypes().filter(type -> USED.contains(room(type)))
                .filter(type -> !type.isInterface() && !type.isEnum() && !type.isRecord()
                        && !type.getModifiers().contains(JavaModifier.ABSTRACT))
                .filter(type -> type.getMethods().stream().anyMatch(ReadableTypesTest::isStep))
                .filter(type -> !hasText(type)).map(ReadableTypesTest::name)
                .filter(name -> !TOOLS.contains(name)).sorted().toList()).isEmpty();
    }

    /**
     * A static method can be called on an object, which it then ignores: {@code options.retry(3).readOnly()} would lose
     * the retries. Where both kinds of calls are natural, the type is an interface, on whose objects the compiler refuses
     * static methods.
     */
    @Test
    void aStepOfAChainIsNoBeginning() {
        assertThat(publicTypes().filter(type -> !type.isInterface() && !type.isEnum())
                .filter(type -> type.getMethods().stream()
                        .anyMatch(method -> isStep(method) && method.getRawReturnType().equals(type)
                                && !method.getName().equals("rewrite")))
                .flatMap(type -> type.getMethods().stream().filter(method -> method.getRawReturnType().equals(type)
                        && method.getModifiers().contains(JavaModifier.PUBLIC)
                        && method.getModifiers().contains(JavaModifier.STATIC))
                        .map(method -> name(type) + "." + method.getName()))
                .filter(method -> !method.matches(".*\\.(of\\w*|on|create|builder)") && !BEGINNINGS.contains(method))
                .sorted().toList()).isEmpty();
    }

    private static Stream<JavaClass> publicTypes() {
        return Project.classes().stream().filter(ReadableTypesTest::isPublic)
                .filter(type -> !type.getPackageName().contains(".internal")
                        && !type.getPackageName().startsWith("dev.rubedo.testing")
                        && !type.getPackageName().startsWith("dev.rubedo.tck"));
    }

    private static boolean isPublic(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.getEnclosingClass().map(ReadableTypesTest::isPublic).orElse(true);
    }

    private static boolean isStep(JavaMethod method) {
        return method.getModifiers().contains(JavaModifier.PUBLIC)
                && !method.getModifiers().contains(JavaModifier.STATIC)
                && !method.getModifiers().contains(JavaModifier.SYNTHETIC);
    }

    private static boolean hasText(JavaClass type) {
        return Stream.concat(Stream.of(type), type.getAllRawSuperclasses().stream())
                .filter(each -> !each.getName().equals(Object.class.getName()))
                .anyMatch(each -> each.getMethods().stream()
                        .anyMatch(method -> method.getName().equals("toString")
                                && method.getRawParameterTypes().isEmpty())
                        || each.getName().startsWith("java."));
    }

    private static String room(JavaClass type) {
        return type.getPackageName().replace("dev.rubedo.", "");
    }

    private static String name(JavaClass type) {
        return type.getName().replace("dev.rubedo.", "");
    }
}
