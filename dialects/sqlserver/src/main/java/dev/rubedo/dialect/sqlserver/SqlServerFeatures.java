package dev.rubedo.dialect.sqlserver;

import dev.rubedo.compile.ServerVersion;
import dev.rubedo.feature.Feature;

/**
 * The features of SQL Server, from 2012 on (learn.microsoft.com, "Transact-SQL reference"). IF EXISTS is missing
 * because only DROP has it; comments are set by a procedure call. Stateless.
 */
final class SqlServerFeatures {

    private SqlServerFeatures() {}

    /** Returns whether a version has a feature. A feature that is missing here does not compile. */
    static boolean has(Feature feature, ServerVersion version) {
        return switch (feature) {
            case ON_DELETE_ACTION ->
                true;
            case FOREIGN_KEY_INDEXES ->
                false;
            case DROP_CONSTRAINT_BY_NAME ->
                true;
            case CONCURRENT_INDEXES, ENUM_CHANGES, ENUM_CHANGES_IN_TRANSACTION ->
                false;
            case TABLE_SAMPLE ->
                true;
            case ARRAY_CONTAINMENT ->
                false;
            case JSON_CONSTRUCTORS ->
                version.isAtLeast(17);
            case FULL_TEXT_MATCH ->
                true;
            case AGGREGATE_ORDER_BY ->
                version.isAtLeast(14);
            case NULLS_NOT_DISTINCT ->
                true;
            case TRY_CAST ->
                true;
            case EXPLAIN_ANALYZE ->
                false;
            case EXPLAIN ->
                false;
            case MERGE_BY_SOURCE ->
                true;
            case MERGE_RETURNING ->
                true;
            case MERGE ->
                true;
            case DATE_ARITHMETIC ->
                true;
            case JSON_COMPARISON ->
                false;
            case SAVEPOINTS, TRANSACTIONAL_DDL, INSERT_RETURNING, UPDATE_RETURNING, DELETE_RETURNING,
                    MULTI_ROW_INSERT, INSERT_DEFAULT_VALUES, INSERT_FROM_SELECT, ON_CONFLICT_TARGET,
                    ON_CONFLICT_CONSTRAINT, ON_CONFLICT_ANY, ON_CONFLICT_NOTHING, ON_CONFLICT_WHERE, UPDATE_FROM,
                    DELETE_USING, READ_OF_CHANGED_TABLE, COMMON_TABLE_EXPRESSIONS, RECURSIVE_COMMON_TABLE_EXPRESSIONS,
                    COMMON_TABLE_EXPRESSIONS_ON_DML, WINDOW_FUNCTIONS, WITHIN_GROUP, GROUPING_SETS, FULL_JOIN,
                    INTERSECT_EXCEPT, LIMIT_EXPRESSIONS, FETCH_WITH_TIES, FETCH_PERCENT, ROW_LOCKS,
                    SHARED_ROW_LOCKS, ROW_LOCKS_OF, NO_WAIT, SKIP_LOCKED, COLLATE_OPERATOR, QUANTIFIED_COMPARISON,
                    TABLE_VALUED_FUNCTIONS, VALUES_TABLE, UUID_TYPE, TIME_ZONE_TYPE, EXACT_DECIMAL, SCHEMAS,
                    SEQUENCES, IDENTITY_COLUMNS, COMPUTED_COLUMNS, FOREIGN_KEYS, ON_UPDATE_ACTION,
                    ALTER_TABLE_CONSTRAINTS, ALTER_COLUMN, DROP_COLUMN, RENAME_COLUMN, CHECK_CONSTRAINTS,
                    PARTIAL_INDEXES, INCLUDING_INDEXES, COMMENTS, IF_EXISTS, IF_EXISTS_INDEX, IF_EXISTS_COLUMN,
                    IF_EXISTS_CONSTRAINT ->
                true;
            case REPLACEABLE_VIEWS, JSON_ACCESS ->
                version.isAtLeast(13);
            case CONSTRAINT_COMMENTS, EXCLUSION_CONSTRAINTS, FOREIGN_KEY_MATCH,
                    READ_ONLY_TRANSACTIONS, DEFERRABLE_TRANSACTIONS, COLLATION_SCHEMAS, RECORD_FUNCTIONS,
                    MATERIALIZED_VIEWS, TEMPORARY_VIEWS,
                    IF_NOT_EXISTS_VIEW, TIME_OF_DAY_ZONE,
                    TWO_PHASE_COMMIT, RETURNING_ORDERED, MATERIALIZED_HINT,
                    DML_IN_COMMON_TABLE_EXPRESSIONS,
                    WINDOW_FRAME_GROUPS, WINDOW_FRAME_EXCLUDE, AGGREGATE_FILTER, LATERAL,
                    INTERSECT_EXCEPT_ALL, DISTINCT_ON, KEY_ROW_LOCKS, NULLS_ORDER, CASE_INSENSITIVE_LIKE,
                    REGULAR_EXPRESSIONS, REGULAR_EXPRESSION_REPLACE, REGULAR_EXPRESSION_FLAGS, BETWEEN_SYMMETRIC,
                    TUPLE_COMPARISON, TUPLE_IN, WITH_ORDINALITY, BOOLEAN_TYPE, ENUM_TYPE,
                    JSON_TYPE, ARRAY_TYPE, INTERVAL_TYPE, INLINE_COMMENTS,
                    DEFERRABLE_CONSTRAINTS, FUNCTIONAL_INDEXES, INDEX_METHODS, DROP_CASCADE ->
                false;
        };
    }
}
