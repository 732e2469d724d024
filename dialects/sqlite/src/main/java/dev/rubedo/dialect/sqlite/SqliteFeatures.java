package dev.rubedo.dialect.sqlite;

import dev.rubedo.compile.ServerVersion;
import dev.rubedo.feature.Feature;

/**
 * The features of the versions of SQLite. The versions are those of the release notes (sqlite.org/changes.html) and of
 * the pages about individual statements (sqlite.org/lang_returning.html, lang_upsert.html, windowfunctions.html,
 * lang_aggfunc.html). Stateless.
 */
final class SqliteFeatures {

    private SqliteFeatures() {}

    /** Returns whether a version has a feature. A feature that is missing here does not compile. */
    static boolean has(Feature feature, ServerVersion version) {
        return switch (feature) {
            case ON_DELETE_ACTION ->
                true;
            case FOREIGN_KEY_INDEXES ->
                false;
            case DROP_CONSTRAINT_BY_NAME, CONCURRENT_INDEXES, ENUM_CHANGES, ENUM_CHANGES_IN_TRANSACTION ->
                false;
            case TABLE_SAMPLE ->
                false;
            case ARRAY_CONTAINMENT ->
                false;
            case JSON_CONSTRUCTORS ->
                version.isAtLeast(3, 38);
            case FULL_TEXT_MATCH ->
                false;
            case NULLS_NOT_DISTINCT ->
                false;
            case TRY_CAST ->
                false;
            case EXPLAIN_ANALYZE ->
                false;
            case EXPLAIN ->
                true;
            case MERGE_BY_SOURCE ->
                false;
            case MERGE_RETURNING ->
                false;
            case MERGE ->
                false;
            case DATE_ARITHMETIC ->
                true;
            case JSON_COMPARISON ->
                version.isAtLeast(3, 9);
            case READ_OF_CHANGED_TABLE, JSON_ACCESS, SAVEPOINTS, TRANSACTIONAL_DDL, READ_ONLY_TRANSACTIONS,
                    MULTI_ROW_INSERT,
                    INSERT_DEFAULT_VALUES,
                    INSERT_FROM_SELECT, COMMON_TABLE_EXPRESSIONS, RECURSIVE_COMMON_TABLE_EXPRESSIONS,
                    COMMON_TABLE_EXPRESSIONS_ON_DML, INTERSECT_EXCEPT, LIMIT_EXPRESSIONS, COLLATE_OPERATOR,
                    REGULAR_EXPRESSIONS, REGULAR_EXPRESSION_FLAGS, TUPLE_COMPARISON, TUPLE_IN,
                    TABLE_VALUED_FUNCTIONS, VALUES_TABLE, FOREIGN_KEYS, DEFERRABLE_CONSTRAINTS, ON_UPDATE_ACTION,
                    CHECK_CONSTRAINTS, TEMPORARY_VIEWS, IF_NOT_EXISTS_VIEW, PARTIAL_INDEXES, FUNCTIONAL_INDEXES,
                    IF_EXISTS, IF_EXISTS_INDEX ->
                true;
            case WINDOW_FUNCTIONS, RENAME_COLUMN ->
                version.isAtLeast(3, 25);
            case ON_CONFLICT_TARGET, ON_CONFLICT_NOTHING, ON_CONFLICT_WHERE ->
                version.isAtLeast(3, 24);
            case WINDOW_FRAME_GROUPS, WINDOW_FRAME_EXCLUDE ->
                version.isAtLeast(3, 28);
            case NULLS_ORDER, AGGREGATE_FILTER ->
                version.isAtLeast(3, 30);
            case COMPUTED_COLUMNS ->
                version.isAtLeast(3, 31);
            case UPDATE_FROM ->
                version.isAtLeast(3, 33);
            case INSERT_RETURNING, UPDATE_RETURNING, DELETE_RETURNING, ON_CONFLICT_ANY, MATERIALIZED_HINT,
                    DROP_COLUMN ->
                version.isAtLeast(3, 35);
            case FULL_JOIN ->
                version.isAtLeast(3, 39);
            case AGGREGATE_ORDER_BY ->
                version.isAtLeast(3, 44);
            case TWO_PHASE_COMMIT, REGULAR_EXPRESSION_REPLACE, RETURNING_ORDERED, ON_CONFLICT_CONSTRAINT, DELETE_USING,
                    DML_IN_COMMON_TABLE_EXPRESSIONS,
                    CONSTRAINT_COMMENTS, EXCLUSION_CONSTRAINTS, FOREIGN_KEY_MATCH,
                    DEFERRABLE_TRANSACTIONS, COLLATION_SCHEMAS, RECORD_FUNCTIONS, TIME_OF_DAY_ZONE, MATERIALIZED_VIEWS,
                    REPLACEABLE_VIEWS, WITHIN_GROUP,
                    GROUPING_SETS, LATERAL,
                    INTERSECT_EXCEPT_ALL, DISTINCT_ON,
                    FETCH_WITH_TIES,
                    FETCH_PERCENT, ROW_LOCKS, SHARED_ROW_LOCKS, KEY_ROW_LOCKS, ROW_LOCKS_OF, NO_WAIT, SKIP_LOCKED,
                    CASE_INSENSITIVE_LIKE, BETWEEN_SYMMETRIC, QUANTIFIED_COMPARISON,
                    WITH_ORDINALITY, BOOLEAN_TYPE, UUID_TYPE, ENUM_TYPE, JSON_TYPE, ARRAY_TYPE, INTERVAL_TYPE,
                    TIME_ZONE_TYPE, EXACT_DECIMAL, SCHEMAS, SEQUENCES, IDENTITY_COLUMNS, COMMENTS, INLINE_COMMENTS,
                    ALTER_TABLE_CONSTRAINTS, ALTER_COLUMN, INCLUDING_INDEXES, INDEX_METHODS, DROP_CASCADE,
                    IF_EXISTS_COLUMN,
                    IF_EXISTS_CONSTRAINT ->
                false;
        };
    }
}
