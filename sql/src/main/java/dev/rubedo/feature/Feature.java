package dev.rubedo.feature;

import java.util.EnumSet;
import java.util.Set;

/**
 * A capability that some databases have and others lack. A dialect declares the features it has; a statement that needs
 * a missing one is rejected before anything is sent. Immutable.
 */
public enum Feature {
    /** Has collations that belong to schemas. */
    COLLATION_SCHEMAS,
    /** Has functions that return records of any kind, whose columns the query defines. */
    RECORD_FUNCTIONS,
    /** Has savepoints inside a transaction. */
    SAVEPOINTS,
    /** Has DDL that can be rolled back. */
    TRANSACTIONAL_DDL,
    /** Has transactions in which the database refuses to write. */
    READ_ONLY_TRANSACTIONS,
    /** Has serializable transactions that wait at their beginning until they cannot fail. */
    DEFERRABLE_TRANSACTIONS,
    /** Has transactions that are committed in two phases. */
    TWO_PHASE_COMMIT,
    /** Has {@code INSERT ... RETURNING} or an equivalent. */
    INSERT_RETURNING,
    /** Has {@code UPDATE ... RETURNING} or an equivalent. */
    UPDATE_RETURNING,
    /** Has {@code DELETE ... RETURNING} or an equivalent. */
    DELETE_RETURNING,
    /** Has {@code INSERT ... RETURNING} that returns rows in the order of the given rows. */
    RETURNING_ORDERED,
    /** Has several rows in one {@code VALUES}. */
    MULTI_ROW_INSERT,
    /** Has an {@code INSERT} without columns. */
    INSERT_DEFAULT_VALUES,
    /** Has {@code INSERT ... SELECT}. */
    INSERT_FROM_SELECT,
    /** Has {@code ON CONFLICT (columns)}: the conflict target is given by columns. */
    ON_CONFLICT_TARGET,
    /** Has {@code ON CONFLICT ON CONSTRAINT}: the conflict target is given by the name of a constraint. */
    ON_CONFLICT_CONSTRAINT,
    /** Has an upsert on whichever unique key conflicts. */
    ON_CONFLICT_ANY,
    /** Has an insert that skips conflicting rows. */
    ON_CONFLICT_NOTHING,
    /** Has a condition on the update of an upsert. */
    ON_CONFLICT_WHERE,
    /** Has {@code UPDATE} that reads other tables. */
    UPDATE_FROM,
    /** Has {@code DELETE} that reads other tables. */
    DELETE_USING,
    /**
     * Has {@code UPDATE} and {@code DELETE} with subqueries that read the changed table. Otherwise a derived table
     * inside the subquery may read it, for which some servers need a {@code DISTINCT} or a limit.
     */
    READ_OF_CHANGED_TABLE,
    /** Has MERGE with a source and actions. */
    MERGE,
    /** Has MERGE that returns rows. */
    MERGE_RETURNING,
    /** Has WHEN NOT MATCHED BY SOURCE in MERGE. */
    MERGE_BY_SOURCE,
    /** Has a statement that shows how another one is executed. */
    EXPLAIN,
    /** Has EXPLAIN ANALYZE or an equivalent, which executes the statement. */
    EXPLAIN_ANALYZE,
    /** Has unique constraints for which two NULLs are equal. */
    NULLS_NOT_DISTINCT,
    /** Has a cast that returns NULL for a value that cannot be converted. */
    TRY_CAST,
    /** Has a full-text search. */
    FULL_TEXT_MATCH,
    /** Has functions that build JSON documents from values and groups. */
    JSON_CONSTRUCTORS,
    /** Has tests for containment and overlap of arrays. */
    ARRAY_CONTAINMENT,
    /** Has samples of tables. */
    TABLE_SAMPLE,
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
    /** Has an order for the rows that an aggregate combines. */
    AGGREGATE_ORDER_BY,
    /** Has ordered-set aggregates. */
    WITHIN_GROUP,
    /** Has {@code ROLLUP}, {@code CUBE} and {@code GROUPING SETS}. */
    GROUPING_SETS,
    /** Has {@code FULL OUTER JOIN}. */
    FULL_JOIN,
    /** Has subqueries in {@code FROM} that can refer to preceding items. */
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
    /** Has row locks that skip rows held by other transactions. */
    SKIP_LOCKED,
    /** Has {@code NULLS FIRST} and {@code NULLS LAST} natively, without emulation. */
    NULLS_ORDER,
    /** Has {@code ILIKE} natively, without emulation. */
    CASE_INSENSITIVE_LIKE,
    /** Has {@code COLLATE} in expressions and in the types of columns. */
    COLLATE_OPERATOR,
    /** Has matching by regular expression. */
    REGULAR_EXPRESSIONS,
    /** Has replacement of regular expression matches. */
    REGULAR_EXPRESSION_REPLACE,
    /** Has flags of regular expressions. */
    REGULAR_EXPRESSION_FLAGS,
    /** Has date arithmetic: adding an amount of time to a point in time. */
    DATE_ARITHMETIC,
    /** Has {@code BETWEEN SYMMETRIC}. */
    BETWEEN_SYMMETRIC,
    /** Has comparisons of row values, such as {@code (a, b) = (1, 2)}. */
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
    /** Has a native boolean type. */
    BOOLEAN_TYPE,
    /** Has a native UUID type. */
    UUID_TYPE,
    /** Has named enumeration types. */
    ENUM_TYPE,
    /** Has a native JSON type. */
    JSON_TYPE,
    /** Has access to the parts of a JSON document. */
    JSON_ACCESS,
    /** Has comparison of JSON documents by structure, regardless of the order of keys. */
    JSON_COMPARISON,
    /** Has array types. */
    ARRAY_TYPE,
    /** Has a native interval type. */
    INTERVAL_TYPE,
    /** Has timestamps with a time zone, or as points in time. */
    TIME_ZONE_TYPE,
    /** Has times of day with an offset. */
    TIME_OF_DAY_ZONE,
    /** Has decimal numbers that are stored without loss. */
    EXACT_DECIMAL,
    /** Has named schemas. */
    SCHEMAS,
    /** Has materialized views. */
    MATERIALIZED_VIEWS,
    /** Has temporary views. */
    TEMPORARY_VIEWS,
    /** Has {@code CREATE OR REPLACE VIEW}. */
    REPLACEABLE_VIEWS,
    /** Has {@code CREATE VIEW IF NOT EXISTS}. */
    IF_NOT_EXISTS_VIEW,
    /** Has sequences. */
    SEQUENCES,
    /** Has {@code GENERATED ... AS IDENTITY} or an equivalent. */
    IDENTITY_COLUMNS,
    /** Has computed columns. */
    COMPUTED_COLUMNS,
    /** Has comments on tables and columns. */
    COMMENTS,
    /** Has comments on constraints. */
    CONSTRAINT_COMMENTS,
    /** Has comments inside {@code CREATE TABLE}; others set them afterwards. */
    INLINE_COMMENTS,
    /** Has enforced foreign keys. */
    FOREIGN_KEYS,
    /** Has constraints that are checked at the end of the transaction. */
    DEFERRABLE_CONSTRAINTS,
    /** Has exclusion constraints. */
    EXCLUSION_CONSTRAINTS,
    /** Has {@code MATCH FULL} on foreign keys. */
    FOREIGN_KEY_MATCH,
    /** Has actions {@code ON DELETE} on foreign keys. */
    ON_DELETE_ACTION,
    /** Has {@code ON UPDATE} on foreign keys. */
    ON_UPDATE_ACTION,
    /** Has constraints that can be added to and dropped from an existing table. */
    ALTER_TABLE_CONSTRAINTS,
    /** Has columns whose type, nullability or default can be changed in an existing table. */
    ALTER_COLUMN,
    /** Has columns that can be dropped from an existing table. */
    DROP_COLUMN,
    /** Has columns that can be renamed in an existing table. */
    RENAME_COLUMN,
    /** Has enforced check constraints. */
    CHECK_CONSTRAINTS,
    /** Has partial indexes. */
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
    IF_EXISTS_INDEX,
    /** Has {@code ADD COLUMN IF NOT EXISTS} and {@code DROP COLUMN IF EXISTS}. */
    IF_EXISTS_COLUMN,
    /** Has {@code DROP CONSTRAINT IF EXISTS}. */
    IF_EXISTS_CONSTRAINT,
    /** Has {@code DROP CONSTRAINT} for constraints of every kind. */
    DROP_CONSTRAINT_BY_NAME,
    /** Has indexes that are created and dropped without blocking writers, outside transactions. */
    CONCURRENT_INDEXES,
    /** Has enumeration types to which labels can be added. */
    ENUM_CHANGES,
    /** Has enumeration types to which labels can be added in a transaction. */
    ENUM_CHANGES_IN_TRANSACTION,
    /** Creates an index on the columns of each foreign key automatically. */
    FOREIGN_KEY_INDEXES;

    private static final Set<Feature> INFORMATION = EnumSet.of(EXACT_DECIMAL, FOREIGN_KEYS);

    /**
     * Returns whether this capability is only information for programs and tests: nothing is rejected if it is missing.
     */
    public boolean isInformation() {
        return INFORMATION.contains(this);
    }
}
