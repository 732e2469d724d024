package dev.rubedo.lens;

import dev.rubedo.engine.Execution;
import dev.rubedo.engine.StatementOrigin;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
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
    final boolean isFlush;
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
        this.sql = cut(text);
        this.summary = execution.subject().summary();
        this.tag = cut(execution.tag());
        this.origin = execution.origin().map(RecordedStatement::described).orElse("");
        this.advice = execution.origin().map(StatementOrigin::advice).orElse("");
        var cause = execution.origin().map(StatementOrigin::cause);
        this.isLazyLoad = cause.filter(StatementOrigin.Cause.LAZY_LOAD::equals).isPresent();
        this.isFlush = cause.filter(StatementOrigin.Cause.FLUSH::equals).isPresent();
        this.place = place;
        this.startMillis = startMillis;
        this.millis = execution.duration().toNanos() / 1e6;
        this.batch = execution.parameters().size();
        this.changed = execution.rowCount();
        this.error = failure == null ? null : showsValues ? cut(String.valueOf(failure.getMessage()))
                : failure.getClass().getSimpleName();
        this.values = showsValues ? shown(execution.parameters()) : List.of();
        this.explainable = showsValues && failure == null && execution.returnsRows() && text.length() <= LONGEST_SQL
                ? kept(execution.parameters()) : null;
    }

    private static String cut(String text) {
        return text.length() > LONGEST_SQL ? text.substring(0, LONGEST_SQL) + " ..." : text;
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
        return weight(values) > 2 * LONGEST_SQL ? null : new ArrayList<>(values);
    }

    private static long weight(List<?> kept) {
        return kept.stream().mapToLong(RecordedStatement::weight).sum();
    }

    /** Returns the approximate memory of a value in bytes: that of its text if it is neither text nor array. */
    private static long weight(@Nullable Object value) {
        return 16 + switch (value) {
            case null -> 0;
            case Number number -> 16;
            case byte[] bytes -> bytes.length;
            case Object[] array -> weight(Arrays.asList(array));
            case CharSequence text -> 2L * text.length();
            default -> value.getClass().isArray() ? 8L * Array.getLength(value) : 2L * value.toString().length();
        };
    }

    /** Returns the approximate memory of this statement in bytes, with everything that it keeps. */
    int weight() {
        long texts = weight(List.of(sql, summary, tag, origin, advice, place, error == null ? "" : error));
        return (int) (500 + texts + weight(values) + (explainable == null ? 0 : weight(explainable)));
    }
}
