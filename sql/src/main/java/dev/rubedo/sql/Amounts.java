package dev.rubedo.sql;

import dev.rubedo.type.SqlType;
import dev.rubedo.type.TypeFamily;
import dev.rubedo.type.Types;
import java.time.Duration;
import java.time.Period;
import java.time.temporal.TemporalAmount;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Date arithmetic: adds amounts of time to points in time, and computes the time between them. Immutable. */
final class Amounts {
    /** The name of the function that adds months to a point in time, which each dialect writes differently. */
    static final String PLUS_MONTHS = "plus_months";
    static final String DURATION_BETWEEN = "duration_between";
    static final String DAYS_BETWEEN = "days_between";

    private Amounts() {}

    static <T extends @Nullable Object> Expression<T> move(Expression<T> left, Operator operator, TemporalAmount amount,
            String name) {
        var family = requireMovable(left, name);
        if (amount instanceof Period period) {
            return byPeriod(left, operator, period, name);
        }
        var duration = Duration.from(amount);
        if (family == TypeFamily.DATE && !duration.equals(Duration.ofDays(duration.toDays()))) {
            throw new IllegalArgumentException(name + "(" + amount + "): " + Operands.describe(left)
                    + " is DATE, to which only whole days can be added. Use cast(TIMESTAMP) if a time of day is meant");
        }
        return by(left, operator, duration);
    }

    private static <T extends @Nullable Object> Expression<T> byPeriod(Expression<T> left, Operator operator,
            Period period, String name) {
        long months = operator == Operator.ADD ? period.toTotalMonths() : -period.toTotalMonths();
        var family = left.type().family();
        if (months != 0 && family != TypeFamily.DATE && family != TypeFamily.TIMESTAMP
                && family != TypeFamily.UNKNOWN) {
            throw new IllegalArgumentException(name + "(" + period + "): " + Operands.describe(left) + " is " + family
                    + ", to which months cannot be added, because they have no fixed length. Use a duration");
        }
        Expression<T> moved = months == 0 ? left
                : FunctionCall.of(PLUS_MONTHS, left.type(), List.of(left,
                        new BindParameter<>("", Math.toIntExact(months), false, Types.INTEGER)));
        return months != 0 && period.getDays() == 0 ? moved : by(moved, operator, Duration.ofDays(period.getDays()));
    }

    private static <T extends @Nullable Object> Expression<T> by(Expression<T> left, Operator operator,
            Duration duration) {
        return new Binary<>(left, operator, new BindParameter<>("", duration, false, Types.INTERVAL), left.type());
    }

    static <T extends @Nullable Object> Expression<T> move(Expression<T> left, Operator operator,
            Expression<?> interval, String name) {
        requireMovable(left, name);
        if (interval.type().family() != TypeFamily.INTERVAL) {
            throw Operands.wrongFamily(interval, name, "an interval");
        }
        return new Binary<>(left, operator, interval, left.type());
    }

    private static TypeFamily requireMovable(Expression<?> left, String name) {
        var family = left.type().family();
        if (!family.isTemporal() && family != TypeFamily.INTERVAL && family != TypeFamily.UNKNOWN) {
            throw Operands.wrongFamily(left, name + "(amount of time)", "a date, a time or a timestamp");
        }
        return family;
    }

    static <R> FunctionCall<R> between(Expression<?> start, Expression<?> end, String function, SqlType<R> type) {
        for (var point : List.of(start, end)) {
            var family = point.type().family();
            if (!family.isTemporal() || type.family() != TypeFamily.INTERVAL && family != TypeFamily.DATE) {
                throw Operands.wrongFamily(point, function,
                        type.family() == TypeFamily.INTERVAL ? "a date, a time or a timestamp" : "a date");
            }
        }
        if (start.type().family() != end.type().family()) {
            throw new IllegalArgumentException(function + ": " + Operands.describe(start) + " is "
                    + start.type().family() + ", but " + Operands.describe(end) + " is " + end.type().family()
                    + ". Cast one of them");
        }
        return FunctionCall.of(function, type, List.of(start, end));
    }
}
