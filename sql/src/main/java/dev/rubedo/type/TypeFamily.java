package dev.rubedo.type;

/** A family of types that the same operators accept. Immutable. */
public enum TypeFamily {
    /** True and false. */
    BOOLEAN,
    /** Whole numbers. */
    INTEGER,
    /** Decimal numbers. */
    DECIMAL,
    /** Binary floating point numbers. */
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
    /** Anything that only one database has: it compares with its own kind alone. */
    OTHER,
    /** Anything: the database will tell. Every operator accepts it. */
    UNKNOWN;

    /** Returns whether arithmetic accepts it. */
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
