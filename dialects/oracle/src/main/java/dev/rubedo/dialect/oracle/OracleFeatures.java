package dev.rubedo.dialect.oracle;

import dev.rubedo.compile.ServerVersion;
import dev.rubedo.feature.Feature;

/**
 * The features of the versions of Oracle Database. FETCH FIRST, LATERAL and identity columns came with 12.1, COLLATE
 * with 12.2; EXCEPT, the ALL forms of set operators, GROUPS and EXCLUDE with 21; BOOLEAN, multi-row VALUES, UPDATE ...
 * FROM and IF EXISTS with 23 (docs.oracle.com, SQL Language Reference and "New Features" of the releases). Stateless.
 */
final class OracleFeatures {

    private OracleFeatures() {}

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
            case JSON_ACCESS ->
                version.isAtLeast(12);
            case TABLE_SAMPLE ->
                false;
            case ARRAY_CONTAINMENT ->
                false;
            case JSON_CONSTRUCTORS ->
                version.isAtLeast(12, 2);
            case FULL_TEXT_MATCH, AGGREGATE_ORDER_BY ->
                true;
            case NULLS_NOT_DISTINCT ->
                false;
            case TRY_CAST ->
                version.isAtLeast(12, 2);
            case EXPLAIN_ANALYZE ->
                false;
            case EXPLAIN ->
                false;
            case MERGE_BY_SOURCE ->
                false;
            case MERGE_RETURNING ->
                version.isAtLeast(23);
            case MERGE ->
                true;
            case DATE_ARITHMETIC ->
                true;
            case JSON_COMPARISON ->
                version.isAtLeast(18);
            case READ_OF_CHANGED_TABLE, SAVEPOINTS, READ_ONLY_TRANSACTIONS, INSERT_RETURNING, UPDATE_RETURNING,
                    DELETE_RETURNING,
                    MULTI_ROW_INSERT, INSERT_DEFAULT_VALUES, INSERT_FROM_SELECT, ON_CONFLICT_TARGET,
                    ON_CONFLICT_CONSTRAINT, ON_CONFLICT_ANY, ON_CONFLICT_NOTHING, ON_CONFLICT_WHERE,
                    COMMON_TABLE_EXPRESSIONS, RECURSIVE_COMMON_TABLE_EXPRESSIONS, WINDOW_FUNCTIONS, WITHIN_GROUP,
                    GROUPING_SETS, FULL_JOIN, INTERSECT_EXCEPT, LIMIT_EXPRESSIONS, ROW_LOCKS, NO_WAIT, SKIP_LOCKED,
                    NULLS_ORDER, REGULAR_EXPRESSIONS, REGULAR_EXPRESSION_REPLACE, REGULAR_EXPRESSION_FLAGS,
                    TUPLE_IN, QUANTIFIED_COMPARISON, INTERVAL_TYPE, TIME_ZONE_TYPE, EXACT_DECIMAL, SCHEMAS,
                    SEQUENCES, COMPUTED_COLUMNS, COMMENTS, FOREIGN_KEYS, DEFERRABLE_CONSTRAINTS,
                    ALTER_TABLE_CONSTRAINTS, ALTER_COLUMN, DROP_COLUMN, RENAME_COLUMN, CHECK_CONSTRAINTS,
                    MATERIALIZED_VIEWS, REPLACEABLE_VIEWS, FUNCTIONAL_INDEXES, IF_EXISTS, IF_EXISTS_INDEX,
                    IF_EXISTS_COLUMN, IF_EXISTS_CONSTRAINT ->
                true;
            case FETCH_WITH_TIES, FETCH_PERCENT, LATERAL, IDENTITY_COLUMNS ->
                version.isAtLeast(12);
            case COLLATE_OPERATOR ->
                version.isAtLeast(12, 2);
            case INTERSECT_EXCEPT_ALL, WINDOW_FRAME_GROUPS, WINDOW_FRAME_EXCLUDE, JSON_TYPE ->
                version.isAtLeast(21);
            case BOOLEAN_TYPE, VALUES_TABLE, UPDATE_FROM ->
                version.isAtLeast(23);
            case CONSTRAINT_COMMENTS, EXCLUSION_CONSTRAINTS, FOREIGN_KEY_MATCH,
                    DEFERRABLE_TRANSACTIONS, COLLATION_SCHEMAS, RECORD_FUNCTIONS, TRANSACTIONAL_DDL, TEMPORARY_VIEWS,
                    IF_NOT_EXISTS_VIEW, TIME_OF_DAY_ZONE,
                    TWO_PHASE_COMMIT,
                    RETURNING_ORDERED, DELETE_USING, MATERIALIZED_HINT,
                    DML_IN_COMMON_TABLE_EXPRESSIONS, COMMON_TABLE_EXPRESSIONS_ON_DML, AGGREGATE_FILTER,
                    DISTINCT_ON, SHARED_ROW_LOCKS, KEY_ROW_LOCKS, ROW_LOCKS_OF,
                    CASE_INSENSITIVE_LIKE, BETWEEN_SYMMETRIC, TUPLE_COMPARISON,
                    TABLE_VALUED_FUNCTIONS, WITH_ORDINALITY, UUID_TYPE, ENUM_TYPE, ARRAY_TYPE,
                    INLINE_COMMENTS, ON_UPDATE_ACTION, PARTIAL_INDEXES, INCLUDING_INDEXES, INDEX_METHODS,
                    DROP_CASCADE ->
                false;
        };
    }
}
