package dev.rubedo.type;

/** The checks of the number of fractional-second digits that a type requests. Stateless. */
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

    /** Checks a number of digits, and rejects the value that only the constants may use. */
    static int given(int digits) {
        if (digits == OF_THE_DATABASE) {
            throw refused(digits);
        }
        return digits;
    }

    private static IllegalArgumentException refused(int digits) {
        return new IllegalArgumentException("Fractional seconds cannot have " + digits + " digits. Pass 0 to 9 (6 for "
                + "microseconds), or use the constant of the type without digits.");
    }
}
