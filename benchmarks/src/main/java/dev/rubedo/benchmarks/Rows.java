package dev.rubedo.benchmarks;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** The values that all contenders store, so that none has easier rows. Stateless. */
final class Rows {
    /** Rows in the table, and rows of one bulk insert. */
    static final int COUNT = 10_000;
    /** Rows that W6 changes. */
    static final int CHANGED = 100;
    /** Every n-th user has no bio. */
    private static final int WITHOUT_BIO = 3;
    private static final LocalDateTime EPOCH = LocalDateTime.of(2026, 1, 1, 12, 0, 0, 123_456_000);

    private Rows() {}

    static String name(int row) {
        return "user " + row;
    }

    static String email(int row) {
        return "user" + row + "@example.com";
    }

    static int age(int row) {
        return 18 + row % 60;
    }

    static LocalDateTime created(int row) {
        return EPOCH.plusSeconds(row);
    }

    static BigDecimal score(int row) {
        return BigDecimal.valueOf(row * 7L + 1, 2);
    }

    static @Nullable String bio(int row) {
        return row % WITHOUT_BIO == 0 ? null : "wrote this about themselves: " + row;
    }
}
