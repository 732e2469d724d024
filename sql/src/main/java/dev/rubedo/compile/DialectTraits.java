package dev.rubedo.compile;

import dev.rubedo.feature.Feature;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What the renderers of a dialect have to know about it.
 *
 * <p>Immutable.
 *
 * @param name the dialect's name, in lower case
 * @param version the version of the server that statements are written for
 * @param features what that version can do
 * @param quoter how it writes identifiers
 * @param maximumIdentifierLength the most characters an identifier may have
 * @param maximumBinds the most parameters a statement may have
 */
public record DialectTraits(String name, ServerVersion version, Set<Feature> features, IdentifierQuoter quoter,
        int maximumIdentifierLength, int maximumBinds) {

    /** Copies the features. */
    public DialectTraits {
        features = Set.copyOf(features);
    }

    /** Returns whether the dialect has the feature. */
    public boolean supports(Feature feature) {
        return features.contains(feature);
    }

    /**
     * Refuses a part of a statement that the dialect cannot express.
     *
     * @param feature what the part needs
     * @param element the part, whose text the message shows
     * @throws UnsupportedFeatureException if the dialect lacks the feature
     */
    public void require(Feature feature, Object element) {
        if (!supports(feature)) {
            throw new UnsupportedFeatureException(feature, name, String.valueOf(element));
        }
    }

    /** Returns traits of another name, everything else the same. */
    public DialectTraits withName(String other) {
        return new DialectTraits(other, version, features, quoter, maximumIdentifierLength, maximumBinds);
    }

    /**
     * Returns the features that a dialect says it has. A dialect answers by an exhaustive switch, so that a new feature
     * does not compile until each dialect has an answer.
     *
     * @param has whether the dialect has a feature
     */
    public static Set<Feature> featuresWhere(Predicate<? super Feature> has) {
        var features = EnumSet.noneOf(Feature.class);
        for (var feature : Feature.values()) {
            if (has.test(feature)) {
                features.add(feature);
            }
        }
        return Set.copyOf(features);
    }
}
