package dev.rubedo.testing;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.instanceOf;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

class UnobservedExpectationsTest {

    private static Events run(Class<?> tests) {
        return EngineTestKit.engine("junit-jupiter").selectors(selectClass(tests)).execute().testEvents();
    }

    /** Tests whose engine nothing observes. */
    static class Unobserved {
        @Test
        @ExpectStatements(1)
        void expectsStatements() {}

        @Test
        @NoNPlusOne
        void expectsNoRepetition() {}

        @Test
        void expectsNothing() {}
    }

    @Test
    void anExpectationThatNothingChecksFailsItsTest() {
        var events = run(Unobserved.class);

        events.assertStatistics(statistics -> statistics.started(3).failed(2).succeeded(1));
        events.failed().assertThatEvents().allMatch(event(finishedWithFailure(instanceOf(IllegalStateException.class),
                message(text -> text.contains("nothing observes its engine"))))::matches);
    }
}
