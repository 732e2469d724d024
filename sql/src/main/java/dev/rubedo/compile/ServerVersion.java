package dev.rubedo.compile;

import dev.rubedo.stability.Incubating;
import java.util.Comparator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The version of a database server. Immutable.
 *
 * @param major the first number, such as 8 in 8.0.19
 * @param minor the second number, such as 0 in 8.0.19; 0 if there is none
 * @param patch the third number, such as 19 in 8.0.19; 0 if there is none
 */
@Incubating
public record ServerVersion(int major, int minor, int patch) implements Comparable<ServerVersion> {

    private static final Comparator<ServerVersion> ORDER = Comparator.comparingInt(ServerVersion::major)
            .thenComparingInt(ServerVersion::minor).thenComparingInt(ServerVersion::patch);

    private static final Pattern NUMBERS = Pattern.compile("(\\d{1,9})(?:\\.(\\d{1,9}))?(?:\\.(\\d{1,9}))?");

    /** Checks the numbers. */
    public ServerVersion {
        if (major < 0 || minor < 0 || patch < 0) {
            throw new IllegalArgumentException(
                    "A version must not have negative numbers, got " + major + "." + minor + "." + patch);
        }
    }

    /** Returns a version with a major and a minor number. */
    public static ServerVersion of(int major, int minor) {
        return new ServerVersion(major, minor, 0);
    }

    /**
     * Returns the first version that a text contains: {@code 18.6} in {@code 18.6 (Debian 18.6-1)}.
     *
     * @param text the version as given by a driver or user
     * @throws IllegalArgumentException if it contains no number
     */
    public static ServerVersion of(String text) {
        var numbers = NUMBERS.matcher(text);
        if (!numbers.find()) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is not a version. Write one to three numbers, for example \"8.0.19\".");
        }
        return new ServerVersion(Integer.parseInt(numbers.group(1)), number(numbers.group(2)),
                number(numbers.group(3)));
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    /** Returns whether this version is the given one or later. */
    public boolean isAtLeast(int otherMajor) {
        return major >= otherMajor;
    }

    /** Returns whether this version is the given one or later. */
    public boolean isAtLeast(int otherMajor, int otherMinor) {
        return isAtLeast(otherMajor, otherMinor, 0);
    }

    /** Returns whether this version is the given one or later. */
    public boolean isAtLeast(int otherMajor, int otherMinor, int otherPatch) {
        return compareTo(new ServerVersion(otherMajor, otherMinor, otherPatch)) >= 0;
    }

    @Override
    public int compareTo(ServerVersion other) {
        return ORDER.compare(this, other);
    }

    /** Returns the numbers separated by dots; a patch of 0 is left out. */
    @Override
    public String toString() {
        return major + "." + minor + (patch == 0 ? "" : "." + patch);
    }
}
