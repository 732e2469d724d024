package dev.rubedo.micrometer;

import dev.rubedo.engine.Engine;
import dev.rubedo.engine.Execution;
import dev.rubedo.engine.StatementKind;
import dev.rubedo.engine.StatementSubject;
import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The names of OpenTelemetry's stable conventions for database clients. Operation and tables come from the tree of the
 * statement; SQL is never parsed. A key without a value is set to {@code none}, so that all meters of one name have the
 * same keys.
 *
 * <p>{@code db.query.text} is the SQL with markers for its values. That of a text statement is omitted, because it may
 * contain values, unless {@link #withHandwrittenText()} was called. Thread-safe.
 */
public final class OpenTelemetryConvention implements ObservedStatementConvention {

    /** The conventions for database clients. */
    public static final OpenTelemetryConvention DEFAULT = new OpenTelemetryConvention(false);

    static final String NAME = "db.client.operation.duration";

    private final boolean showsHandwritten;
    private volatile @Nullable Last last;

    /** The place of the most recently used engine, which usually is the only one. Immutable. */
    private record Last(Engine engine, ServerPlace place) {}

    private OpenTelemetryConvention(boolean showsHandwritten) {
        this.showsHandwritten = showsHandwritten;
    }

    /** Returns a convention whose {@code db.query.text} includes text statements. */
    public OpenTelemetryConvention withHandwrittenText() {
        return new OpenTelemetryConvention(true);
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public String getContextualName(ObservedStatement context) {
        var execution = context.execution();
        return isBatch(execution) ? "BATCH " + execution.subject().summary() : execution.subject().summary();
    }

    private static boolean isBatch(Execution execution) {
        return execution.parameters().size() > 1;
    }

    @Override
    public KeyValues getLowCardinalityKeyValues(ObservedStatement context) {
        var execution = context.execution();
        var subject = execution.subject();
        var engine = execution.connection().engine();
        var server = place(engine);
        return KeyValues.of(KeyValue.of("db.system.name", system(engine.dialectName())),
                KeyValue.of("db.namespace", orNone(server.database())),
                KeyValue.of("db.collection.name",
                        subject.isComplete() && subject.tables().size() == 1 ? subject.tables().get(0)
                                : KeyValue.NONE_VALUE),
                KeyValue.of("db.operation.name", operation(subject, isBatch(execution))),
                KeyValue.of("db.query.summary", getContextualName(context)),
                KeyValue.of("server.address", orNone(server.address())),
                KeyValue.of("server.port", orNone(server.port())),
                KeyValue.of("db.response.status_code", status(context)),
                KeyValue.of("error.type", error(context)));
    }

    @Override
    public KeyValues getHighCardinalityKeyValues(ObservedStatement context) {
        var execution = context.execution();
        var values = KeyValues.empty();
        if (showsHandwritten || execution.subject().kind() != StatementKind.TEXT) {
            values = values.and("db.query.text", execution.sql());
        }
        if (isBatch(execution)) {
            values = values.and("db.operation.batch.size", Integer.toString(execution.parameters().size()));
        }
        if (execution.returnsRows() && execution.rowsRead() > 0) {
            values = values.and("db.response.returned_rows", Long.toString(execution.rowsRead()));
        }
        var origin = execution.origin();
        if (origin.isPresent()) {
            values = values.and("rubedo.origin", origin.get().cause().name().toLowerCase(Locale.ROOT));
            if (!origin.get().subject().isEmpty()) {
                values = values.and("rubedo.attribute", origin.get().subject());
            }
        }
        return execution.tag().isEmpty() ? values : values.and("rubedo.tag", execution.tag());
    }

    private ServerPlace place(Engine engine) {
        var known = last;
        if (known == null || known.engine != engine) {
            known = new Last(engine, ServerPlace.of(engine.url()));
            last = known;
        }
        return known.place;
    }

    private static String operation(StatementSubject subject, boolean isBatch) {
        return switch (subject.kind()) {
            case TEXT, DDL -> KeyValue.NONE_VALUE;
            case SELECT, INSERT, UPDATE, DELETE, MERGE, EXPLAIN ->
                isBatch ? "BATCH " + subject.kind().name() : subject.kind().name();
        };
    }

    /** The conventions name the databases that they know. */
    private static String system(String dialect) {
        return switch (dialect) {
            case "h2" -> "h2database";
            case "sqlserver", "mssql" -> "microsoft.sql_server";
            case "oracle" -> "oracle.db";
            default -> dialect;
        };
    }

    private static String status(ObservedStatement context) {
        var failure = context.failure();
        return failure == null ? KeyValue.NONE_VALUE : orNone(failure.sqlState());
    }

    private static String error(ObservedStatement context) {
        var failure = context.failure();
        if (failure == null) {
            return KeyValue.NONE_VALUE;
        }
        return failure.sqlState().isEmpty() ? failure.getClass().getName() : failure.sqlState();
    }

    private static String orNone(String value) {
        return value.isEmpty() ? KeyValue.NONE_VALUE : value;
    }
}
