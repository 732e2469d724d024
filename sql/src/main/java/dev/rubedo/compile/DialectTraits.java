package dev.rubedo.compile;

import dev.rubedo.feature.Feature;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumSet;
import java.util.HexFormat;
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
 * @param maximumIdentifierLength the maximum length of an identifier, in characters or bytes
 * @param maximumBinds the maximum number of parameters of a statement
 * @param maximumLabelLength the maximum length of a generated name, in characters, if it is shorter than an identifier
 * @param marksSchemas whether schemas are written as {@link SchemaMarks}, to be replaced at execution
 * @param countsBytes whether the database measures identifiers in bytes of UTF-8 instead of characters
 */
public record DialectTraits(String name, ServerVersion version, Set<Feature> features, IdentifierQuoter quoter,
        int maximumIdentifierLength, int maximumBinds, int maximumLabelLength, boolean marksSchemas,
        boolean countsBytes) {

    private static final int HASH_ROOM = 8;
    private static final int HASH_LENGTH = 4;

    /** Copies the features. */
    public DialectTraits {
        features = Set.copyOf(features);
    }

    /** Creates the traits of a dialect that writes schema names as they are. */
    public DialectTraits(String name, ServerVersion version, Set<Feature> features, IdentifierQuoter quoter,
            int maximumIdentifierLength, int maximumBinds) {
        this(name, version, features, quoter, maximumIdentifierLength, maximumBinds, Integer.MAX_VALUE, false,
                false);
    }

    /** Returns whether the dialect supports a feature. */
    public boolean supports(Feature feature) {
        return features.contains(feature);
    }

    /**
     * Rejects a part of a statement that the dialect cannot express.
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

    /**
     * Returns the name that a constraint or index gets in the database: one that is too long is shortened and ends with a
     * hash of the whole name.
     *
     * @param name the declared name
     */
    public String shortened(String name) {
        if (identifierLength(name) <= maximumIdentifierLength) {
            return name;
        }
        int end = Math.min(name.length(), maximumIdentifierLength - HASH_ROOM);
        while (identifierLength(name.substring(0, end)) > maximumIdentifierLength - HASH_ROOM) {
            end = name.offsetByCodePoints(end, -1);
        }
        return name.substring(0, end) + '_' + hash(name);
    }

    /**
     * Returns the length of an identifier as the database measures it, in characters or bytes.
     *
     * @param name the identifier
     */
    public int identifierLength(String name) {
        return countsBytes ? name.getBytes(StandardCharsets.UTF_8).length : name.length();
    }

    private static String hash(String name) {
        try {
            var digest = MessageDigest.getInstance("MD5").digest(name.getBytes(StandardCharsets.UTF_8));
            var text = HexFormat.of().formatHex(digest);
            return text.substring(text.length() - HASH_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has MD5", e);
        }
    }

    /** Returns these traits with another name. */
    public DialectTraits withName(String other) {
        return new DialectTraits(other, version, features, quoter, maximumIdentifierLength, maximumBinds,
                maximumLabelLength, marksSchemas, countsBytes);
    }

    /** Returns these traits with another quoter of identifiers. */
    public DialectTraits withQuoter(IdentifierQuoter other) {
        return new DialectTraits(name, version, features, other, maximumIdentifierLength, maximumBinds,
                maximumLabelLength, marksSchemas, countsBytes);
    }

    /** Returns these traits with another maximum length of identifiers, in characters. */
    public DialectTraits withMaximumIdentifierLength(int characters) {
        return new DialectTraits(name, version, features, quoter, characters, maximumBinds, maximumLabelLength,
                marksSchemas, countsBytes);
    }

    /** Returns these traits with a maximum length of generated names, in characters. */
    public DialectTraits withMaximumLabelLength(int characters) {
        return new DialectTraits(name, version, features, quoter, maximumIdentifierLength, maximumBinds, characters,
                marksSchemas, countsBytes);
    }

    /** Returns these traits for a database that measures identifiers in bytes of UTF-8. */
    public DialectTraits withNamesInBytes() {
        return new DialectTraits(name, version, features, quoter, maximumIdentifierLength, maximumBinds,
                maximumLabelLength, marksSchemas, true);
    }

    /** Returns these traits with schemas written as {@link SchemaMarks}. */
    public DialectTraits withSchemaMarks() {
        return new DialectTraits(name, version, features, quoter, maximumIdentifierLength, maximumBinds,
                maximumLabelLength, true, countsBytes);
    }

    /**
     * Returns a schema as it is written before a name: quoted if necessary and followed by a dot, or a mark.
     *
     * @param schema the schema; empty for the default schema, for which nothing is written
     */
    public String qualifier(String schema) {
        if (marksSchemas) {
            return SchemaMarks.of(schema);
        }
        return schema.isEmpty() ? "" : quoter.quoteSchema(schema) + '.';
    }

    /**
     * Returns the features that a dialect declares. A dialect implements the test as an exhaustive switch, so that a
     * new feature does not compile until each dialect handles it.
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
