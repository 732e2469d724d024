package dev.rubedo.type;

/** Checks the digits of fractional seconds that time types may request. Stateless. */
final class SecondDigits {

    /** Leaves the digits to the database. */
    static final int OF_THE_DATABASE = -1;
    private static final int MOST = 9;

    private SecondDigits() {}

    static void check(int digits) {
        if (digits < OF_THE_DATABASE || digits > MOST) {
            throw refused(digits);
        }
    }

    /** Refuses values that only the constants may use. */
    static int given(int digits) {
        if (digits == OF_THE_DATABASE) {
            throw refused(digits);
        }
        return digits;
    }

    private static IllegalArgumentException refused(int digits) {
        return new IllegalArgumentException("A second has no fraction of " + digits
                + " digits. Give 0 to 9, 6 for microseconds, or use the constant of the type without digits.");
    }
}
