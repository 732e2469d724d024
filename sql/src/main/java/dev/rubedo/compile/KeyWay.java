package dev.rubedo.compile;

/**
 * How the driver delivers the keys or rows that an INSERT, UPDATE or DELETE returns. Decided at compile time and
 * carried by {@link CompiledStatement#keyWay()}, so that execution does not decide again. Immutable.
 */
public enum KeyWay {

    /** As a result set: the statement has {@code RETURNING} or an equivalent. */
    RETURNING,
    /** As JDBC generated keys: the statement does not mention them. */
    GENERATED_KEYS,
    /** As output parameters after those of the statement: {@code RETURNING ... INTO ?}. */
    OUT_PARAMETERS
}
