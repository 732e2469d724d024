package dev.rubedo.sql;

import static dev.rubedo.sql.Sql.*;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Positions and counts that databases answer differently, or not at all, are refused. */
class ArgumentRangeTest {

    private static final Expression<String> TEXT_VALUE = value("abc");
    private static final Expression<List<Integer>> LIST = value(List.of(1, 2), array(INTEGER));

    private static void refused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    @Test
    void positionsInTextsCountFromOne() {
        refused(() -> substring(TEXT_VALUE, 0, 2),
                "substring(...): the number 0 is less than the minimum of 1");
        refused(() -> substring(TEXT_VALUE, -1, 2),
                "substring(...): the number -1 is less than the minimum of 1");
        refused(() -> substring(TEXT_VALUE, 1, -1),
                "substring(...): the number -1 is less than the minimum of 0");
    }

    @Test
    void positionsInArraysCountFromOne() {
        refused(() -> arrayElement(LIST, 0), "arrayElement(...): the number 0 is less than the minimum of 1");
        refused(() -> arraySlice(LIST, 0, 1), "arraySlice(...): the number 0 is less than the minimum of 1");
        refused(() -> arraySlice(LIST, 1, -1),
                "arraySlice(...): the number -1 is less than the minimum of 0");
    }

    @Test
    void rowsOfWindowsAreCountedForward() {
        refused(() -> lag(TEXT_VALUE, -1), "lag(...): the number -1 is less than the minimum of 0");
        refused(() -> lag(TEXT_VALUE, -1, "x"), "lag(...): the number -1 is less than the minimum of 0");
        refused(() -> lead(TEXT_VALUE, -1), "lead(...): the number -1 is less than the minimum of 0");
        refused(() -> lead(TEXT_VALUE, -1, "x"), "lead(...): the number -1 is less than the minimum of 0");
        refused(() -> nthValue(TEXT_VALUE, 0), "nthValue(...): the number 0 is less than the minimum of 1");
        refused(() -> ntile(0), "ntile(...): the number 0 is less than the minimum of 1");
    }
}
