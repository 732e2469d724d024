package dev.rubedo.feature;

import java.util.EnumSet;
import java.util.Set;

/**
 * A capability that some databases have and others lack. A dialect lists what it has; whatever needs a missing one is
 * refused before anything is sent. Immutable.
 */
public enum Feature {
    /** Has savepoints inside a transaction. */
    SAVEPOINTS,
    /** Has DDL that a rollback undoes. */
    TRANSACTIONAL_DDL,
    /** Has transactions that the database refuses to write in. */
    READ_ONLY_TRANSACTIONS,
    /** Has {@code INSERT ... RETURNING} or a form of the same meaning. */
    INSERT_RETURNING,
    /** Has {@code UPDATE ... RETURNING} or a form of the same meaning. */
    UPDATE_RETURNING,
    /** Has {@code DELETE ... RETURNING} or a form of the same meaning. */
    DELETE_RETURNING,
    /** Has rows of {@code INSERT ... RETURNING} that come back in the order of the given rows. */
    RETURNING_ORDERED,
    /** Has several rows in one {@code VALUES}. */
    MULTI_ROW_INSERT,
    /** Has an {@code INSERT} without any column. */
    INSERT_DEFAULT_VALUES,
    /** Has {@code INSERT ... SELECT}. */
    INSERT_FROM_SELECT,
    /** Has {@code ON CONFLICT (columns)}: the conflict is chosen by columns. */
    ON_CONFLICT_TARGET,
    /** Has {@code ON CONFLICT ON CONSTRAINT}: the conflict is chosen by the name of a constraint. */
    ON_CONFLICT_CONSTRAINT,
    /** Has an upsert on whichever unique key conflicts. */
    ON_CONFLICT_ANY,
    /** Has an insert that skips rows in conflict. */
    ON_CONFLICT_NOTHING,
    /** Has a condition on the update of an upsert. */
    ON_CONFLICT_WHERE,
    /** Has {@code UPDATE} that reads other tables. */
    UPDATE_FROM,
    /** Has {@code DELETE} that reads other tables. */
    DELETE_USING,
    /** Has {@code WITH}. */
    COMMON_TABLE_EXPRESSIONS,
    /** Has {@code WITH RECURSIVE}. */
    RECURSIVE_COMMON_TABLE_EXPRESSIONS,
    /** Has {@code AS MATERIALIZED} and {@code AS NOT MATERIALIZED}. */
    MATERIALIZED_HINT,
    /** Has {@code INSERT}, {@code UPDATE} or {@code DELETE} inside {@code WITH}. */
    DML_IN_COMMON_TABLE_EXPRESSIONS,
    /** Has {@code WITH} before {@code INSERT}, {@code UPDATE} or {@code DELETE}. */
    COMMON_TABLE_EXPRESSIONS_ON_DML,
    /** Has {@code OVER (...)}. */
    WINDOW_FUNCTIONS,
    /** Has window frames counted in groups of peers. */
    WINDOW_FRAME_GROUPS,
    /** Has {@code EXCLUDE} in a window frame. */
    WINDOW_FRAME_EXCLUDE,
    /** Has {@code FILTER (WHERE ...)} on an aggregate. */
    AGGREGATE_FILTER,
    /** Has {@code ORDER BY} inside the call of an aggregate. */
    AGGREGATE_ORDER_BY,
    /** Has ordered set aggregates. */
    WITHIN_GROUP,
    /** Has {@code ROLLUP}, {@code CUBE} and {@code GROUPING SETS}. */
    GROUPING_SETS,
    /** Has {@code FULL OUTER JOIN}. */
    FULL_JOIN,
    /** Has subqueries in {@code FROM} that see what stands before them. */
    LATERAL,
    /** Has {@code INTERSECT} and {@code EXCEPT}. */
    INTERSECT_EXCEPT,
    /** Has {@code INTERSECT ALL} and {@code EXCEPT ALL}. */
    INTERSECT_EXCEPT_ALL,
    /** Has {@code SELECT DISTINCT ON (...)}. */
    DISTINCT_ON,
    /** Has expressions in {@code LIMIT} and {@code OFFSET}. */
    LIMIT_EXPRESSIONS,
    /** Has {@code FETCH FIRST n ROWS WITH TIES}. */
    FETCH_WITH_TIES,
    /** Has {@code FETCH FIRST n PERCENT ROWS}. */
    FETCH_PERCENT,
    /** Has {@code SELECT ... FOR UPDATE}. */
    ROW_LOCKS,
    /** Has {@code SELECT ... FOR SHARE}. */
    SHARED_ROW_LOCKS,
    /** Has {@code FOR NO KEY UPDATE} and {@code FOR KEY SHARE}. */
    KEY_ROW_LOCKS,
    /** Has row locks on some tables of the statement only. */
    ROW_LOCKS_OF,
    /** Has row locks that fail at once instead of waiting. */
    NO_WAIT,
    /** Has row locks that leave out what others hold. */
    SKIP_LOCKED,
    /** Has {@code NULLS FIRST} and {@code NULLS LAST} as such, without emulation. */
    NULLS_ORDER,
    /** Has {@code ILIKE} as such, without emulation. */
    CASE_INSENSITIVE_LIKE,
    /** Has {@code COLLATE} in expressions. */
    COLLATE_OPERATOR,
    /** Has matching by regular expression. */
    REGULAR_EXPRESSIONS,
    /** Has replacing of what matches a regular expression. */
    REGULAR_EXPRESSION_REPLACE,
    /** Has flags of regular expressions. */
    REGULAR_EXPRESSION_FLAGS,
    /** Has date arithmetic: an amount of time added to a point of time. */
    DATE_ARITHMETIC,
    /** Has {@code BETWEEN SYMMETRIC}. */
    BETWEEN_SYMMETRIC,
    /** Has comparisons of row values, as {@code (a, b) = (1, 2)}. */
    TUPLE_COMPARISON,
    /** Has row values in {@code IN}. */
    TUPLE_IN,
    /** Has {@code = ANY (...)} and {@code = ALL (...)}. */
    QUANTIFIED_COMPARISON,
    /** Has functions in {@code FROM}. */
    TABLE_VALUED_FUNCTIONS,
    /** Has {@code WITH ORDINALITY} on a function in {@code FROM}. */
    WITH_ORDINALITY,
    /** Has {@code VALUES} as a table in {@code FROM}. */
    VALUES_TABLE,
    /** Has a boolean type of its own. */
    BOOLEAN_TYPE,
    /** Has a UUID type of its own. */
    UUID_TYPE,
    /** Has named enumeration types. */
    ENUM_TYPE,
    /** Has a JSON type of its own. */
    JSON_TYPE,
    /** Has access to the parts of a JSON document. */
    JSON_ACCESS,
    /** Has array types. */
    ARRAY_TYPE,
    /** Has an interval type of its own. */
    INTERVAL_TYPE,
    /** Has timestamps with a time zone or as points of time. */
    TIME_ZONE_TYPE,
    /** Has decimal numbers without loss. */
    EXACT_DECIMAL,
    /** Has named schemas. */
    SCHEMAS,
    /** Has sequences. */
    SEQUENCES,
    /** Has {@code GENERATED ... AS IDENTITY} or a form of the same meaning. */
    IDENTITY_COLUMNS,
    /** Has columns computed from others. */
    COMPUTED_COLUMNS,
    /** Has comments on tables and columns. */
    COMMENTS,
    /** Has comments inside {@code CREATE TABLE}; others set them afterwards. */
    INLINE_COMMENTS,
    /** Has foreign keys that are enforced. */
    FOREIGN_KEYS,
    /** Has constraints checked at the end of the transaction. */
    DEFERRABLE_CONSTRAINTS,
    /** Has {@code ON UPDATE} of a foreign key. */
    ON_UPDATE_ACTION,
    /** Has constraints added to and dropped from an existing table. */
    ALTER_TABLE_CONSTRAINTS,
    /** Has check constraints that are enforced. */
    CHECK_CONSTRAINTS,
    /** Has indexes with a condition. */
    PARTIAL_INDEXES,
    /** Has indexes on expressions. */
    FUNCTIONAL_INDEXES,
    /** Has indexes with included columns. */
    INCLUDING_INDEXES,
    /** Has a choice of index methods. */
    INDEX_METHODS,
    /** Has {@code DROP ... CASCADE}. */
    DROP_CASCADE,
    /** Has {@code IF EXISTS} and {@code IF NOT EXISTS} on tables. */
    IF_EXISTS,
    /** Has {@code IF EXISTS} and {@code IF NOT EXISTS} on indexes. */
    IF_EXISTS_INDEX;

    private static final Set<Feature> INFORMATION = EnumSet.of(SAVEPOINTS, TRANSACTIONAL_DDL, READ_ONLY_TRANSACTIONS,
            TIME_ZONE_TYPE, EXACT_DECIMAL, FOREIGN_KEYS, CHECK_CONSTRAINTS);

    /**
     * Returns whether this capability is information for programs and tests only: nothing is refused where it is
     * missing.
     */
    public boolean isInformation() {
        return INFORMATION.contains(this);
    }
}
