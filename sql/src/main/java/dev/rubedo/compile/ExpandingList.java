package dev.rubedo.compile;

/**
 * The parenthesized list of an {@code IN} whose length is known at execution.
 *
 * <p>Immutable.
 *
 * @param start the start of the list in the statement's text
 * @param end the end
 * @param open the text before the first element
 * @param element the text of one element
 * @param close the text after the last element
 * @param empty the text that replaces an empty list
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
