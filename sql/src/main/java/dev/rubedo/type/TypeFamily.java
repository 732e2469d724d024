package dev.rubedo.type;

/** A family of types accepted by the same operators. Immutable. */
public enum TypeFamily {
    /** Booleans. */
    BOOLEAN,
    /** Whole numbers. */
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
    /** Amounts of time. */
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

    /** Returns whether arithmetic operators accept it. */
    public boolean isNumeric() {
        return this == INTEGER || this == DECIMAL || this == FLOATING;
    }

    /** Returns whether it is a date, a time or a timestamp. */
    public boolean isTemporal() {
        return this == DATE || this == TIME || this == TIMESTAMP;
    }

    /** Returns whether text operators accept it. */
    public boolean isText() {
        return this == TEXT;
    }
}
