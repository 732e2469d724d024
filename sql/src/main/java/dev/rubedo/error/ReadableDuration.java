package dev.rubedo.error;

import java.math.BigDecimal;
import java.time.Duration;

/** Durations in messages: in seconds, with as many decimals as needed, such as {@code 0.25 s}. Stateless. */
public final class ReadableDuration {
    private ReadableDuration() {}

    /**
     * Returns a duration as text.
     *
     * @param duration the duration
     */
    public static String of(Duration duration) {
        var seconds = BigDecimal.valueOf(duration.getSeconds()).add(BigDecimal.valueOf(duration.getNano(), 9));
        return seconds.stripTrailingZeros().toPlainString() + " s";
    }
}
