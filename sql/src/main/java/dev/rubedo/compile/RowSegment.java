package dev.rubedo.compile;

/**
 * Where the one row of an INSERT stands in its text, so that a caller can repeat it for many rows.
 *
 * <p>Immutable.
 *
 * @param start index of the beginning of the row in {@link CompiledStatement#sql()}
 * @param end index after the row
 * @param firstBind index in {@link CompiledStatement#binds()} of the row's first parameter
 * @param bindCount number of parameters in the row
 * @param separator what stands between two rows
 */
public record RowSegment(int start, int end, int firstBind, int bindCount, String separator) {

    RowSegment shifted(int characters, int bindsBefore) {
        return new RowSegment(start + characters, end + characters, firstBind + bindsBefore, bindCount, separator);
    }
}
