package dev.rubedo.compile;

import dev.rubedo.sql.Projection;
import dev.rubedo.type.SqlType;

/**
 * A column that a statement returns.
 *
 * <p>Immutable.
 *
 * @param key the name by which a row gives it
 * @param type the type it is read with
 * @param source what was selected; the same object that stands in the statement
 */
public record ResultColumn(String key, SqlType<?> type, Projection<?> source) {}
