package dev.rubedo.dialect.oracle;

import dev.rubedo.error.InvalidStatementException;
import dev.rubedo.schema.Index;
import dev.rubedo.schema.Table;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** The storage clauses of Oracle's tables and indexes, from their options. Stateless. */
final class OracleStorage {

    /** The options of indexes. */
    static final Set<String> INDEX_OPTIONS = Set.of("bitmap", "compress", "tablespace", "vector", "distance",
            "accuracy");

    private static final Pattern KIND = Pattern.compile("[A-Za-z]+(?: [A-Za-z]+)*");
    private static final Set<String> DISTANCES = Set.of("COSINE", "EUCLIDEAN", "EUCLIDEAN_SQUARED", "DOT", "MANHATTAN",
            "HAMMING", "JACCARD");

    private OracleStorage() {}

    static String ofTable(Table table, UnaryOperator<String> quote) {
        var what = "table \"" + table.label() + "\"";
        var text = new StringBuilder();
        table.options("oracle").forEach((option, value) -> {
            switch (option) {
                case "on_commit" -> text.append(" ON COMMIT ").append(onCommit(value, table, what));
                case "compress" -> text.append(compressed(value, what));
                case "tablespace" -> text.append(" TABLESPACE ").append(quote.apply(value));
                default -> throw new InvalidStatementException("Dialect \"oracle\" has no option \"" + option + "\" of "
                        + what + ". It has on_commit, compress and tablespace.");
            }
        });
        return text.toString();
    }

    private static String onCommit(String value, Table table, String what) {
        var words = value.toUpperCase(Locale.ROOT).replace('_', ' ');
        if (!words.equals("PRESERVE ROWS") && !words.equals("DELETE ROWS") && !words.equals("PRESERVE DEFINITION")
                && !words.equals("DROP DEFINITION")) {
            throw new InvalidStatementException("The option on_commit of " + what + " cannot be \"" + value
                    + "\". Use PRESERVE ROWS or DELETE ROWS.");
        }
        if (table.prefixes().stream().noneMatch(word -> word.toUpperCase(Locale.ROOT).contains("TEMPORARY"))) {
            throw new InvalidStatementException("Only a temporary table can have the option on_commit, but " + what
                    + " has it. Add TableOption.prefix(\"GLOBAL TEMPORARY\").");
        }
        return words;
    }

    private static String compressed(String value, String what) {
        if (value.equals("true")) {
            return " COMPRESS";
        }
        if (!KIND.matcher(value).matches()) {
            throw new InvalidStatementException("The option compress of " + what + " cannot be \"" + value
                    + "\". Use true, or keywords such as OLTP or QUERY HIGH.");
        }
        return " COMPRESS FOR " + value.toUpperCase(Locale.ROOT);
    }

    static String ofIndex(Index index, UnaryOperator<String> quote) {
        var what = "index \"" + index.name() + "\"";
        var options = index.options();
        var text = new StringBuilder();
        var vector = options.get("oracle.vector");
        if (vector != null) {
            text.append(" ORGANIZATION ").append(switch (vector.toUpperCase(Locale.ROOT)) {
                case "HNSW" -> "INMEMORY NEIGHBOR GRAPH";
                case "IVF" -> "NEIGHBOR PARTITIONS";
                default -> throw new InvalidStatementException("The option vector of " + what + " cannot be \"" + vector
                        + "\". Use HNSW or IVF.");
            });
            var distance = options.getOrDefault("oracle.distance", "").toUpperCase(Locale.ROOT);
            if (!distance.isEmpty()) {
                if (!DISTANCES.contains(distance)) {
                    throw new InvalidStatementException("The option distance of " + what + " cannot be \"" + distance
                            + "\". Use one of " + String.join(", ", DISTANCES.stream().sorted().toList()) + ".");
                }
                text.append(" DISTANCE ").append(distance);
            }
            var accuracy = options.get("oracle.accuracy");
            if (accuracy != null) {
                text.append(" WITH TARGET ACCURACY ").append(number(accuracy, "accuracy", what));
            }
        } else if (options.containsKey("oracle.distance") || options.containsKey("oracle.accuracy")) {
            throw new InvalidStatementException("Only a vector index can have a distance and an accuracy, but " + what
                    + " has them. Add the option oracle.vector.");
        }
        var compress = options.get("oracle.compress");
        if (compress != null) {
            text.append(compress.equals("true") ? " COMPRESS" : " COMPRESS " + number(compress, "compress", what));
        }
        var tablespace = options.get("oracle.tablespace");
        return text.append(tablespace == null ? "" : " TABLESPACE " + quote.apply(tablespace)).toString();
    }

    private static String number(String value, String option, String what) {
        if (!value.matches("[1-9]\\d{0,2}")) {
            throw new InvalidStatementException("The option " + option + " of " + what + " cannot be \"" + value
                    + "\". It must be a number.");
        }
        return value;
    }
}
