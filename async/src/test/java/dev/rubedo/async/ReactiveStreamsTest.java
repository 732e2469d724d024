package dev.rubedo.async;

import static dev.rubedo.async.Numbers.NUMBERS;
import static dev.rubedo.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.engine.Engine;
import java.util.List;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;
import org.reactivestreams.tck.TestEnvironment;
import org.reactivestreams.tck.flow.FlowPublisherVerification;
import org.testng.ITestResult;
import org.testng.TestListenerAdapter;
import org.testng.TestNG;
import org.testng.annotations.AfterClass;
import org.testng.annotations.BeforeClass;

/** The publisher of rows against the rules of Reactive Streams. */
class ReactiveStreamsTest {

    private static final int ROWS = 200;

    /** The rules, as tests of TestNG. */
    public static class Rules extends FlowPublisherVerification<Integer> {

        private Engine engine;
        private AsyncEngine async;

        /** Created by TestNG. */
        public Rules() {
            super(new TestEnvironment(20_000, 100, 50), 2000);
        }

        /** Opens a database with rows. */
        @BeforeClass
        public void open() {
            engine = Engine.create("h2:///mem:rules");
            async = Numbers.open(engine, ROWS);
        }

        /** Closes it. */
        @AfterClass
        public void close() {
            async.close();
            engine.close();
        }

        @Override
        public Flow.Publisher<Integer> createFlowPublisher(long elements) {
            return async.stream(select(NUMBERS.value).orderBy(NUMBERS.value).limit((int) Math.min(elements, ROWS)));
        }

        /** Returns null: a query is executed at the first request, so it cannot fail before. */
        @Override
        public Flow.Publisher<Integer> createFailedFlowPublisher() {
            return null;
        }

        @Override
        public long maxElementsFromPublisher() {
            return ROWS;
        }
    }

    @Test
    void theRulesOfPublishersHold() {
        var results = new TestListenerAdapter();
        var run = new TestNG(false);
        run.setTestClasses(new Class<?>[]{Rules.class});
        run.addListener(results);

        run.run();

        assertThat(results.getFailedTests()).extracting(ITestResult::getName, ITestResult::getThrowable).isEmpty();
        assertThat(results.getConfigurationFailures()).isEqualTo(List.of());
        assertThat(results.getPassedTests()).hasSizeGreaterThan(20);
    }
}
