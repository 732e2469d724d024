package dev.rubedo.generate;

import dev.rubedo.schema.ForeignKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names in camel case, and the singular and plural of English nouns. Stateless. */
final class Words {
    private static final Pattern BETWEEN_WORDS = Pattern.compile(
            "[^\\p{L}\\p{N}]+|(?<=[\\p{Ll}\\p{N}])(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})");

    private static final Map<String, String> IRREGULAR = new LinkedHashMap<>();

    /** Words that end in "s" but are not plurals. */
    private static final List<String> SINGULAR_ENDINGS = List.of("ss", "us", "is");

    private static final Set<String> WITHOUT_PLURAL = Set.of("series", "species", "news", "data", "metadata",
            "information", "equipment", "sheep", "fish", "media", "status", "staff", "gas", "sms", "https", "gps",
            "dns",
            "atlas", "canvas", "lens", "bonus");

    /** Words whose "ies" is "ie" followed by "s". */
    private static final Set<String> IE = Set.of("movies", "cookies", "pies", "ties", "calories", "zombies", "rookies");

    static {
        IRREGULAR.put("people", "person");
        IRREGULAR.put("children", "child");
        IRREGULAR.put("men", "man");
        IRREGULAR.put("women", "woman");
        IRREGULAR.put("feet", "foot");
        IRREGULAR.put("teeth", "tooth");
        IRREGULAR.put("mice", "mouse");
        IRREGULAR.put("indices", "index");
        IRREGULAR.put("matrices", "matrix");
        IRREGULAR.put("vertices", "vertex");
        IRREGULAR.put("analyses", "analysis");
        IRREGULAR.put("bases", "base");
        IRREGULAR.put("databases", "database");
        IRREGULAR.put("diagnoses", "diagnosis");
        IRREGULAR.put("criteria", "criterion");
        IRREGULAR.put("leaves", "leaf");
        IRREGULAR.put("shelves", "shelf");
        IRREGULAR.put("halves", "half");
        IRREGULAR.put("lives", "life");
        IRREGULAR.put("knives", "knife");
        IRREGULAR.put("heroes", "hero");
        IRREGULAR.put("potatoes", "potato");
        IRREGULAR.put("statuses", "status");
        IRREGULAR.put("buses", "bus");
        IRREGULAR.put("bonuses", "bonus");
        IRREGULAR.put("aliases", "alias");
        IRREGULAR.put("caches", "cache");
    }

    private Words() {}

    /** Returns {@code orderItem} for {@code order_item}, {@code OrderItem} and {@code ORDER ITEM}. */
    static String camelCase(String name) {
        var out = new StringBuilder();
        for (String word : BETWEEN_WORDS.split(name)) {
            if (!word.isEmpty()) {
                var lower = word.toLowerCase(Locale.ROOT);
                out.append(out.isEmpty() ? lower : capitalized(lower));
            }
        }
        return out.toString();
    }

    /** Returns {@code ORDER_ITEM} for {@code orderItem}, {@code order-item} and {@code Order Item}. */
    static String constant(String name) {
        var words = List.of(BETWEEN_WORDS.split(name)).stream().filter(word -> !word.isEmpty()).toList();
        return String.join("_", words).toUpperCase(Locale.ROOT);
    }

    static String capitalized(String name) {
        return name.isEmpty() ? name : Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    static String decapitalized(String name) {
        return name.isEmpty() ? name : Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    /** Returns {@code artist} for {@code artistId}; empty if the name is only "id" or does not end in it. */
    static String withoutId(String attribute) {
        return attribute.endsWith("Id") ? attribute.substring(0, attribute.length() - 2) : "";
    }

    /**
     * Returns the columns of a foreign key as part of a name: {@code BillingAddress} for {@code billing_address_id}.
     */
    static String role(ForeignKey key) {
        return key.columnNames().stream().map(Words::camelCase)
                .map(name -> capitalized(withoutId(name).isEmpty() ? name : withoutId(name)))
                .collect(Collectors.joining("And"));
    }

    /** Returns the singular of a name in camel case, whose last word is the noun. */
    static String singular(String name) {
        int start = lastWord(name);
        return name.substring(0, start) + inCaseOf(name.substring(start), singularWord(lower(name.substring(start))));
    }

    /** Returns the plural of a name in camel case, whose last word is the noun. A plural is returned unchanged. */
    static String plural(String name) {
        int start = lastWord(name);
        var word = lower(name.substring(start));
        return singularWord(word).equals(word)
                ? name.substring(0, start) + inCaseOf(name.substring(start), pluralWord(word)) : name;
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    private static int lastWord(String name) {
        for (int i = name.length() - 1; i > 0; i--) {
            if (Character.isUpperCase(name.charAt(i))) {
                return i;
            }
        }
        return 0;
    }

    private static String inCaseOf(String pattern, String word) {
        return pattern.isEmpty() || !Character.isUpperCase(pattern.charAt(0)) ? word : capitalized(word);
    }

    private static String singularWord(String word) {
        if (IRREGULAR.containsKey(word)) {
            return IRREGULAR.get(word);
        }
        if (WITHOUT_PLURAL.contains(word) || !word.endsWith("s") || word.length() < 3
                || SINGULAR_ENDINGS.stream().anyMatch(word::endsWith)) {
            return word;
        }
        if (word.endsWith("ies") && word.length() > 4 && !IE.contains(word)) {
            return word.substring(0, word.length() - 3) + "y";
        }
        boolean dropsEs = word.endsWith("sses") || word.endsWith("shes") || word.endsWith("ches")
                || word.endsWith("xes") || word.endsWith("zzes");
        return word.substring(0, word.length() - (dropsEs ? 2 : 1));
    }

    private static String pluralWord(String word) {
        for (var irregular : IRREGULAR.entrySet()) {
            if (irregular.getValue().equals(word)) {
                return irregular.getKey();
            }
        }
        if (WITHOUT_PLURAL.contains(word)) {
            return word;
        }
        boolean endsInY = word.endsWith("y") && word.length() > 1
                && "aeiou".indexOf(word.charAt(word.length() - 2)) < 0;
        if (endsInY) {
            return word.substring(0, word.length() - 1) + "ies";
        }
        return word + (word.matches(".*(s|x|z|ch|sh)") ? "es" : "s");
    }
}
