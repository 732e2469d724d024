package dev.rubedo.orm.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a two-phase transaction in several databases. The identifier in each database consists of it and the
 * number of the database, which is 1 where the decision is. Immutable.
 *
 * @param began when the transaction began, in milliseconds since 1970
 * @param unique the part that distinguishes it from others
 */
record TwoPhaseName(long began, String unique) {

    private static final Pattern XID = Pattern.compile("rubedo:([0-9a-z]{1,13}):([0-9a-f]{32}):([1-9][0-9]{0,4})");

    /**
     * One database's part of a transaction. Immutable.
     *
     * @param name the name of the transaction
     * @param number the number of the database
     */
    record Part(TwoPhaseName name, int number) {

        /** Returns whether the decision is in this database. */
        boolean decides() {
            return number == 1;
        }
    }

    /** Returns the name of a new transaction. */
    static TwoPhaseName create() {
        return new TwoPhaseName(System.currentTimeMillis(), UUID.randomUUID().toString().replace("-", ""));
    }

    /** Returns the identifier in the database with this number. */
    String of(int number) {
        return "rubedo:" + Long.toString(began, Character.MAX_RADIX) + ":" + unique + ":" + number;
    }

    /** Returns the part that an identifier names, or empty if it is not one of these. */
    static Optional<Part> parse(String xid) {
        Matcher matcher = XID.matcher(xid);
        return matcher.matches() ? Optional.of(new Part(
                new TwoPhaseName(Long.parseLong(matcher.group(1), Character.MAX_RADIX), matcher.group(2)),
                Integer.parseInt(matcher.group(3)))) : Optional.empty();
    }

    /** Returns whether the transaction began longer ago than this. */
    boolean isOlderThan(Duration age) {
        return Instant.ofEpochMilli(began).plus(age).isBefore(Instant.now());
    }
}
