package dev.rubedo.dialect.postgresql;

import dev.rubedo.feature.Feature;
import java.util.EnumSet;
import java.util.Set;

/**
 * The features of PostgreSQL (13, the version that it reports) that CockroachDB lacks, according to its compatibility
 * documentation for version 24. Its schema changes are jobs that a rollback may not undo, and it returns rows in no
 * particular order. Stateless.
 */
final class CockroachFeatures {

    private static final Set<Feature> LACKING = EnumSet.of(Feature.TWO_PHASE_COMMIT, Feature.DEFERRABLE_CONSTRAINTS,
            Feature.EXCLUSION_CONSTRAINTS, Feature.TRANSACTIONAL_DDL, Feature.ENUM_CHANGES_IN_TRANSACTION,
            Feature.RETURNING_ORDERED, Feature.GROUPING_SETS, Feature.TABLE_SAMPLE, Feature.FETCH_WITH_TIES,
            Feature.MERGE, Feature.MERGE_BY_SOURCE, Feature.MERGE_RETURNING, Feature.TEMPORARY_VIEWS);

    private CockroachFeatures() {}

    /** Returns whether CockroachDB has a feature of the corresponding version of PostgreSQL. */
    static boolean has(Feature feature) {
        return !LACKING.contains(feature);
    }
}
