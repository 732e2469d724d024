package dev.rubedo.tck;

import dev.rubedo.backend.IsolationLevel;
import dev.rubedo.engine.Connection;
import dev.rubedo.sql.Selectable;
import org.junit.jupiter.api.Nested;

/**
 * All suites. The tests of a dialect extend this class and name their database:
 * {@snippet :
 * @Databases("postgresql")
 * class PostgresTckTest extends AllSuites {
 *     @Override
 *     protected Selectable<?> slowQuery() {
 *         return text("SELECT CAST(pg_sleep(6) AS text) AS c").columns(literal("").as("c"));
 *     }
 *
 *     @Override
 *     protected void limitLockWaits(Connection connection) {
 *         connection.execute(text("SET lock_timeout = '500ms'"));
 *         connection.commit();
 *     }
 * }
 * }
 * Confined to one thread at a time.
 */
public abstract class AllSuites {

    /** Returns a query that takes more than five seconds and can be cancelled. */
    protected abstract Selectable<?> slowQuery();

    /**
     * Limits the lock waits of a connection to one second.
     *
     * @param connection the connection; its transaction may be committed
     */
    protected abstract void limitLockWaits(Connection connection);

    /** Returns whether a prepared transaction survives its connection; true by default. */
    protected boolean preparedTransactionsSurvive() {
        return true;
    }

    /** Returns an isolation level that the database supports; by default, {@code SERIALIZABLE}. */
    protected IsolationLevel isolationLevel() {
        return IsolationLevel.SERIALIZABLE;
    }

    @Nested
    class Selecting extends SelectSuite {}

    @Nested
    class Joining extends JoinSuite {}

    @Nested
    class Aggregating extends AggregateSuite {}

    @Nested
    class Grouping extends GroupingSuite {}

    @Nested
    class Inserting extends InsertSuite {}

    @Nested
    class UpdatingAndDeleting extends UpdateDeleteSuite {}

    @Nested
    class AlteringTables extends AlterSuite {}

    @Nested
    class DefiningTables extends DdlSuite {}

    @Nested
    class Violating extends ConstraintErrorSuite {}

    @Nested
    class Transacting extends TransactionSuite {}

    @Nested
    class ReadingResults extends ResultSuite {}

    @Nested
    class ResultShapes extends ResultShapeSuite {}

    @Nested
    class InTwoPhases extends TwoPhaseSuite {
        @Override
        protected boolean survivesItsConnection() {
            return preparedTransactionsSurvive();
        }
    }

    @Nested
    class Preparing extends PreparedStatementSuite {}

    @Nested
    class ChoosingTypes extends TypeOptionSuite {}

    @Nested
    class RoundTripping extends TypeRoundTripSuite {}

    @Nested
    class WritingLiterals extends LiteralSuite {}

    @Nested
    class ReadingJson extends JsonSuite {}

    @Nested
    class Merging extends MergeSuite {}

    @Nested
    class SelectingValues extends SelectedValueSuite {}

    @Nested
    class Inspecting extends InspectorSuite {}

    @Nested
    class ReflectingAnything extends ReflectionPropertySuite {}

    @Nested
    class Viewing extends ViewSuite {}

    @Nested
    class Reflecting extends ReflectionSuite {}

    @Nested
    class CachingStatements extends StatementCacheSuite {}

    @Nested
    class Counting extends StatisticsSuite {}

    @Nested
    class Sharing extends ConcurrencySuite {}

    @Nested
    class TimingOut extends TimeoutSuite {
        @Override
        protected Selectable<?> slowQuery() {
            return AllSuites.this.slowQuery();
        }

        @Override
        protected void limitLockWaits(Connection connection) {
            AllSuites.this.limitLockWaits(connection);
        }
    }

    @Nested
    class Failing extends FaultSuite {
        @Override
        protected IsolationLevel isolationLevel() {
            return AllSuites.this.isolationLevel();
        }
    }

    @Nested
    class Computing extends PropertySuite {}

    @Nested
    class ComputingNumbers extends NumberSuite {}

    @Nested
    class CallingFunctions extends FunctionSuite {}

    @Nested
    class Operating extends OperatorSuite {}

    @Nested
    class MovingInTime extends TemporalSuite {}

    @Nested
    class WritingByHand extends TextSuite {}
}
