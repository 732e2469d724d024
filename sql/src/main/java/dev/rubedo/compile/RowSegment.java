package dev.rubedo.compile;

/**
 * The position of the single row of an INSERT in its text, so that a caller can repeat it for many rows.
 *
 * <p>Immutable.
 *
 * @param start the index of the start of the row in {@link CompiledStatement#sql()}
 * @param end the index after the row
 * @param firstBind the index of the row's first parameter in {@link CompiledStatement#binds()}
 * @param bindCount the number of parameters in the row
 * @param separator the text between two rows
 */
public record RowSegment(int start, int end, int firstBind, int bindCount, String separator) {

    RowSegment shifted(int characters, int bindsBefore) {
        return new RowSegment(start + characters, end + characters, firstBind + bindsBefore, bindCount, separator);
    }
}
