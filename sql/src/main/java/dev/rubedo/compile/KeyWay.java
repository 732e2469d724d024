package dev.rubedo.compile;

/**
 * How the rows or keys that an INSERT, UPDATE or DELETE gives back leave the driver. Decided when the statement is
 * compiled and carried by {@link CompiledStatement#keyWay()}, so that whoever executes it does not decide again.
 * Immutable.
 */
public enum KeyWay {

    /** As a result set: the statement has {@code RETURNING} or a form of the same meaning. */
    RETURNING,
    /** As JDBC's generated keys: the statement says nothing of them. */
    GENERATED_KEYS,
    /** As output parameters behind those of the statement: {@code RETURNING ... INTO ?}. */
    OUT_PARAMETERS
}
