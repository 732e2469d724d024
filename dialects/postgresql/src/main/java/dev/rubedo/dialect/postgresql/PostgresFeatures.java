package dev.rubedo.dialect.postgresql;

import dev.rubedo.compile.ServerVersion;
import dev.rubedo.feature.Feature;

/**
 * The features of the versions of PostgreSQL. The versions are those of the release notes
 * (postgresql.org/docs/release): window frames by groups, EXCLUDE and INCLUDE in 11, MATERIALIZED and generated columns
 * in 12, WITH TIES in 13. Stateless.
 */
final class PostgresFeatures {

    private PostgresFeatures() {}

    /** Returns whether a version has a feature. A feature that is missing here does not compile. */
    static boolean has(Feature feature, ServerVersion version) {
        return switch (feature) {
            case ON_DELETE_ACTION ->
                true;
            case FOREIGN_KEY_INDEXES ->
                false;
            case DROP_CONSTRAINT_BY_NAME, CONCURRENT_INDEXES, ENUM_CHANGES ->
                true;
            case ENUM_CHANGES_IN_TRANSACTION ->
                version.isAtLeast(12);
            case TABLE_SAMPLE ->
                true;
            case ARRAY_CONTAINMENT ->
                true;
            case JSON_CONSTRUCTORS ->
                true;
            case FULL_TEXT_MATCH ->
                true;
            case NULLS_NOT_DISTINCT ->
                version.isAtLeast(15);
            case TRY_CAST ->
                false;
            case EXPLAIN_ANALYZE ->
                true;
            case EXPLAIN ->
                true;
            case MERGE_BY_SOURCE ->
                version.isAtLeast(17);
            case MERGE_RETURNING ->
                version.isAtLeast(17);
            case MERGE ->
                version.isAtLeast(15);
            case DATE_ARITHMETIC ->
                true;
            case JSON_COMPARISON ->
                true;
            case JSON_ACCESS, REGULAR_EXPRESSION_REPLACE, SAVEPOINTS, TRANSACTIONAL_DDL, READ_ONLY_TRANSACTIONS,
                    DEFERRABLE_TRANSACTIONS, COLLATION_SCHEMAS, RECORD_FUNCTIONS,
                    TWO_PHASE_COMMIT,
                    INSERT_RETURNING, UPDATE_RETURNING,
                    DELETE_RETURNING, RETURNING_ORDERED, MULTI_ROW_INSERT, INSERT_DEFAULT_VALUES,
                    INSERT_FROM_SELECT, ON_CONFLICT_TARGET, ON_CONFLICT_CONSTRAINT, ON_CONFLICT_NOTHING,
                    ON_CONFLICT_WHERE, UPDATE_FROM, DELETE_USING, READ_OF_CHANGED_TABLE, COMMON_TABLE_EXPRESSIONS,
                    RECURSIVE_COMMON_TABLE_EXPRESSIONS, DML_IN_COMMON_TABLE_EXPRESSIONS,
                    COMMON_TABLE_EXPRESSIONS_ON_DML, WINDOW_FUNCTIONS, AGGREGATE_FILTER, AGGREGATE_ORDER_BY,
                    WITHIN_GROUP, GROUPING_SETS, FULL_JOIN, LATERAL, INTERSECT_EXCEPT, INTERSECT_EXCEPT_ALL,
                    DISTINCT_ON, LIMIT_EXPRESSIONS, ROW_LOCKS, SHARED_ROW_LOCKS, KEY_ROW_LOCKS, ROW_LOCKS_OF,
                    NO_WAIT, SKIP_LOCKED, NULLS_ORDER, CASE_INSENSITIVE_LIKE, COLLATE_OPERATOR, REGULAR_EXPRESSIONS,
                    REGULAR_EXPRESSION_FLAGS, BETWEEN_SYMMETRIC, TUPLE_COMPARISON, TUPLE_IN,
                    QUANTIFIED_COMPARISON, TABLE_VALUED_FUNCTIONS, WITH_ORDINALITY, VALUES_TABLE, BOOLEAN_TYPE,
                    UUID_TYPE, ENUM_TYPE, JSON_TYPE, ARRAY_TYPE, INTERVAL_TYPE, TIME_ZONE_TYPE, TIME_OF_DAY_ZONE,
                    EXACT_DECIMAL,
                    SCHEMAS, SEQUENCES, IDENTITY_COLUMNS, COMMENTS, FOREIGN_KEYS, DEFERRABLE_CONSTRAINTS,
                    ON_UPDATE_ACTION, CONSTRAINT_COMMENTS, EXCLUSION_CONSTRAINTS, FOREIGN_KEY_MATCH,
                    MATERIALIZED_VIEWS, TEMPORARY_VIEWS, REPLACEABLE_VIEWS, ALTER_TABLE_CONSTRAINTS, ALTER_COLUMN,
                    DROP_COLUMN, RENAME_COLUMN,
                    CHECK_CONSTRAINTS, PARTIAL_INDEXES,
                    FUNCTIONAL_INDEXES, INDEX_METHODS, DROP_CASCADE, IF_EXISTS, IF_EXISTS_INDEX,
                    IF_EXISTS_COLUMN, IF_EXISTS_CONSTRAINT ->
                true;
            case WINDOW_FRAME_GROUPS, WINDOW_FRAME_EXCLUDE, INCLUDING_INDEXES ->
                version.isAtLeast(11);
            case MATERIALIZED_HINT, COMPUTED_COLUMNS ->
                version.isAtLeast(12);
            case FETCH_WITH_TIES ->
                version.isAtLeast(13);
            case IF_NOT_EXISTS_VIEW, ON_CONFLICT_ANY, FETCH_PERCENT, INLINE_COMMENTS ->
                false;
        };
    }
}
