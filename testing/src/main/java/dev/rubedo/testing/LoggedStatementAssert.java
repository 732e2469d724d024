package dev.rubedo.testing;

import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;

/** Assertions on one statement that was sent. Confined to one thread at a time. */
public final class LoggedStatementAssert extends AbstractAssert<LoggedStatementAssert, LoggedStatement> {

    LoggedStatementAssert(LoggedStatement actual) {
        super(actual, LoggedStatementAssert.class);
    }

    /** Verifies the whole text, with whitespace normalized. */
    public LoggedStatementAssert hasSql(String expected) {
        Assertions.assertThat(actual.normalized()).isEqualTo(LoggedStatement.normalize(expected));
        return this;
    }

    /** Verifies the bound values of a statement that was executed once, in marker order. */
    public LoggedStatementAssert hasParameters(@Nullable Object... expected) {
        return hasBatch(Arrays.asList(expected));
    }

    /** Verifies the bound values of every row of a batch. */
    public LoggedStatementAssert hasBatch(List<? extends @Nullable Object>... rows) {
        Assertions.assertThat(actual.parameters()).as("parameters of %s", actual.normalized())
                .isEqualTo(Arrays.asList(rows));
        return this;
    }

    /** Verifies the number of changed rows. */
    public LoggedStatementAssert hasRowCount(long expected) {
        Assertions.assertThat(actual.rowCount()).as("rows written by %s", actual.normalized()).isEqualTo(expected);
        return this;
    }
}
