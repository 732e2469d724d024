package dev.rubedo.dialect.postgresql.type;

import dev.rubedo.codec.TimeText;
import dev.rubedo.type.Domain;
import dev.rubedo.type.RenamedType;
import dev.rubedo.type.SqlType;
import dev.rubedo.type.Types;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The types that only PostgreSQL has. Other dialects reject them; {@link SqlType#on} replaces a portable type with one
 * of them on PostgreSQL only. Their operators are in {@link PostgresRanges} and {@link PostgresJson}. Immutable.
 */
public final class PostgresTypes {

    private static final Set<String> POSTGRESQL = Set.of("postgresql");

    /** {@code inet}: the address of a host or a network. */
    public static final SqlType<Inet> INET = InetType.INET;

    /** {@code citext}: text that is compared ignoring case, from the extension of that name. */
    public static final SqlType<String> CITEXT = renamed("CITEXT", Types.TEXT);

    /** {@code xid}: a transaction identifier, as text, such as that of the system column {@code xmin}. */
    public static final SqlType<String> XID = renamed("XID", Types.TEXT);

    /** {@code int4range}: a range of 32-bit integers. */
    public static final SqlType<Range<Integer>> INT4RANGE = new RangeType<>("INT4RANGE", Types.INTEGER,
            new RangeType.BoundForm<>(Object::toString, Integer::valueOf));

    /** {@code int8range}: a range of 64-bit integers. */
    public static final SqlType<Range<Long>> INT8RANGE = new RangeType<>("INT8RANGE", Types.BIGINT,
            new RangeType.BoundForm<>(Object::toString, Long::valueOf));

    /** {@code numrange}: a range of decimal numbers. */
    public static final SqlType<Range<BigDecimal>> NUMRANGE = new RangeType<>("NUMRANGE", Types.NUMERIC,
            new RangeType.BoundForm<>(BigDecimal::toPlainString, BigDecimal::new));

    /** {@code daterange}: a range of dates. */
    public static final SqlType<Range<LocalDate>> DATERANGE = new RangeType<>("DATERANGE", Types.DATE,
            new RangeType.BoundForm<>(LocalDate::toString, LocalDate::parse));

    /** {@code tsrange}: a range of timestamps without a time zone. */
    public static final SqlType<Range<LocalDateTime>> TSRANGE = new RangeType<>("TSRANGE", Types.TIMESTAMP,
            new RangeType.BoundForm<>(LocalDateTime::toString, TimeText::parseTimestamp));

    /** {@code tstzrange}: a range of timestamps with a time zone, read in UTC. */
    public static final SqlType<Range<OffsetDateTime>> TSTZRANGE = new RangeType<>("TSTZRANGE", Types.TIMESTAMP_TZ,
            new RangeType.BoundForm<>(OffsetDateTime::toString, PostgresTypes::parseOffset));

    /** {@code int4multirange}: several ranges that neither overlap nor touch, in order. PostgreSQL 14 or newer. */
    public static final SqlType<List<Range<Integer>>> INT4MULTIRANGE = multirange("INT4MULTIRANGE", INT4RANGE);

    /** {@code int8multirange}: several ranges that neither overlap nor touch, in order. PostgreSQL 14 or newer. */
    public static final SqlType<List<Range<Long>>> INT8MULTIRANGE = multirange("INT8MULTIRANGE", INT8RANGE);

    /** {@code nummultirange}: several ranges that neither overlap nor touch, in order. PostgreSQL 14 or newer. */
    public static final SqlType<List<Range<BigDecimal>>> NUMMULTIRANGE = multirange("NUMMULTIRANGE", NUMRANGE);

    /** {@code datemultirange}: several ranges that neither overlap nor touch, in order. PostgreSQL 14 or newer. */
    public static final SqlType<List<Range<LocalDate>>> DATEMULTIRANGE = multirange("DATEMULTIRANGE", DATERANGE);

    /** {@code tsmultirange}: several ranges that neither overlap nor touch, in order. PostgreSQL 14 or newer. */
    public static final SqlType<List<Range<LocalDateTime>>> TSMULTIRANGE = multirange("TSMULTIRANGE", TSRANGE);

    /** {@code tstzmultirange}: several ranges that neither overlap nor touch, in order. PostgreSQL 14 or newer. */
    public static final SqlType<List<Range<OffsetDateTime>>> TSTZMULTIRANGE = multirange("TSTZMULTIRANGE", TSTZRANGE);

    /** {@code cidr}: the address of a network. */
    public static final SqlType<Inet> CIDR = InetType.CIDR;

    /** {@code hstore}: a map of strings, from the extension of that name. */
    public static final SqlType<Map<String, @Nullable String>> HSTORE = HstoreType.HSTORE;

    /** {@code macaddr}: a hardware address of six bytes, as text. */
    public static final SqlType<String> MACADDR = renamed("MACADDR", Types.TEXT);

    /** {@code macaddr8}: a hardware address of eight bytes, as text. */
    public static final SqlType<String> MACADDR8 = renamed("MACADDR8", Types.TEXT);

    /** {@code money}: an amount of money, as text in the server's locale. */
    public static final SqlType<String> MONEY = renamed("MONEY", Types.TEXT);

    /** {@code oid}: the identifier of an object in the catalog. */
    public static final SqlType<Long> OID = renamed("OID", Types.BIGINT);

    /** {@code regclass}: the name of a table, which the server resolves. */
    public static final SqlType<String> REGCLASS = renamed("REGCLASS", Types.TEXT);

    /** {@code regconfig}: the name of a text search configuration. */
    public static final SqlType<String> REGCONFIG = renamed("REGCONFIG", Types.TEXT);

    /** {@code tsvector}: a document for text search, as text. */
    public static final SqlType<String> TSVECTOR = renamed("TSVECTOR", Types.TEXT);

    /** {@code tsquery}: a query for text search, as text. */
    public static final SqlType<String> TSQUERY = renamed("TSQUERY", Types.TEXT);

    /** {@code jsonpath}: a path into JSON documents, as text. */
    public static final SqlType<String> JSONPATH = renamed("JSONPATH", Types.TEXT);

    private PostgresTypes() {}

    private static <T> SqlType<List<Range<T>>> multirange(String name, SqlType<Range<T>> range) {
        return new MultirangeType<>(name, (RangeType<T>) range);
    }

    /**
     * Returns {@code bit(length)}: a string of zeros and ones.
     *
     * @param length the number of bits
     */
    public static SqlType<String> bit(int length) {
        return renamed("BIT(" + length + ")", Types.TEXT);
    }

    /**
     * Returns {@code bit varying(length)}: a string of zeros and ones.
     *
     * @param length the maximum number of bits
     */
    public static SqlType<String> bitVarying(int length) {
        return renamed("BIT VARYING(" + length + ")", Types.TEXT);
    }

    /**
     * Returns {@code jsonb}, a JSON document that can be compared and indexed, read as a class.
     *
     * @param type the class
     */
    public static <T> SqlType<T> jsonb(Class<T> type) {
        return renamed("JSONB", Types.json(type));
    }

    /**
     * Returns {@code jsonb}, read as a type with type arguments.
     *
     * @param type the type
     */
    public static SqlType<Object> jsonb(Type type) {
        return renamed("JSONB", Types.json(type));
    }

    /**
     * Returns a domain. Use {@link Domain#type()} as the type of columns; the domain is created with their tables.
     *
     * @param name the name, which consists of lower-case letters, digits and {@code _}
     * @param base the type of its values
     */
    public static <T> Domain<T> domain(String name, SqlType<T> base) {
        return new Domain<>(POSTGRESQL, name, base, "", false, "");
    }

    /**
     * Returns a database-specific type, possibly of an extension, whose values are those of a portable type, such as a
     * domain.
     *
     * @param name the type as declared in DDL, written verbatim
     * @param values the portable type of its values
     */
    public static <T> SqlType<T> renamed(String name, SqlType<T> values) {
        return new RenamedType<>(POSTGRESQL, name, values, "?::" + name);
    }

    /** The server writes an offset without minutes if they are zero. */
    private static OffsetDateTime parseOffset(String text) {
        return TimeText.parseOffset(text.matches(".*[+-]\\d\\d") ? text + ":00" : text);
    }
}
