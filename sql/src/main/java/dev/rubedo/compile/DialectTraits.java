package dev.rubedo.compile;

import dev.rubedo.feature.Feature;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/**
 * What the renderers of a dialect have to know about it.
 *
 * <p>
 * Immutable.
 *
 * @param name
 *            the dialect's name, in lower case
 * @param features
 *            what it can do
 * @param quoter
 *            how it writes identifiers
 * @param maximumIdentifierLength
 *            the most characters an identifier may have
 * @param maximumBinds
 *            the most parameters a statement may have
 */
public record DialectTraits(String name, Set<Feature> features, IdentifierQuoter quoter, int maximumIdentifierLength,
        int maximumBinds) {

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
     * @param feature
     *            what the part needs
     * @param element
     *            the part, whose text the message shows
     * @throws UnsupportedFeatureException
     *             if the dialect lacks the feature
     */
    public void require(Feature feature, Object element) {
        if (!supports(feature)) {
            throw new UnsupportedFeatureException(feature, name, String.valueOf(element));
        }
    }

    /** Returns traits with other features, everything else the same. */
    public DialectTraits withFeatures(Collection<Feature> other) {
        return new DialectTraits(name, Set.copyOf(other), quoter, maximumIdentifierLength, maximumBinds);
    }

    /** Returns traits of another name, everything else the same. */
    public DialectTraits withName(String other) {
        return new DialectTraits(other, features, quoter, maximumIdentifierLength, maximumBinds);
    }

    /** Returns all features but those given, for a dialect that is easier to describe by what it lacks. */
    public static Set<Feature> allBut(Feature... missing) {
        var features = EnumSet.allOf(Feature.class);
        for (var feature : missing) {
            features.remove(feature);
        }
        return Set.copyOf(features);
    }
}
