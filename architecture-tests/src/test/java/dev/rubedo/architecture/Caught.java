package dev.rubedo.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;

/** How a test proves that a rule is no dead letter. Has no state. */
final class Caught {

    private Caught() {}

    /** Asserts that the rule fails on the planted classes and names the culprit. */
    static void violation(ArchRule rule, JavaClasses planted, String culprit) {
        assertThat(planted).as("planted classes").isNotEmpty();
        assertThatThrownBy(() -> rule.check(planted)).isInstanceOf(AssertionError.class).hasMessageContaining(culprit);
    }
}
