package dev.rubedo.migrate.lint;

import dev.rubedo.dialect.Dialect;
import dev.rubedo.engine.Connection;
import dev.rubedo.migrate.operation.MigrationOperation;
import dev.rubedo.migrate.operation.OperationTarget;
import dev.rubedo.schema.NamingConvention;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A recorder of the operations of a revision, with the lines that contain them. Confined to one thread at a time. */
final class LintRecorder implements OperationTarget {
    private final Dialect dialect;
    private final NamingConvention naming;
    private final String className;
    private final Map<String, String> allowances = new LinkedHashMap<>();
    private final List<Recorded> operations = new ArrayList<>();

    /**
     * Creates a recorder.
     *
     * @param dialect the dialect that the revision sees
     * @param naming the convention for names of constraints and indexes that have none
     * @param className the class of the revision
     */
    LintRecorder(Dialect dialect, NamingConvention naming, String className) {
        this.dialect = dialect;
        this.naming = naming;
        this.className = className;
    }

    /**
     * A recorded operation.
     *
     * @param operation the operation
     * @param line the line that contains it; 0 if it is not known
     */
    record Recorded(MigrationOperation operation, int line) {}

    @Override
    public void invoke(MigrationOperation operation) {
        int line = StackWalker.getInstance().walk(frames -> frames
                .filter(frame -> frame.getClassName().equals(className)
                        || frame.getClassName().startsWith(className + "$"))
                .findFirst().map(StackWalker.StackFrame::getLineNumber)).orElse(0);
        operations.add(new Recorded(operation, Math.max(0, line)));
    }

    @Override
    public void allow(String code, String reason) {
        allowances.put(code, reason);
    }

    @Override
    public Dialect dialect() {
        return dialect;
    }

    @Override
    public Optional<Connection> connection() {
        return Optional.empty();
    }

    @Override
    public NamingConvention namingConvention() {
        return naming;
    }

    List<Recorded> operations() {
        return operations;
    }

    Map<String, String> allowances() {
        return allowances;
    }
}
