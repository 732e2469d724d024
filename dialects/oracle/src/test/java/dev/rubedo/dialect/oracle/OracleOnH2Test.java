package dev.rubedo.dialect.oracle;

import dev.rubedo.tck.AggregateSuite;
import dev.rubedo.tck.AlterSuite;
import dev.rubedo.tck.ConstraintErrorSuite;
import dev.rubedo.tck.DdlSuite;
import dev.rubedo.tck.FunctionSuite;
import dev.rubedo.tck.GroupingSuite;
import dev.rubedo.tck.InsertSuite;
import dev.rubedo.tck.JoinSuite;
import dev.rubedo.tck.JsonSuite;
import dev.rubedo.tck.KnownGaps;
import dev.rubedo.tck.LiteralSuite;
import dev.rubedo.tck.MergeSuite;
import dev.rubedo.tck.NumberSuite;
import dev.rubedo.tck.OperatorSuite;
import dev.rubedo.tck.PropertySuite;
import dev.rubedo.tck.RecordingDriver;
import dev.rubedo.tck.ResultShapeSuite;
import dev.rubedo.tck.ResultSuite;
import dev.rubedo.tck.SelectSuite;
import dev.rubedo.tck.SelectedValueSuite;
import dev.rubedo.tck.TemporalSuite;
import dev.rubedo.tck.TextSuite;
import dev.rubedo.tck.TransactionSuite;
import dev.rubedo.tck.TypeOptionSuite;
import dev.rubedo.tck.TypeRoundTripSuite;
import dev.rubedo.tck.UpdateDeleteSuite;
import dev.rubedo.tck.ViewSuite;
import dev.rubedo.testing.Databases;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The suites on H2 in its compatibility mode, except for what {@code gaps-of-h2.txt} lists with reasons. Suites about
 * the driver, locks and the catalog are left out, because they would test H2.
 */
@Databases("oracle-on-h2")
class OracleOnH2Test {

    @RegisterExtension static final KnownGaps GAPS = KnownGaps.of(OracleOnH2Test.class, "gaps-of-h2.txt");

    /** Leaves the statements of the suites to the tests that parse them. */
    @AfterAll
    static void writeStatements() throws IOException {
        RecordingDriver.write(Path.of("target", "statements-of-suites.txt"));
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
    class Viewing extends ViewSuite {}

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
