package planted.call;

/** Depends on where the reader lives. */
@SuppressWarnings("StringCaseLocaleUsage")
public class Turkish {
    String lower(String text) {
        return text.toLowerCase();
    }

    String upper(String text) {
        return text.toUpperCase();
    }

    String format(int number) {
        return String.format("%d", number);
    }

    String formatted(int number) {
        return "%d".formatted(number);
    }
}
