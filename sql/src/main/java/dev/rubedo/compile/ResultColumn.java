package dev.rubedo.compile;

import dev.rubedo.sql.Projection;
import dev.rubedo.type.SqlType;

/**
 * A column that a statement returns.
 *
 * <p>Immutable.
 *
 * @param key the name by which a row can be queried for it
 * @param type the type to read it as
 * @param source the selected item; the same object as in the statement
 */
public record ResultColumn(String key, SqlType<?> type, Projection<?> source) {}
