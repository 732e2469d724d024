package dev.rubedo.codec;

import dev.rubedo.error.ErrorCode;
import dev.rubedo.error.ResultException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * The text format of dates and times on databases without types for them, the same as SQLAlchemy's: {@code 2024-01-02},
 * {@code 03:04:05.000006}, {@code 2024-01-02 03:04:05.000006}. Seconds have six fraction digits, or nine if needed. A
 * point in time is written in UTC without an offset, the form of SQLite's {@code CURRENT_TIMESTAMP}. The order of the
 * texts is chronological. Parsing also accepts missing parts, a {@code T} and an offset. The code is hand-written,
 * because a formatter would cost more than reading the row. Stateless.
 */
public final class TimeText {

    private TimeText() {}

    /** Formats a date. */
    public static String format(LocalDate date) {
        return appendDate(new StringBuilder(10), date).toString();
    }

    /** Formats a time of day. */
    public static String format(LocalTime time) {
        return appendTime(new StringBuilder(18), time).toString();
    }

    /** Formats a timestamp. */
    public static String format(LocalDateTime stamp) {
        return appendTime(appendDate(new StringBuilder(29), stamp.toLocalDate()).append(' '), stamp.toLocalTime())
                .toString();
    }

    /** Formats a timestamp in UTC. */
    public static String format(OffsetDateTime stamp) {
        return format(stamp.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime());
    }

    /** Parses a date; a time after it is ignored if it is midnight. */
    public static LocalDate parseDate(String text) {
        if (text.length() > 10) {
            var stamp = parseTimestamp(text);
            if (!stamp.toLocalTime().equals(LocalTime.MIDNIGHT)) {
                throw unreadable(text, "date");
            }
            return stamp.toLocalDate();
        }
        try {
            return date(text);
        } catch (DateTimeException | IndexOutOfBoundsException | NumberFormatException e) {
            throw unreadable(text, "date");
        }
    }

    /** Parses a time of day. */
    public static LocalTime parseTime(String text) {
        try {
            return time(text, 0, text.length());
        } catch (DateTimeException | IndexOutOfBoundsException | NumberFormatException e) {
            throw unreadable(text, "time");
        }
    }

    /** Parses a timestamp; an offset in the text converts it to UTC. */
    public static LocalDateTime parseTimestamp(String text) {
        return parseOffset(text).toLocalDateTime();
    }

    /** Parses a timestamp in UTC, or with the offset in the text. */
    public static OffsetDateTime parseOffset(String text) {
        try {
            var date = date(text);
            if (text.length() == 10) {
                return date.atStartOfDay().atOffset(ZoneOffset.UTC);
            }
            int offsetAt = offsetStart(text);
            var stamp = LocalDateTime.of(date, time(text, 11, offsetAt));
            if (offsetAt == text.length()) {
                return stamp.atOffset(ZoneOffset.UTC);
            }
            return stamp.atOffset(ZoneOffset.of(text.substring(offsetAt).strip()))
                    .withOffsetSameInstant(ZoneOffset.UTC);
        } catch (DateTimeException | IndexOutOfBoundsException | NumberFormatException e) {
            throw unreadable(text, "timestamp");
        }
    }

    private static ResultException unreadable(String text, String kind) {
        return new ResultException(ErrorCode.CONVERSION, "The database holds \"" + text + "\", which is not a " + kind
                + " of the form "
                + (kind.equals("time") ? "03:04:05" : kind.equals("date") ? "2024-01-02" : "2024-01-02 03:04:05")
                + ".");
    }

    private static int offsetStart(String text) {
        for (int i = 11; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '+' || c == '-' || c == 'Z' || c == ' ') {
                return i;
            }
        }
        return text.length();
    }

    private static LocalDate date(String text) {
        if (text.charAt(4) != '-' || text.charAt(7) != '-'
                || text.length() > 10 && text.charAt(10) != ' ' && text.charAt(10) != 'T') {
            throw new DateTimeException("separators");
        }
        return LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
    }

    private static LocalTime time(String text, int from, int to) {
        int hour = number(text, from, from + 2);
        int minute = number(text, from + 3, from + 5);
        if (text.charAt(from + 2) != ':' || to > from + 5 && text.charAt(from + 5) != ':') {
            throw new DateTimeException("separators");
        }
        if (to <= from + 5) {
            return LocalTime.of(hour, minute);
        }
        int second = number(text, from + 6, from + 8);
        int nano = 0;
        if (to > from + 9) {
            if (text.charAt(from + 8) != '.' || to > from + 18) {
                throw new DateTimeException("fraction");
            }
            nano = number(text, from + 9, to);
            for (int digits = to - from - 9; digits < 9; digits++) {
                nano *= 10;
            }
        }
        return LocalTime.of(hour, minute, second, nano);
    }

    private static int number(String text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                throw new NumberFormatException(text);
            }
            value = value * 10 + digit;
        }
        return value;
    }

    private static StringBuilder appendDate(StringBuilder out, LocalDate date) {
        if (date.getYear() < 0 || date.getYear() > 9999) {
            throw new IllegalArgumentException(
                    "The year of " + date + " is not between 0 and 9999, so the text would not sort correctly.");
        }
        return digits(digits(digits(out, date.getYear(), 1000).append('-'), date.getMonthValue(), 10).append('-'),
                date.getDayOfMonth(), 10);
    }

    private static StringBuilder appendTime(StringBuilder out, LocalTime time) {
        digits(digits(digits(out, time.getHour(), 10).append(':'), time.getMinute(), 10).append(':'), time.getSecond(),
                10).append('.');
        int nano = time.getNano();
        return nano % 1000 == 0 ? digits(out, nano / 1000, 100_000) : digits(out, nano, 100_000_000);
    }

    private static StringBuilder digits(StringBuilder out, int value, int unit) {
        for (int rest = unit; rest > 0; rest /= 10) {
            out.append((char) ('0' + value / rest % 10));
        }
        return out;
    }
}
