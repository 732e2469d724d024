package dev.rubedo.testing;

import dev.rubedo.testing.golden.Golden;
import dev.rubedo.testing.golden.GoldenSource;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.AbstractAssert;
import org.opentest4j.AssertionFailedError;

/** Assertions on the statements that were sent. Confined to one thread at a time. */
public final class StatementLogAssert extends AbstractAssert<StatementLogAssert, StatementLog> {

    StatementLogAssert(StatementLog actual) {
        super(actual, StatementLogAssert.class);
    }

    /**
     * Verifies that exactly these statements were sent, in this order, with whitespace normalized. With
     * {@code -Drubedo.golden=rewrite} the text blocks in the test are replaced with the actual statements.
     */
    public StatementLogAssert containsExactly(String... expected) {
        List<String> found = actual.texts();
        List<String> wanted = Arrays.stream(expected).map(LoggedStatement::normalize).toList();
        if (found.equals(wanted)
                || (Golden.isRewriting() && GoldenSource.replace(StatementLogAssert.class, "containsExactly", found))) {
            return this;
        }
        throw new AssertionFailedError(
                (wanted.size() == found.size() ? "Expected different SQL"
                        : "Expected " + counted(wanted.size()) + " but found " + found.size()) + ":\n" + listed(found)
                        + "\nwhile expecting:\n" + listed(wanted),
                String.join("\n", wanted), String.join("\n", found));
    }

    /** Verifies the number of statements that were sent; a batch counts as one. */
    public StatementLogAssert hasCount(int expected) {
        if (actual.count() != expected) {
            throw failureWithActualExpected(actual.count(), expected, "Expected %s but found %d:\n%s",
                    counted(expected), actual.count(), listed(actual.texts()));
        }
        return this;
    }

    /** Verifies that nothing was sent. */
    public StatementLogAssert isEmpty() {
        return hasCount(0);
    }

    /** Returns assertions on one statement, by its index from 0. */
    public LoggedStatementAssert statement(int index) {
        List<LoggedStatement> all = actual.all();
        if (index < 0 || index >= all.size()) {
            throw failure("There is no statement %d; found %d:\n%s", index, all.size(), listed(actual.texts()));
        }
        return new LoggedStatementAssert(all.get(index));
    }

    /** Returns assertions on the last statement. */
    public LoggedStatementAssert last() {
        return statement(actual.count() - 1);
    }

    private static String counted(int statements) {
        return statements == 1 ? "1 statement" : statements + " statements";
    }

    private static String listed(List<String> texts) {
        return texts.isEmpty() ? "  (none)" : "  " + String.join("\n  ", texts);
    }
}
