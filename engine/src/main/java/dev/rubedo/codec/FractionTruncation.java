package dev.rubedo.codec;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Functions that truncate fractional seconds to a number of digits; null if all nine are kept. Stateless. */
final class FractionTruncation {

    private static final int NANOSECONDS = 9;

    private FractionTruncation() {}

    static @Nullable UnaryOperator<LocalTime> ofTimes(int digits) {
        int unit = unit(digits);
        return digits >= NANOSECONDS ? null : time -> time.getNano() % unit == 0 ? time
                : time.withNano(time.getNano() - time.getNano() % unit);
    }

    static @Nullable UnaryOperator<OffsetTime> ofOffsetTimes(int digits) {
        int unit = unit(digits);
        return digits >= NANOSECONDS ? null : time -> time.getNano() % unit == 0 ? time
                : time.withNano(time.getNano() - time.getNano() % unit);
    }

    static @Nullable UnaryOperator<LocalDateTime> ofTimestamps(int digits) {
        int unit = unit(digits);
        return digits >= NANOSECONDS ? null : stamp -> stamp.getNano() % unit == 0 ? stamp
                : stamp.withNano(stamp.getNano() - stamp.getNano() % unit);
    }

    static @Nullable UnaryOperator<OffsetDateTime> ofOffsetTimestamps(int digits) {
        int unit = unit(digits);
        return digits >= NANOSECONDS ? null : stamp -> stamp.getNano() % unit == 0 ? stamp
                : stamp.withNano(stamp.getNano() - stamp.getNano() % unit);
    }

    static @Nullable UnaryOperator<Instant> ofInstants(int digits) {
        int unit = unit(digits);
        return digits >= NANOSECONDS ? null : instant -> instant.getNano() % unit == 0 ? instant
                : Instant.ofEpochSecond(instant.getEpochSecond(), instant.getNano() - instant.getNano() % unit);
    }

    static @Nullable UnaryOperator<Duration> ofDurations(int digits) {
        int unit = unit(digits);
        return digits >= NANOSECONDS ? null : amount -> amount.getNano() % unit == 0 ? amount
                : amount.minusNanos(amount.getNano() % unit);
    }

    private static int unit(int digits) {
        int unit = 1;
        for (int digit = digits; digit < NANOSECONDS; digit++) {
            unit *= 10;
        }
        return unit;
    }
}
