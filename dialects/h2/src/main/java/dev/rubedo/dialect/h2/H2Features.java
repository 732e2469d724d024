package dev.rubedo.dialect.h2;

import dev.rubedo.compile.ServerVersion;
import dev.rubedo.feature.Feature;

/**
 * The features of the versions of H2, from 2.0 on: NOWAIT and SKIP LOCKED came with 2.2.220
 * (h2database.com/html/changelog.html). Stateless.
 */
final class H2Features {

    private H2Features() {}

    /** Returns whether a version has a feature. A feature that is missing here does not compile. */
    static boolean has(Feature feature, ServerVersion version) {
        return switch (feature) {
            case ON_DELETE_ACTION ->
                true;
            case FOREIGN_KEY_INDEXES ->
                true;
            case DROP_CONSTRAINT_BY_NAME ->
                true;
            case CONCURRENT_INDEXES, ENUM_CHANGES, ENUM_CHANGES_IN_TRANSACTION ->
                false;
            case TABLE_SAMPLE ->
                false;
            case ARRAY_CONTAINMENT ->
                false;
            case JSON_CONSTRUCTORS ->
                true;
            case FULL_TEXT_MATCH ->
                false;
            case NULLS_NOT_DISTINCT ->
                version.isAtLeast(2, 2, 220);
            case TRY_CAST ->
                false;
            case EXPLAIN_ANALYZE ->
                true;
            case EXPLAIN ->
                true;
            case MERGE_BY_SOURCE ->
                false;
            case MERGE_RETURNING ->
                true;
            case MERGE ->
                true;
            case DATE_ARITHMETIC ->
                true;
            case JSON_COMPARISON ->
                false;
            case READ_OF_CHANGED_TABLE, REGULAR_EXPRESSION_REPLACE, ON_CONFLICT_TARGET, ON_CONFLICT_CONSTRAINT,
                    ON_CONFLICT_ANY,
                    ON_CONFLICT_NOTHING, ON_CONFLICT_WHERE, SAVEPOINTS, TWO_PHASE_COMMIT, INSERT_RETURNING,
                    UPDATE_RETURNING,
                    DELETE_RETURNING, RETURNING_ORDERED,
                    MULTI_ROW_INSERT, INSERT_DEFAULT_VALUES, INSERT_FROM_SELECT, COMMON_TABLE_EXPRESSIONS,
                    RECURSIVE_COMMON_TABLE_EXPRESSIONS, WINDOW_FUNCTIONS, WINDOW_FRAME_GROUPS, WINDOW_FRAME_EXCLUDE,
                    AGGREGATE_FILTER, AGGREGATE_ORDER_BY, WITHIN_GROUP, INTERSECT_EXCEPT, DISTINCT_ON,
                    LIMIT_EXPRESSIONS, FETCH_WITH_TIES, FETCH_PERCENT, ROW_LOCKS, NULLS_ORDER,
                    CASE_INSENSITIVE_LIKE, REGULAR_EXPRESSIONS, REGULAR_EXPRESSION_FLAGS, BETWEEN_SYMMETRIC,
                    TUPLE_COMPARISON, TUPLE_IN, QUANTIFIED_COMPARISON, TABLE_VALUED_FUNCTIONS,
                    WITH_ORDINALITY, VALUES_TABLE, BOOLEAN_TYPE, UUID_TYPE, JSON_TYPE, ARRAY_TYPE, INTERVAL_TYPE,
                    TIME_ZONE_TYPE, TIME_OF_DAY_ZONE, EXACT_DECIMAL, SCHEMAS, SEQUENCES, IDENTITY_COLUMNS,
                    COMPUTED_COLUMNS, COMMENTS,
                    FOREIGN_KEYS, ON_UPDATE_ACTION, CONSTRAINT_COMMENTS, REPLACEABLE_VIEWS, IF_NOT_EXISTS_VIEW,
                    ALTER_TABLE_CONSTRAINTS, ALTER_COLUMN,
                    DROP_COLUMN, RENAME_COLUMN,
                    CHECK_CONSTRAINTS, DROP_CASCADE,
                    IF_EXISTS, IF_EXISTS_INDEX, IF_EXISTS_COLUMN, IF_EXISTS_CONSTRAINT ->
                true;
            case NO_WAIT, SKIP_LOCKED ->
                version.isAtLeast(2, 2, 220);
            case EXCLUSION_CONSTRAINTS, FOREIGN_KEY_MATCH,
                    JSON_ACCESS, DEFERRABLE_TRANSACTIONS, COLLATION_SCHEMAS, RECORD_FUNCTIONS, MATERIALIZED_VIEWS,
                    TEMPORARY_VIEWS, TRANSACTIONAL_DDL,
                    READ_ONLY_TRANSACTIONS,
                    UPDATE_FROM, DELETE_USING,
                    MATERIALIZED_HINT, DML_IN_COMMON_TABLE_EXPRESSIONS, COMMON_TABLE_EXPRESSIONS_ON_DML,
                    GROUPING_SETS, FULL_JOIN, LATERAL, INTERSECT_EXCEPT_ALL, SHARED_ROW_LOCKS, KEY_ROW_LOCKS,
                    ROW_LOCKS_OF, COLLATE_OPERATOR, ENUM_TYPE, INLINE_COMMENTS, DEFERRABLE_CONSTRAINTS,
                    PARTIAL_INDEXES, FUNCTIONAL_INDEXES, INCLUDING_INDEXES, INDEX_METHODS ->
                false;
        };
    }
}
