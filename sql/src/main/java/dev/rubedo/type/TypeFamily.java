package dev.rubedo.type;

/** A family of types accepted by the same operators. Immutable. */
public enum TypeFamily {
    /** Booleans. */
    BOOLEAN,
    /** Integers. */
    INTEGER,
    /** Decimal numbers. */
    DECIMAL,
    /** Binary floating-point numbers. */
    FLOATING,
    /** Strings of any length. */
    TEXT,
    /** Dates. */
    DATE,
    /** Times of day. */
    TIME,
    /** Timestamps of every kind. */
    TIMESTAMP,
    /** Durations. */
    INTERVAL,
    /** Bytes. */
    BINARY,
    /** UUIDs. */
    UUID,
    /** Enumerations. */
    ENUM,
    /** JSON documents. */
    JSON,
    /** Arrays. */
    ARRAY,
    /** Database-specific types, which compare only with their own kind. */
    OTHER,
    /** Types known only to the database. Every operator accepts them. */
    UNKNOWN;

    /** Returns whether arithmetic operators accept this family. */
    public boolean isNumeric() {
        return this == INTEGER || this == DECIMAL || this == FLOATING;
    }

    /** Returns whether these are dates, times or timestamps. */
    public boolean isTemporal() {
        return this == DATE || this == TIME || this == TIMESTAMP;
    }

    /** Returns whether text operators accept this family. */
    public boolean isText() {
        return this == TEXT;
    }
}
