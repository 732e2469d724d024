package dev.rubedo.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules 5 and 6: the tree is closed, immutable data, with counted doors. */
class TreeShapeTest {

    /** The doors of the tree, and that of operations of migrations. Another one needs a decision record. */
    private static final Set<String> DOORS = Set.of("ColumnReference", "TableReference", "UnresolvedExpression",
            "UnresolvedEntity", "CustomExpression", "CustomClause", "CustomDdl", "CustomType", "DialectType",
            "CustomOperation");

    /** Interfaces beside the tree: what stands above implements them. */
    private static final Set<String> PLAIN_INTERFACES = Set.of("Row", "UnresolvedJoin", "StatementOption",
            "StatementRenderer", "RendererProvider", "SqlWriter");

    /** Walks over the tree that are there to be extended. */
    private static final Set<String> WALKS = Set.of("Rewriter", "Walker", "Structure");

    private static final Pattern DOOR = Pattern
            .compile("\\bnon-sealed\\s+(?:abstract\\s+)?(?:interface|class)\\s+(\\w+)");

    @Test
    void typesOfTheTreeAreImmutable() {
        immutableTree("dev.rubedo.sql", PLAIN_INTERFACES).check(Project.classes());
    }

    @Test
    void aNodeWithAFieldThatChangesIsCaught() {
        Caught.violation(immutableTree("planted.tree", Set.of()), Project.planted("planted.tree"),
                "planted.tree.Counter");
    }

    @Test
    void aNodeThatCanBeExtendedIsCaught() {
        Caught.violation(immutableTree("planted.tree", Set.of()), Project.planted("planted.tree"), "planted.tree.Open");
    }

    @Test
    void anInterfaceThatIsNotSealedIsCaught() {
        Caught.violation(immutableTree("planted.tree", Set.of()), Project.planted("planted.tree"),
                "planted.tree.Anything");
    }

    @Test
    void theDoorsAreThoseOfTheDecision() {
        assertThat(doors(Project.sources())).containsExactlyInAnyOrderElementsOf(DOORS);
    }

    @Test
    void anotherDoorIsCaught(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("Backdoor.java"), """
                /** Not a non-sealed interface Comment. */
                public non-sealed interface Backdoor extends Expression<Object> {}
                """);

        assertThat(doors(List.of(file))).containsExactly("Backdoor");
    }

    private static List<String> doors(List<Path> files) {
        return files.stream().flatMap(file -> DOOR.matcher(Project.code(file)).results()).map(match -> match.group(1))
                .toList();
    }

    private static ArchRule immutableTree(String name, Set<String> plainInterfaces) {
        return classes().that().resideInAPackage(name).and().arePublic()
                .should(new ArchCondition<>("be closed, immutable data") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        var fault = fault(type, plainInterfaces);
                        if (!fault.isEmpty()) {
                            events.add(SimpleConditionEvent.violated(type, type.getName() + " " + fault));
                        }
                    }
                });
    }

    private static String fault(JavaClass type, Set<String> plainInterfaces) {
        if (type.isRecord() || type.isEnum() || type.isAnnotation() || WALKS.contains(type.getSimpleName())) {
            return "";
        }
        if (type.isInterface()) {
            return isClosed(type.reflect()) || plainInterfaces.contains(type.getSimpleName()) ? ""
                    : "is an interface that is neither sealed, nor a functional interface, nor listed";
        }
        if (!type.getModifiers().contains(JavaModifier.FINAL) && !type.reflect().isSealed() && !isFrontDoor(type)) {
            return "is a class that can be extended";
        }
        return type.getFields().stream().filter(field -> !field.getModifiers().contains(JavaModifier.FINAL))
                .map(field -> "has the field " + field.getName() + ", which is not final").findFirst().orElse("");
    }

    private static boolean isClosed(Class<?> type) {
        return type.isSealed() || type.isAnnotationPresent(FunctionalInterface.class)
                || Arrays.stream(type.getInterfaces()).anyMatch(Class::isSealed);
    }

    /** Classes of static methods may extend each other, so that one import opens them all; they have no instances. */
    private static boolean isFrontDoor(JavaClass type) {
        return type.getFields().stream().allMatch(field -> field.getModifiers().contains(JavaModifier.STATIC))
                && type.getMethods().stream().allMatch(method -> method.getModifiers().contains(JavaModifier.STATIC))
                && type.getConstructors().stream()
                        .noneMatch(constructor -> constructor.getModifiers().contains(JavaModifier.PUBLIC));
    }
}
