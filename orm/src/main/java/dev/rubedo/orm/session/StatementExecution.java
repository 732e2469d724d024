package dev.rubedo.orm.session;

import dev.rubedo.engine.ExecuteOption;
import dev.rubedo.result.Result;
import dev.rubedo.sql.Statement;
import dev.rubedo.stability.Incubating;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A statement that an application executes on a session, as it passes through the listeners. Immutable. Confined to one
 * thread at a time, as the session is.
 *
 * @param <T> the type of a result of the statement
 */
@Incubating
public final class StatementExecution<T extends @Nullable Object> {

    /** Executes the statement after the last listener. */
    @FunctionalInterface
    interface Target {
        <T extends @Nullable Object> Result<T> execute(StatementExecution<T> execution);
    }

    private final Session session;
    private final Statement<T> statement;
    private final Map<String, @Nullable Object> values;
    private final List<ExecuteOption> options;
    private final List<SessionListener> listeners;
    private final Target target;

    StatementExecution(Session session, Statement<T> statement, Map<String, ? extends @Nullable Object> values,
            List<ExecuteOption> options, List<SessionListener> listeners, Target target) {
        this.session = session;
        this.statement = Objects.requireNonNull(statement, "statement");
        this.values = Collections.unmodifiableMap(new HashMap<>(values));
        this.options = List.copyOf(options);
        this.listeners = listeners;
        this.target = target;
    }

    /** Returns the session that executes the statement. */
    public Session session() {
        return session;
    }

    /** Returns the statement, about entities or tables. */
    public Statement<T> statement() {
        return statement;
    }

    /** Returns the values of named parameters. Values can be null. */
    public Map<String, @Nullable Object> values() {
        return values;
    }

    /** Returns the options of this execution. */
    public List<ExecuteOption> options() {
        return options;
    }

    /** Returns this execution with another statement, whose results have the same type. */
    public StatementExecution<T> withStatement(Statement<T> other) {
        return new StatementExecution<>(session, other, values, options, listeners, target);
    }

    /** Returns this execution with more options. Later options override earlier ones. */
    public StatementExecution<T> withOptions(ExecuteOption... more) {
        List<ExecuteOption> all = new ArrayList<>(options);
        all.addAll(List.of(more));
        return new StatementExecution<>(session, statement, values, all, listeners, target);
    }

    /** Calls the next listener, or executes the statement if there is none. */
    public Result<T> proceed() {
        if (listeners.isEmpty()) {
            return target.execute(this);
        }
        return listeners.get(0).aroundExecute(new StatementExecution<>(session, statement, values, options,
                listeners.subList(1, listeners.size()), target));
    }

    @Override
    public String toString() {
        return statement.toString();
    }
}
