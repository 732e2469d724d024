package dev.rubedo.dialect.postgresql;

import dev.rubedo.feature.Feature;
import java.util.EnumSet;
import java.util.Set;

/**
 * The features of PostgreSQL that YugabyteDB lacks, although it is based on its code (version 11, since 2025 version
 * 15), according to its compatibility documentation. Each schema change is a separate transaction. Stateless.
 */
final class YugabyteFeatures {

    private static final Set<Feature> LACKING = EnumSet.of(Feature.TWO_PHASE_COMMIT, Feature.DEFERRABLE_CONSTRAINTS,
            Feature.EXCLUSION_CONSTRAINTS, Feature.TRANSACTIONAL_DDL, Feature.ENUM_CHANGES_IN_TRANSACTION,
            Feature.TABLE_SAMPLE);

    private YugabyteFeatures() {}

    /** Returns whether YugabyteDB has a feature of the corresponding version of PostgreSQL. */
    static boolean has(Feature feature) {
        return !LACKING.contains(feature);
    }
}
