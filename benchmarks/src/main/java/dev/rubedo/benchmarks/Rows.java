package dev.rubedo.benchmarks;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** The values that all contenders store, so that none has easier rows, and what reading them must add up to. Stateless. */
public final class Rows {
    /** Rows in the table, and rows of one bulk insert, unless the parameter {@code rows} says otherwise. */
    public static final int COUNT = 10_000;
    /** Rows that W6 changes. */
    public static final int CHANGED = 100;
    /** The first users, who have addresses. */
    public static final int OWNERS = 1_000;
    /** Addresses of each of them. */
    public static final int ADDRESSES = 3;
    /** Rows that one batch of JDBC has. */
    public static final int BATCH = 1_000;
    /** Every n-th user has no bio. */
    private static final int WITHOUT_BIO = 3;
    private static final LocalDateTime EPOCH = LocalDateTime.of(2026, 1, 1, 12, 0, 0, 123_456_000);

    private Rows() {}

    public static String name(int row) {
        return "user " + row;
    }

    public static String email(int row) {
        return "user" + row + "@example.com";
    }

    public static int age(int row) {
        return 18 + row % 60;
    }

    /** Returns the age that W6 gives to somebody. */
    public static int nextAge(int age) {
        return age % 90 + 1;
    }

    public static LocalDateTime created(int row) {
        return EPOCH.plusSeconds(row);
    }

    public static BigDecimal score(int row) {
        return BigDecimal.valueOf(row * 7L + 1, 2);
    }

    public static @Nullable String bio(int row) {
        return row % WITHOUT_BIO == 0 ? null : "wrote this about themselves: " + row;
    }

    public static String addressEmail(int row, int number) {
        return "address" + number + "." + row + "@example.com";
    }

    public static String city(int row, int number) {
        return "city " + (row * ADDRESSES + number) % 100;
    }

    /** Returns what a user who was read adds to a digest: something of each column. */
    public static long digest(long id, String name, String email, int age, LocalDateTime created, BigDecimal score,
            @Nullable String bio) {
        return id + name.length() + email.length() + age + created.getSecond() + score.precision()
                + (bio == null ? 0 : 1);
    }

    /** Returns what a row of W3 adds to a digest. */
    public static long digest(long id, String name, int age) {
        return id + name.length() + age;
    }

    /** Returns what an address adds to a digest. */
    public static long digest(String email, String city) {
        return email.length() + 31L * city.length();
    }

    /** Returns the digest of a stored user. */
    static long ofUser(int row) {
        return digest(row, name(row), email(row), age(row), created(row), score(row), bio(row));
    }

    /** Returns the digest of the first users. */
    static long ofUsers(int count) {
        long digest = 0;
        for (int row = 1; row <= count; row++) {
            digest += ofUser(row);
        }
        return digest;
    }

    /** Returns the digest of the first rows of W3. */
    static long ofTuples(int count) {
        long digest = 0;
        for (int row = 1; row <= count; row++) {
            digest += digest(row, name(row), age(row));
        }
        return digest;
    }

    /** Returns the digest of the owners with their addresses. */
    static long ofGraph() {
        long digest = ofUsers(OWNERS);
        for (int row = 1; row <= OWNERS; row++) {
            for (int number = 0; number < ADDRESSES; number++) {
                digest += digest(addressEmail(row, number), city(row, number));
            }
        }
        return digest;
    }
}
