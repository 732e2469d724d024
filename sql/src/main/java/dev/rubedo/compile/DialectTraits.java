package dev.rubedo.compile;

import dev.rubedo.feature.Feature;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The traits of a dialect that its renderers need.
 *
 * <p>Immutable.
 *
 * @param name the dialect's name, in lower case
 * @param version the target server version
 * @param features the features of that version
 * @param quoter quotes identifiers
 * @param maximumIdentifierLength the maximum length of an identifier, in characters
 * @param maximumBinds the maximum number of parameters of a statement
 */
public record DialectTraits(String name, ServerVersion version, Set<Feature> features, IdentifierQuoter quoter,
        int maximumIdentifierLength, int maximumBinds) {

    /** Copies the features. */
    public DialectTraits {
        features = Set.copyOf(features);
    }

    /** Returns whether the dialect supports a feature. */
    public boolean supports(Feature feature) {
        return features.contains(feature);
    }

    /**
     * Refuses a part of a statement that the dialect cannot express.
     *
     * @param feature the feature that the part needs
     * @param element the part, whose text appears in the message
     * @throws UnsupportedFeatureException if the dialect lacks the feature
     */
    public void require(Feature feature, Object element) {
        if (!supports(feature)) {
            throw new UnsupportedFeatureException(feature, name, String.valueOf(element));
        }
    }

    /** Returns these traits with another name. */
    public DialectTraits withName(String other) {
        return new DialectTraits(other, version, features, quoter, maximumIdentifierLength, maximumBinds);
    }

    /**
     * Returns the features that a dialect declares to have. A dialect answers with an exhaustive switch, so that a new
     * feature does not compile until each dialect handles it.
     *
     * @param has tests whether the dialect has a feature
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
