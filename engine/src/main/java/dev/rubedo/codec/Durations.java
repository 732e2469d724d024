package dev.rubedo.codec;

import java.time.Duration;
import java.time.LocalDateTime;

/**
 * Conversion of durations to timestamps counted from 1970, the form in which databases without an interval type store
 * them. Stateless.
 */
final class Durations {

    private static final LocalDateTime EPOCH = LocalDateTime.of(1970, 1, 1, 0, 0);

    private Durations() {}

    static LocalDateTime toTimestamp(Duration duration) {
        return EPOCH.plus(duration);
    }

    static Duration ofTimestamp(LocalDateTime stamp) {
        return Duration.between(EPOCH, stamp);
    }
}
