package dev.rubedo.codec;

import java.time.Duration;

/** Durations as microseconds, the unit in which databases without an interval type keep them. Stateless. */
final class Durations {

    private Durations() {}

    static long toMicros(Duration duration) {
        return Math.addExact(Math.multiplyExact(duration.getSeconds(), 1_000_000L), duration.getNano() / 1000);
    }

    static Duration ofMicros(long micros) {
        return Duration.ofSeconds(Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1000L);
    }
}
