package firm;

import dev.rubedo.mapping.GeneratedMapping;
import dev.rubedo.orm.metamodel.EntityDefinition;
import dev.rubedo.result.ParameterWriter;
import dev.rubedo.result.RowReader;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/**
 * The generated base class of {@link Raft}: its fields, their accessors, and the methods that a session calls to
 * load and store it.
 * Getters load attributes that are not loaded yet; setters track changes.
 *
 * <p>Confined to one thread at a time, as its session is.
 */
@NullUnmarked
@Generated("dev.rubedo.processor.MappingProcessor")
@GeneratedMapping
public abstract class RaftBase extends Boat {
    private static final int LOGS = 3;

    private int logs;

    /** For {@link Raft} only. */
    protected RaftBase() {}

    /** Returns {@code logs}, column {@code logs}. */
    public int getLogs() {
        if (($unloaded & (1L << LOGS)) != 0) {
            $load(LOGS);
        }
        return logs;
    }

    /** Sets {@code logs}, column {@code logs}. */
    public void setLogs(int logs) {
        if ($isListened()) {
            logs = $listened(LOGS, logs);
        }
        if ($tracked) {
            $write(LOGS, this.logs, logs);
        } else {
            $changed |= 1L << LOGS;
        }
        this.logs = logs;
    }

    /** Sets {@code name}, column {@code name}. */
    @Override
    public void setName(String name) {
        name = Raft.checkName(name);
        super.setName(name);
    }

    @Override
    protected EntityDefinition<?> $definition() {
        return Raft_.DEFINITION;
    }

    @Override
    protected @Nullable Object $get(int attribute) {
        return switch (attribute) {
            case LOGS -> logs;
            default -> super.$get(attribute);
        };
    }

    @Override
    protected void $put(int attribute, @Nullable Object value) {
        switch (attribute) {
            case LOGS -> logs = value == null ? 0 : (int) value;
            default -> super.$put(attribute, value);
        }
    }

    @Override
    protected void $read(RowReader in, int at) {
        super.$read(in, at);
        logs = in.getInt(at + 3);
    }

    @Override
    protected void $read(int attribute, RowReader in, int at) {
        switch (attribute) {
            case LOGS -> logs = in.getInt(at);
            default -> super.$read(attribute, in, at);
        }
    }

    @Override
    protected void $bind(int attribute, ParameterWriter out) {
        switch (attribute) {
            case LOGS -> out.setInt(logs);
            default -> super.$bind(attribute, out);
        }
    }
}
