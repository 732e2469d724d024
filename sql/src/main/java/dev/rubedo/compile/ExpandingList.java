package dev.rubedo.compile;

/**
 * A parenthesised list of an {@code IN} whose length is known when the statement runs.
 *
 * <p>Immutable.
 *
 * @param start where the list begins in the statement's text
 * @param end the end
 * @param open what comes before the first element
 * @param element the text of one element
 * @param close what comes after the last element
 * @param empty the text that stands for a list without elements
 */
record ExpandingList(int start, int end, String open, String element, String close, String empty) {

    static ExpandingList at(int start, String open, String element, String close, String empty) {
        int length = open.length() + element.length() + close.length();
        return new ExpandingList(start, start + length, open, element, close, empty);
    }

    ExpandingList shifted(int characters) {
        return new ExpandingList(start + characters, end + characters, open, element, close, empty);
    }

    void write(int size, StringBuilder out) {
        if (size == 0) {
            out.append(empty);
            return;
        }
        out.append(open).append(element);
        for (int i = 1; i < size; i++) {
            out.append(", ").append(element);
        }
        out.append(close);
    }
}
