package dev.rubedo.dialect.postgresql;

import dev.rubedo.feature.Feature;
import java.util.EnumSet;
import java.util.Set;

/**
 * What YugabyteDB lacks of PostgreSQL, whose code it runs (version 11, since 2025 version 15), by its documentation of
 * compatibility. Each schema change is a transaction of its own. Stateless.
 */
final class YugabyteFeatures {

    private static final Set<Feature> LACKING = EnumSet.of(Feature.TWO_PHASE_COMMIT, Feature.DEFERRABLE_CONSTRAINTS,
            Feature.EXCLUSION_CONSTRAINTS, Feature.TRANSACTIONAL_DDL, Feature.ENUM_CHANGES_IN_TRANSACTION,
            Feature.TABLE_SAMPLE);

    private YugabyteFeatures() {}

    /** Returns whether it has a feature that the PostgreSQL of its version has. */
    static boolean has(Feature feature) {
        return !LACKING.contains(feature);
    }
}
