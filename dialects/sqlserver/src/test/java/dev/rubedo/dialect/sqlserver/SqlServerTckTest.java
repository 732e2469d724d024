package dev.rubedo.dialect.sqlserver;

import static dev.rubedo.sql.Sql.literal;
import static dev.rubedo.sql.Sql.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rubedo.engine.Connection;
import dev.rubedo.sql.Selectable;
import dev.rubedo.tck.AggregateSuite;
import dev.rubedo.tck.AlterSuite;
import dev.rubedo.tck.ConcurrencySuite;
import dev.rubedo.tck.ConstraintErrorSuite;
import dev.rubedo.tck.DdlSuite;
import dev.rubedo.tck.FaultSuite;
import dev.rubedo.tck.FunctionSuite;
import dev.rubedo.tck.GroupingSuite;
import dev.rubedo.tck.InsertSuite;
import dev.rubedo.tck.InspectorSuite;
import dev.rubedo.tck.JoinSuite;
import dev.rubedo.tck.JsonSuite;
import dev.rubedo.tck.LiteralSuite;
import dev.rubedo.tck.MergeSuite;
import dev.rubedo.tck.NumberSuite;
import dev.rubedo.tck.OperatorSuite;
import dev.rubedo.tck.PreparedStatementSuite;
import dev.rubedo.tck.PropertySuite;
import dev.rubedo.tck.ReflectionPropertySuite;
import dev.rubedo.tck.ReflectionSuite;
import dev.rubedo.tck.ResultShapeSuite;
import dev.rubedo.tck.ResultSuite;
import dev.rubedo.tck.SelectSuite;
import dev.rubedo.tck.SelectedValueSuite;
import dev.rubedo.tck.StatementCacheSuite;
import dev.rubedo.tck.StatisticsSuite;
import dev.rubedo.tck.Tck;
import dev.rubedo.tck.TemporalSuite;
import dev.rubedo.tck.TextSuite;
import dev.rubedo.tck.TimeoutSuite;
import dev.rubedo.tck.TransactionSuite;
import dev.rubedo.tck.TwoPhaseSuite;
import dev.rubedo.tck.TypeOptionSuite;
import dev.rubedo.tck.TypeRoundTripSuite;
import dev.rubedo.tck.UpdateDeleteSuite;
import dev.rubedo.tck.ViewSuite;
import dev.rubedo.testing.Databases;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Every suite on a server of SQL Server, if RUBEDO_MSSQL_URL names one. */
@Databases("mssql")
class SqlServerTckTest {

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
    class InTwoPhases extends TwoPhaseSuite {}

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
            return text("SELECT count(*) AS c FROM sys.all_columns a, sys.all_columns b, sys.all_columns d")
                    .columns(literal(0L).as("c"));
        }

        @Override
        protected void limitLockWaits(Connection connection) {
            connection.execute(text("SET LOCK_TIMEOUT 1000"));
            connection.commit();
        }
    }

    @Nested
    class Failing extends FaultSuite {}

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

    @Test
    void everySuiteIsExtended() {
        assertThat(Tck.missingFrom(SqlServerTckTest.class)).isEmpty();
    }
}
