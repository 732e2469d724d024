package dev.rubedo.orm.defaults;

import java.time.LocalDateTime;
import java.util.function.Supplier;

/** A clock that is one minute later each time it is read. Thread-safe. */
final class Clock implements Supplier<LocalDateTime> {

    static final LocalDateTime START = LocalDateTime.of(2024, 1, 1, 0, 0);

    private static LocalDateTime now = START;

    @Override
    public LocalDateTime get() {
        return tick();
    }

    static synchronized void restart() {
        now = START;
    }

    static synchronized LocalDateTime tick() {
        now = now.plusMinutes(1);
        return now;
    }
}
