package dev.rubedo.tck;

import java.util.List;
import java.util.stream.Stream;

/**
 * The list of all suites, and a check that a dialect's tests extend each of them. Stateless.
 * {@snippet :
 * @Databases("postgresql")
 * class PostgresTckTest {
 *     @Nested class Selecting extends SelectSuite {}
 *     // ... one nested class per suite
 *
 *     @Test
 *     void everySuiteIsExtended() {
 *         assertThat(Tck.missingFrom(PostgresTckTest.class)).isEmpty();
 *     }
 * }
 * }
 */
public final class Tck {

    private static final List<Class<?>> SUITES = List.of(SelectSuite.class, JoinSuite.class, AggregateSuite.class,
            GroupingSuite.class,
            InsertSuite.class, UpdateDeleteSuite.class, DdlSuite.class, ConstraintErrorSuite.class,
            TransactionSuite.class, ResultSuite.class, TypeRoundTripSuite.class, LiteralSuite.class,
            SelectedValueSuite.class, JsonSuite.class, MergeSuite.class,
            ReflectionSuite.class,
            StatementCacheSuite.class, PreparedStatementSuite.class, ConcurrencySuite.class, TimeoutSuite.class,
            FaultSuite.class,
            PropertySuite.class, NumberSuite.class, FunctionSuite.class, OperatorSuite.class, TemporalSuite.class,
            TextSuite.class);

    private Tck() {}

    /** Returns all suites. */
    public static List<Class<?>> suites() {
        return SUITES;
    }

    /** Returns the suites that no nested class of a test class extends; empty if the dialect is tested completely. */
    public static List<Class<?>> missingFrom(Class<?> tests) {
        return SUITES.stream()
                .filter(suite -> Stream.of(tests.getDeclaredClasses()).noneMatch(suite::isAssignableFrom)).toList();
    }
}
