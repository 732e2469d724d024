package dev.rubedo.migrate.compare;

import dev.rubedo.dialect.CatalogTraits;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An SQL expression in canonical form: without casts and parentheses, and with one spelling for each operator.
 * Immutable.
 *
 * @param head the operator, the function, the name or the literal
 * @param parts the operands; empty for a name or literal
 */
record SqlTerm(String head, List<SqlTerm> parts) {
    private static final Map<String, String> SPELLINGS = Map.of("!=", "<>", "==", "=", "~~", "like", "~~*", "ilike",
            "mod", "%",
            "<=>", "is not distinct from");
    private static final Map<String, String> OPPOSITES = Map.of("and", "or", "or", "and", "=", "<>", "<>", "=", "<",
            ">=", ">=", "<", ">", "<=", "<=", ">");
    private static final Map<String, String> NEGATED = Map.of("!~~", "like", "!~~*", "ilike");
    private static final Map<String, String> FUNCTIONS = Map.ofEntries(Map.entry("now", "current_timestamp"),
            Map.entry("char_length", "length"), Map.entry("character_length", "length"), Map.entry("lcase", "lower"),
            Map.entry("ucase", "upper"), Map.entry("substr", "substring"),
            Map.entry("ifnull", "coalesce"));
    private static final Set<String> WITHOUT_ARGUMENTS = Set.of("current_timestamp", "current_date", "current_time",
            "current_user", "localtimestamp");
    private static final Set<String> NUMERIC = Set.of("integer", "int", "bigint", "smallint", "numeric", "decimal",
            "real", "double", "int2", "int4", "int8", "float4", "float8", "signed", "unsigned");

    SqlTerm {
        parts = List.copyOf(parts);
    }

    static SqlTerm leaf(String head) {
        return new SqlTerm(head, List.of());
    }

    static SqlTerm of(String head, SqlTerm... parts) {
        return new SqlTerm(head, List.of(parts));
    }

    static SqlTerm text(String text) {
        return leaf("'" + text.replace("'", "''") + "'");
    }

    /** Returns the negation, which is moved to the innermost operands; this is valid for NULL, too. */
    static SqlTerm not(SqlTerm operand) {
        var opposite = OPPOSITES.get(operand.head);
        if (opposite != null && !operand.parts.isEmpty()) {
            boolean isChain = operand.head.equals("and") || operand.head.equals("or");
            return new SqlTerm(opposite, isChain ? operand.parts.stream().map(SqlTerm::not).toList() : operand.parts);
        }
        return operand.head.equals("not") ? operand.parts.get(0) : of("not", operand);
    }

    /** Returns an operation; a chain of AND or OR is one operation. */
    static SqlTerm operation(String operator, SqlTerm left, SqlTerm right) {
        var negated = NEGATED.get(operator);
        if (negated != null) {
            return not(of(negated, left, right));
        }
        var head = SPELLINGS.getOrDefault(operator, operator);
        if (head.equals("and") || head.equals("or")) {
            var all = new ArrayList<>(left.head.equals(head) ? left.parts : List.of(left));
            all.addAll(right.head.equals(head) ? right.parts : List.of(right));
            return new SqlTerm(head, all);
        }
        return of(head, left, right);
    }

    /** Returns the term for a test of whether a value is in a list. */
    static SqlTerm in(SqlTerm value, List<SqlTerm> list) {
        if (list.size() == 1) {
            return of("=", value, list.get(0));
        }
        var parts = new ArrayList<>(List.of(value));
        parts.addAll(list);
        return new SqlTerm("in", parts);
    }

    static SqlTerm between(SqlTerm value, SqlTerm least, SqlTerm most) {
        return of("and", of(">=", value, least), of("<=", value, most));
    }

    static SqlTerm function(String name, List<SqlTerm> arguments, CatalogTraits dialect) {
        if (name.equals("mod") && arguments.size() == 2) {
            return of("%", arguments.get(0), arguments.get(1));
        }
        var head = dialect.functions().getOrDefault(name, FUNCTIONS.getOrDefault(name, name));
        return WITHOUT_ARGUMENTS.contains(head) ? leaf(head) : new SqlTerm(head + "()", arguments);
    }

    /** Returns the value without the cast; a quoted number that is cast to a number is a number. */
    static SqlTerm cast(SqlTerm value, String type) {
        var word = type.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9].*", "");
        boolean isNumber = NUMERIC.contains(word) && value.head.matches("'-?[\\d.]+'");
        return isNumber ? leaf(value.head.substring(1, value.head.length() - 1)) : value;
    }

    SqlTerm negative() {
        return head.matches("[\\d.]+") && parts.isEmpty() ? leaf("-" + head) : of("-", this);
    }

    @Override
    public String toString() {
        return parts.isEmpty() ? head
                : head + parts.stream().map(SqlTerm::toString).collect(Collectors.joining(", ", "(", ")"));
    }
}
