package dev.rubedo.engine;

import dev.rubedo.result.RowReader;

/** A receiver of the database-generated keys of inserted rows. */
@FunctionalInterface
public interface KeyReceiver {

    /**
     * Receives the key of a row.
     *
     * @param row the index of the row, from 0; rows are passed in order
     * @param in the reader, positioned on the returned columns of the row; it must not be retained, moved or closed
     */
    void key(int row, RowReader in);
}
