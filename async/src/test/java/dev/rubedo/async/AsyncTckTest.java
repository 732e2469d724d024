package dev.rubedo.async;

import dev.rubedo.tck.ConcurrencySuite;
import dev.rubedo.tck.ConstraintErrorSuite;
import dev.rubedo.tck.FaultSuite;
import dev.rubedo.tck.ResultSuite;
import dev.rubedo.tck.TransactionSuite;
import dev.rubedo.tck.UpdateDeleteSuite;
import dev.rubedo.testing.Databases;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.ExtendWith;

/** The suites about connections, transactions and results hold on a lane too. */
@Databases("postgresql")
@ExtendWith(OnLane.class)
class AsyncTckTest {

    @Nested
    class UpdatingAndDeleting extends UpdateDeleteSuite {}

    @Nested
    class Violating extends ConstraintErrorSuite {}

    @Nested
    class Transacting extends TransactionSuite {}

    @Nested
    class ReadingResults extends ResultSuite {}

    @Nested
    class Sharing extends ConcurrencySuite {}

    @Nested
    class Failing extends FaultSuite {}
}
