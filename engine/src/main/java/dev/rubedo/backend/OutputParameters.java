package dev.rubedo.backend;

import dev.rubedo.stability.Spi;
import dev.rubedo.type.SqlType;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * The access to rows that an INSERT, UPDATE or DELETE returns by output parameters, such as those of
 * {@code RETURNING ... INTO ?}. SPI. Implementations are immutable.
 */
@Spi
public interface OutputParameters {

    /**
     * Registers an output parameter. Called once for each returned column, after the values are bound.
     *
     * @param statement the statement
     * @param index the index of its marker, from 1
     * @param type the type of the returned column
     * @throws SQLException if the driver rejects it
     */
    void register(PreparedStatement statement, int index, SqlType<?> type) throws SQLException;

    /**
     * Returns the rows of a statement that was executed, with one column for each output parameter.
     *
     * @param statement the statement
     * @throws SQLException if the driver has none
     */
    ResultSet rows(PreparedStatement statement) throws SQLException;
}
