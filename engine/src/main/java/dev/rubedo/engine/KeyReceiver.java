package dev.rubedo.engine;

import dev.rubedo.result.RowReader;

/** Takes the keys that the database made for inserted rows. */
@FunctionalInterface
public interface KeyReceiver {

    /**
     * Takes the key of a row.
     *
     * @param row the row, from 0; rows come in order
     * @param in stands on the returned columns of the row; not to be kept, moved or closed
     */
    void key(int row, RowReader in);
}
