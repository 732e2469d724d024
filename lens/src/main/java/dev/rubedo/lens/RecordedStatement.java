package dev.rubedo.lens;

import dev.rubedo.engine.Execution;
import dev.rubedo.engine.StatementOrigin;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An executed statement as the page shows it. Written by one thread, read by those of the server; guarded by its unit. */
final class RecordedStatement {

    static final int LONGEST_SQL = 10_000;
    private static final int LONGEST_VALUE = 200;
    private static final int MOST_ROWS = 5;
    private static final int MOST_VALUES = 100;

    final String sql;
    final String summary;
    final String tag;
    final String origin;
    final String advice;
    final boolean isLazyLoad;
    final String place;
    final double startMillis;
    /** The values for an explanation, or null if it cannot be explained. */
    final @Nullable List<@Nullable Object> explainable;
    final List<String> values;
    final double millis;
    final int batch;
    final long changed;
    long read = -1;
    final @Nullable String error;

    RecordedStatement(Execution execution, double startMillis, String place, boolean showsValues,
            @Nullable Throwable failure) {
        String text = execution.sql();
        this.sql = text.length() > LONGEST_SQL ? text.substring(0, LONGEST_SQL) + " ..." : text;
        this.summary = execution.subject().summary();
        this.tag = execution.tag();
        this.origin = execution.origin().map(RecordedStatement::described).orElse("");
        this.advice = execution.origin().map(StatementOrigin::advice).orElse("");
        this.isLazyLoad = execution.origin().filter(why -> why.cause() == StatementOrigin.Cause.LAZY_LOAD).isPresent();
        this.place = place;
        this.startMillis = startMillis;
        this.millis = execution.duration().toNanos() / 1e6;
        this.batch = execution.parameters().size();
        this.changed = execution.rowCount();
        this.error = failure == null ? null : showsValues ? String.valueOf(failure.getMessage())
                : failure.getClass().getSimpleName();
        this.values = showsValues ? shown(execution.parameters()) : List.of();
        this.explainable = failure == null && execution.returnsRows() && text.length() <= LONGEST_SQL
                ? kept(execution.parameters()) : null;
    }

    private static String described(StatementOrigin why) {
        return switch (why.cause()) {
            case LAZY_LOAD -> "lazy load of " + why.subject();
            case FLUSH -> "flush";
        };
    }

    private static List<String> shown(List<List<@Nullable Object>> rows) {
        var lines = new ArrayList<String>();
        for (var row : rows.subList(0, Math.min(rows.size(), MOST_ROWS))) {
            if (!row.isEmpty()) {
                var parts = new ArrayList<String>();
                row.subList(0, Math.min(row.size(), MOST_VALUES)).forEach(value -> parts.add(shown(value)));
                lines.add(String.join(", ", parts) + (row.size() > MOST_VALUES ? ", ..." : ""));
            }
        }
        if (rows.size() > MOST_ROWS) {
            lines.add("... (" + rows.size() + " rows)");
        }
        return lines;
    }

    private static String shown(@Nullable Object value) {
        String text = switch (value) {
            case null -> "NULL";
            case byte[] bytes -> bytes.length + " bytes";
            case CharSequence string -> "'" + string + "'";
            default -> value.toString();
        };
        return text.length() > LONGEST_VALUE ? text.substring(0, LONGEST_VALUE) + "..." : text;
    }

    /** Keeps values for an explanation unless they are large. */
    private static @Nullable List<@Nullable Object> kept(List<List<@Nullable Object>> rows) {
        if (rows.size() > 1) {
            return null;
        }
        List<@Nullable Object> values = rows.isEmpty() ? List.of() : rows.get(0);
        long size = values.size();
        for (var value : values) {
            size += value instanceof CharSequence text ? text.length()
                    : value instanceof byte[] bytes ? bytes.length : 8;
        }
        return size > LONGEST_SQL ? null : new ArrayList<>(values);
    }

    /** Returns the approximate memory of this statement in bytes. */
    int weight() {
        return 500 + 2 * sql.length() + 2 * values.stream().mapToInt(String::length).sum() + place.length();
    }
}
