package dev.rubedo.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.core.api.AssertProvider;

/**
 * The statements that an engine has sent since the test began or {@link #clear()} was called, in order. For use with
 * AssertJ's {@code assertThat}:
 * {@snippet :
 * assertThat(statements).containsExactly(
 *         """
 *         SELECT users.id, users.name FROM users WHERE users.age > ?
 *         """);
 * assertThat(statements).hasCount(1);
 * }
 * Thread-safe.
 */
public final class StatementLog implements AssertProvider<StatementLogAssert> {

    private final List<LoggedStatement> statements = new CopyOnWriteArrayList<>();

    /** Creates an empty log. */
    public StatementLog() {}

    /** Clears the log. */
    public void clear() {
        statements.clear();
    }

    /** Returns a copy of the logged statements. */
    public List<LoggedStatement> all() {
        return List.copyOf(statements);
    }

    /** Returns the texts, with whitespace normalized. */
    public List<String> texts() {
        return statements.stream().map(LoggedStatement::normalized).toList();
    }

    /** Returns the number of logged statements; a batch counts as one. */
    public int count() {
        return statements.size();
    }

    /** Returns assertions on this log; called by AssertJ. */
    @Override
    public StatementLogAssert assertThat() {
        return new StatementLogAssert(this);
    }

    void add(LoggedStatement statement) {
        statements.add(statement);
    }

    /** Replaces a logged statement with its outcome; returns false if the log was cleared in the meantime. */
    boolean replace(LoggedStatement executed, LoggedStatement failed) {
        synchronized (statements) {
            for (int i = 0; i < statements.size(); i++) {
                if (statements.get(i) == executed) {
                    statements.set(i, failed);
                    return true;
                }
            }
            return false;
        }
    }

    @Override
    public String toString() {
        return String.join("\n", texts());
    }
}
