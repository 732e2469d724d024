package dev.rubedo.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** One class moves objects from state to state, so that each transition has one place where listeners are told. */
class LifecycleTest {

    private static final Set<String> TRANSITIONS = Set.of("move", "loaded", "detachDeleted", "becomeTransient");

    @Test
    void onlyTheLifecycleMovesObjectsFromStateToState() {
        onlyLifecycleMovesObjects("dev.rubedo.orm").check(Project.classes());
    }

    @Test
    void theLifecycleUsesEveryTransition() {
        var used = Project.classes().get("dev.rubedo.orm.session.Lifecycle").getMethodCallsFromSelf().stream()
                .filter(LifecycleTest::isTransition).map(JavaMethodCall::getName).collect(Collectors.toSet());

        assertThat(used).isEqualTo(TRANSITIONS);
    }

    @Test
    void aClassThatMovesAnObjectByItselfIsCaught() {
        Caught.violation(onlyLifecycleMovesObjects("planted"), Project.planted("planted"), "planted.session.Mover");
    }

    private static ArchRule onlyLifecycleMovesObjects(String root) {
        return noClasses().that().resideOutsideOfPackage(root + ".state").and()
                .doNotHaveFullyQualifiedName(root + ".session.Lifecycle")
                .should().callMethodWhere(describe("is a transition of EntityInternals", LifecycleTest::isTransition));
    }

    private static boolean isTransition(JavaMethodCall call) {
        return call.getTargetOwner().getSimpleName().equals("EntityInternals") && TRANSITIONS.contains(call.getName());
    }
}
